export type FeedFormat = "rss" | "atom" | "rdf" | "json" | "list";

/** Where a page that lists articles keeps them, as CSS selectors; those of the parts are looked for within an item. */
export interface ListSelectors {
  readonly item: string;
  /** The link to the article: the first one unless given. */
  readonly link: string | null;
  /** The title: the link's text unless given. */
  readonly title: string | null;
  /** The date, as text or in `datetime`: the first `time` unless given. */
  readonly date: string | null;
}

/** A feed's document, whatever its format. Texts are plain; content is HTML as sent. */
export interface FeedDocument {
  readonly format: FeedFormat;
  readonly title: string | null;
  readonly language: string | null;
  /** What the feed itself says of its rhythm, in minutes. */
  readonly ttlMinutes: number | null;
  readonly items: readonly FeedItem[];
}

export interface FeedItem {
  /** The feed's own id of the item, or what stands in for it; the same at every poll. */
  readonly key: string;
  /** Absolute; null when the item has none. */
  readonly url: string | null;
  readonly title: string;
  readonly summary: string | null;
  /** The full text as HTML, where the feed carries it. */
  readonly content: string | null;
  readonly publishedAt: Date | null;
  readonly modifiedAt: Date | null;
}
