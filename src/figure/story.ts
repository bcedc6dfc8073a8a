import type { Side } from "./figure.ts";

/** What a dossier tells the extractor. Words of a language belong to its locale; here stand names and story nouns. */
export interface Story {
  readonly timeZone: string;
  readonly sides: readonly StorySide[];
  /** Other parties, whose exchanges and figures are not the story's. */
  readonly others: readonly StoryParty[];
  readonly speakers: readonly StorySpeaker[];
  readonly groups: readonly StoryGroup[];
  readonly things: readonly StoryThing[];
  readonly subjects: readonly StorySubject[];
  /** Named bases of totals: "istanbul", mediators. */
  readonly frames: readonly StoryFrame[];
  /** Days on which something of the story began: "the start of the full-scale invasion". */
  readonly beginnings: readonly StoryBeginning[];
  /** Where its talks are held: "in Istanbul". */
  readonly venues: Phrases;
  /** In the same clause: the number counts something that is not the story's ("deported children"). */
  readonly unrelated: Phrases;
  readonly largest: StoryLargest;
}

/**
 * Phrases by language, matched word by word. "*" at a word's end stands for any ending; "a/b" are alternatives;
 * "Киев|Киева|Киеву|Киев|Киевом|Киеве" are the forms of a name in the order nominative, genitive, dative, accusative,
 * instrumental, locative, which tell giver from receiver.
 */
export type Phrases = Readonly<Record<string, readonly string[]>>;

export interface StorySide {
  readonly code: Side;
  readonly name: string;
  /** Country, capital, government, army: whatever stands for the side as an actor. */
  readonly names: Phrases;
  /** "Russian", "российск*": says whose, not which way. */
  readonly adjectives: Phrases;
  /** Nouns that tell whose people they are by themselves: "hostages" where one side alone takes any. */
  readonly people: Phrases;
  /** Words that this side's outlets alone choose: where nobody is cited they tell whose "our" and "home" are. */
  readonly parlance: Phrases;
  /** Languages in which only this side's outlets write: "our" and "home" are its, unless somebody else is quoted. */
  readonly languages?: readonly string[];
}

export interface StoryParty {
  readonly code: string;
  readonly names: Phrases;
}

export interface StorySpeaker {
  readonly name: string;
  readonly side: Side | "other";
  readonly names: Phrases;
}

export interface StoryGroup {
  readonly code: string;
  readonly thing: string;
  /** Whose people they are; null: the words do not tell. */
  readonly side: Side | null;
  readonly words: Phrases;
}

export interface StoryThing {
  readonly code: string;
  readonly words: Phrases;
}

export interface StorySubject {
  readonly code: string;
  readonly words: Phrases;
}

/** What no single event of the story ever reached: without other words, so large a number is a total or the terms of a deal. */
export interface StoryLargest {
  /** People or bodies handed over at one time. */
  readonly handover: number;
  /** Children brought back at one time. */
  readonly children: number;
  /** People exchanged for as many on one day. */
  readonly swap: number;
  /** Handed over or held in all, by anyone's count: a larger number counts something else. */
  readonly total: number;
}

export interface StoryBeginning {
  /** The day, "2022-02-24". */
  readonly day: string;
  readonly words: Phrases;
}

export interface StoryFrame {
  readonly code: string;
  readonly words: Phrases;
  /** Words that speak of all that was done within the frame: "under the Istanbul agreements". */
  readonly totals: Phrases;
  /** First day of the frame, where the frame fixes one. */
  readonly start: string | null;
}
