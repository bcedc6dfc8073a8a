import { ENTITIES } from "./entities.ts";

/** A text made plain; every character knows where it stood. */
export interface Plain {
  readonly text: string;
  /** Where each character stood; null: where it stands, as nothing was taken out or put together. */
  readonly places: Places | null;
}

interface Places {
  /** Start of each character in the original text. */
  readonly starts: Int32Array;
  /** End of each character in the original text. */
  readonly ends: Int32Array;
}

const BLOCK = new Set("p br div li ul ol h1 h2 h3 h4 h5 h6 tr td th table blockquote section article hr".split(" "));
const DROPPED = "\u00ad\u0300\u0301\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0f";
/** Letters and marks that stand for a plainer one, or for nothing. */
const PLAINER = new Map([
  ...each("\r\t\v\f\u00a0\u1680\u202f\u205f\u3000", " "),
  ...each("\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a", " "),
  ...each("\u2028\u2029", "\n"),
  ...each("\u2018\u2019\u201b\u02bc\u02b9\u2032\u00b4\uff07", "'"),
  ...each("\u2010\u2011\u2212\ufe63\uff0d", "-"),
  ...each("\u2012\u2013\u2014\u2015", "–"),
  ...each(DROPPED, ""),
]);
const ODD = new RegExp(`[${[...PLAINER.keys()].join("")}]`, "g");
/** What changes the number of characters: tags, entities, what is dropped. */
const MOVES = new RegExp(`[<&${DROPPED}]`);
const LONGEST_ENTITY = 12;
const LONGEST_TAG = 2000;

/**
 * Undoes markup and typography: tags, entities, invisible characters, kinds of blanks, apostrophes and hyphens.
 * One pass, and the same again on its own result.
 */
export function normalise(original: string): Plain {
  if (!MOVES.test(original)) return { text: original.replace(ODD, plainLetter), places: null };
  const page = new Page(original.length);
  for (let at = 0; at < original.length; at++) page.put(original.charAt(at), at, at + 1);
  return page.plain();
}

/** Grows character by character; an entity or a tag is undone when its last character arrives. */
class Page {
  private readonly letters: string[] = [];
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  /** Places of each "<" since the last ">" that was kept. */
  private readonly openTags: number[] = [];

  constructor(size: number) {
    // An entity may become two characters but is itself longer, so the page never outgrows the original.
    this.starts = new Int32Array(size + 1);
    this.ends = new Int32Array(size + 1);
  }

  put(raw: string, start: number, end: number): void {
    const letter = plainLetter(raw);
    if (letter === "") return;
    const place = this.letters.length;
    this.letters.push(letter);
    this.starts[place] = start;
    this.ends[place] = end;
    if (letter === "<") this.openTags.push(place);
    else if (letter === ";") this.closeEntity(end);
    else if (letter === ">") this.closeTag(end);
  }

  plain(): Plain {
    const size = this.letters.length;
    const [starts, ends] = [this.starts.subarray(0, size), this.ends.subarray(0, size)];
    return { text: this.letters.join(""), places: { starts, ends } };
  }

  private closeEntity(end: number): void {
    const last = this.letters.length - 1;
    for (let place = last - 1; place >= 0 && last - place <= LONGEST_ENTITY; place--) {
      const letter = this.letters[place] ?? "";
      if (letter === "&") {
        const meant = decodeEntity(this.letters.slice(place + 1, last).join(""));
        if (meant !== null) this.replaceFrom(place, meant, end);
        return;
      }
      if (!/[a-z0-9#]/i.test(letter)) return;
    }
  }

  private closeTag(end: number): void {
    const open = this.openTags.pop();
    const last = this.letters.length - 1;
    const name = open === undefined || last - open > LONGEST_TAG ? "" : this.tagName(open, last);
    if (open === undefined || name === "") this.openTags.length = 0;
    else if (BLOCK.has(name)) this.replaceFrom(open, "\n", end);
    else if (name === "!") this.replaceFrom(open, " ", end);
    else this.letters.length = open;
  }

  /** The name of the tag between "<" and ">", "!" of a comment, "" of what is none. */
  private tagName(open: number, last: number): string {
    const inner = this.letters.slice(open + 1, last).join("");
    const named = /^\/?([a-z][a-z0-9]*)(?=[\s/]|$)/i.exec(inner)?.[1]?.toLowerCase();
    return named ?? (inner.startsWith("!--") ? "!" : "");
  }

  private replaceFrom(place: number, meant: string, end: number): void {
    const start = this.starts[place] ?? 0;
    this.letters.length = place;
    for (const letter of meant) this.put(letter, start, end);
  }
}

function each(letters: string, plainer: string): readonly (readonly [string, string])[] {
  return letters.split("").map((letter) => [letter, plainer]);
}

function plainLetter(raw: string): string {
  return PLAINER.get(raw) ?? raw;
}

function decodeEntity(name: string): string | null {
  if (name.startsWith("#")) {
    const hex = /^#x([0-9a-f]{1,6})$/i.exec(name)?.[1];
    const decimal = /^#([0-9]{1,7})$/.exec(name)?.[1];
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : 0;
    return code > 31 && code < 0x10000 ? String.fromCharCode(code) : null;
  }
  return ENTITIES[name] ?? null;
}
