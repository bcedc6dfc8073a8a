/** What a page says of itself, as it stands in its tags. */
export interface PageHead {
  /** Name in lower case → first content that is not empty; `property`, `name` and `itemprop` alike. */
  readonly metas: ReadonlyMap<string, string>;
  /** JSON-LD scripts as written. */
  readonly data: readonly string[];
  readonly canonical: string | null;
  readonly language: string | null;
  readonly title: string | null;
  readonly heading: string | null;
  /** The first `<time datetime>` of an article, else of the page. */
  readonly time: string | null;
  /** Whether the page asks for a password anywhere. */
  readonly asksPassword: boolean;
}

type Attributes = Readonly<Record<string, string>>;

/** Longer JSON-LD is no article's. */
const maxDataLength = 2_000_000;

/** Gathers a page's own statements while the page is walked. */
export class HeadReader {
  private readonly metas = new Map<string, string>();
  private readonly data: string[] = [];
  private readonly found = new Map<string, string>();
  private asksPassword = false;
  private articles = 0;
  /** The element whose text is gathered, and that text. */
  private gathered: { readonly name: string; text: string } | undefined;

  open(name: string, attributes: Attributes): void {
    if (name === "meta") this.readMeta(attributes);
    else if (name === "link") this.readLink(attributes);
    else if (name === "script") this.gather("script", /\bld\+json\b/.test(attributes["type"] ?? ""));
    else if (name === "title" || name === "h1") this.gather(name, !this.found.has(name));
    else if (name === "html") this.keep("language", attributes["lang"] ?? attributes["xml:lang"]);
    else if (name === "article") this.articles += 1;
    else if (name === "input") this.asksPassword ||= attributes["type"]?.toLowerCase() === "password";
    else if (name === "time") {
      if (this.articles > 0) this.keep("article time", attributes["datetime"]);
      this.keep("time", attributes["datetime"]);
    }
  }

  text(text: string): void {
    if (this.gathered !== undefined && this.gathered.text.length < maxDataLength) this.gathered.text += text;
  }

  close(name: string): void {
    if (name === "article") this.articles -= 1;
    if (this.gathered?.name !== name) return;
    if (name === "script") this.data.push(this.gathered.text);
    else this.keep(name, this.gathered.text);
    this.gathered = undefined;
  }

  result(): PageHead {
    const of = (name: string) => this.found.get(name) ?? null;
    return {
      ...{ metas: this.metas, data: this.data, canonical: of("canonical"), language: of("language") },
      ...{ title: of("title"), heading: of("h1"), time: of("article time") ?? of("time") },
      asksPassword: this.asksPassword,
    };
  }

  private readMeta(attributes: Attributes): void {
    const content = attributes["content"]?.trim() ?? "";
    if (content === "") return;
    for (const key of ["property", "name", "itemprop"]) {
      const name = attributes[key]?.trim().toLowerCase();
      if (name !== undefined && !this.metas.has(name)) this.metas.set(name, content);
    }
  }

  private readLink(attributes: Attributes): void {
    if (attributes["rel"]?.toLowerCase().split(/\s+/).includes("canonical") === true)
      this.keep("canonical", attributes["href"]);
  }

  private gather(name: string, isWanted: boolean): void {
    if (isWanted && this.gathered === undefined) this.gathered = { name, text: "" };
  }

  private keep(name: string, value: string | undefined): void {
    if (value !== undefined && value.trim() !== "" && !this.found.has(name)) this.found.set(name, value.trim());
  }
}
