import type { Side } from "../figure.ts";
import type { Case, Doing, NamedSpan, QualifierWord, Role, Voice } from "../locale/locale.ts";

/** Words that say something by their presence, named after the locale's lists. */
export type CueName =
  | "army"
  | "bodyAct"
  | "burial"
  | "each"
  | "eachBefore"
  | "against"
  | "same"
  | "unlike"
  | "inReturn"
  | "respectively"
  | "altogether"
  | "total"
  | "reached"
  | "added"
  | "thisOne"
  | "meant"
  | "ongoing"
  | "apart"
  | "among"
  | "planned"
  | "offered"
  | "lists"
  | "names"
  | "deal"
  | "done"
  | "not"
  | "denied"
  | "negated"
  | "notHeld"
  | "notPlanned"
  | "rates"
  | "still"
  | "located"
  | "correction"
  | "superlative"
  | "amount"
  | "civil"
  | "ofKind"
  | "article"
  | "infinitive"
  | "managed"
  | "captive"
  | "captivity"
  | "mediation"
  | "passive"
  | "we"
  | "toUs"
  | "fromUs"
  | "our"
  | "they"
  | "toThem"
  | "fromThem"
  | "their"
  | "home"
  | "these"
  | "speech"
  | "according"
  | "accordingAfter"
  | "about"
  | "soMany"
  | "office"
  | "sameSpeaker"
  | "ofIt"
  | "clauseStart"
  | "contrast"
  | "clauseAnd"
  | "relative"
  | "part"
  | "maskBefore"
  | "maskAfter"
  | "differenceBefore"
  | "differenceAfter"
  | "maskClause"
  | "vague"
  | "idiom"
  | "ordinal"
  | "since"
  | "thisYear"
  | "lastYear"
  | "yearBeginning"
  | "wholeYear"
  | "maskBeforeStop"
  | "again"
  | "thatGroup"
  | "untilYearEnd"
  | "until"
  | "stretch";

/** What a phrase of the lexicon means. */
export type Tag =
  | { readonly kind: "thing"; readonly thing: string }
  | { readonly kind: "group"; readonly group: string; readonly thing: string; readonly side: Side | null }
  | { readonly kind: "ignored" | "counted" | "dead" | "between" | "own" | "of" }
  | {
      readonly kind: "act";
      readonly does: Doing;
      readonly voice: Voice;
      readonly time: "done" | "ahead" | "not";
      readonly converb: boolean;
      readonly object: boolean;
    }
  | { readonly kind: "side"; readonly side: Side }
  | { readonly kind: "adjective"; readonly side: Side }
  | { readonly kind: "people" | "parlance"; readonly side: Side }
  | { readonly kind: "other"; readonly code: string }
  | { readonly kind: "speaker"; readonly name: string; readonly side: Side | "other" }
  | {
      readonly kind: "role";
      readonly role: Role;
      readonly where: "before" | "after";
      readonly cases: readonly Case[] | null;
    }
  | { readonly kind: "cue"; readonly cue: CueName }
  | { readonly kind: "qualifier"; readonly qualifier: QualifierWord; readonly where: "before" | "after" }
  | { readonly kind: "rangeOpen" | "rangeClose"; readonly pair: number }
  | { readonly kind: "rangeTo" }
  | { readonly kind: "day"; readonly offset: number }
  | { readonly kind: "days"; readonly days: number }
  | { readonly kind: "span"; readonly span: NamedSpan }
  | { readonly kind: "month"; readonly month: number }
  | { readonly kind: "weekday"; readonly weekday: number }
  | { readonly kind: "year" }
  | { readonly kind: "beginning"; readonly day: string }
  | { readonly kind: "frame"; readonly frame: string; readonly start: string | null }
  /** A word of a status: which rule, and which of its lists; -1: the words that rule it out. */
  | { readonly kind: "status"; readonly rule: number; readonly list: number };

export type Kind = Tag["kind"];
export type TagOf<K extends Kind> = Tag extends infer T
  ? T extends Tag
    ? K extends T["kind"]
      ? T
      : never
    : never
  : never;

/** What marks are looked up by: a cue's own name, else the kind. */
export type Name = Exclude<Kind, "cue"> | CueName;

/** A phrase found: tokens `from` inclusive, `to` exclusive. */
export interface Mark<T extends Tag = Tag> {
  readonly from: number;
  readonly to: number;
  readonly name: Name;
  readonly tag: T;
  /** The cases that a name's form may show; null: the form tells nothing. */
  readonly cases: readonly Case[] | null;
}
