import type { Baseline, Metric } from "../change/metric.ts";
import type { AlarmLimits } from "../feed/alarm.ts";
import type { ListSelectors } from "../feed/feed.ts";
import type { PollLimits } from "../feed/interval.ts";
import type { Story } from "../figure/story.ts";

/** One story's configuration, decoded: `config/NAME/{dossier,baseline,feeds}.yaml`. */
export interface Dossier {
  readonly name: string;
  readonly title: string;
  /** IANA zone in which the story's days are counted. */
  readonly timeZone: string;
  /** What the extractor needs to know of the story: names and story nouns. */
  readonly story: Story;
  readonly topic: Topic;
  readonly metrics: readonly Metric[];
  readonly baseline: Baseline;
  readonly feeds: readonly FeedSource[];
  /** First day that a figure of the story can speak of; null: any. */
  readonly begins: string | null;
  readonly thresholds: Thresholds;
  readonly polling: Polling;
}

/** Which feed items belong to the story: at least one pattern of each of the groups of one language. */
export interface Topic {
  /** language → groups of words; an item is on topic when every group has a hit in title, summary or content. */
  readonly words: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** Words that rule an item out, by language. */
  readonly except: Readonly<Record<string, readonly string[]>>;
}

/** How this story's feeds are polled, and when a person hears of one. */
export interface Polling extends PollLimits, AlarmLimits {}

export interface Thresholds {
  /** Below it a figure waits for review and moves nothing. */
  readonly confidence: number;
  /** Below it an event waits for review: it would move a running total. */
  readonly event: number;
  /** A figure that returns within so many hours to where it was is one change with its path. */
  readonly swingHours: number;
}

export interface FeedSource {
  /** Unique within the dossier; a slug: "tass-en". */
  readonly name: string;
  readonly url: string;
  readonly outlet: string;
  readonly language: string;
  readonly country: string;
  readonly side: string | null;
  /** "headlines": leads whose links do not lead to the publisher; the headline is the text. */
  readonly kind: "articles" | "headlines";
  /** For an outlet without a feed: `url` is a page that lists its articles, there. */
  readonly list?: ListSelectors | null;
  /** Where the outlet's pages keep their text, and what within it is none of it, as CSS selectors; null for the readers' own judgement. */
  readonly page?: { readonly text: string; readonly drop: string | null } | null;
  /** When the address was last seen in public documentation, "YYYY-MM-DD". */
  readonly seen: string;
}
