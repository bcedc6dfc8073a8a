import type { Qualifier } from "../figure.ts";
import type { Language } from "./languages.ts";

/**
 * One or more words as they stand in a text, matched word by word without regard to capitals, hyphens, stress marks and
 * look-alike letters.
 *
 * - `"a/b c"` alternatives of one word: "a c" and "b c"
 * - `"abc*"` any ending: "abc", "abcdef"
 * - `"gave … back"` up to twelve words of the same sentence may stand between, `"in …2 custody"` up to two; only what stands
 *   before the gap is marked
 * - `"US"` two capitals or more match capitals only
 *
 * An apostrophe and what follows it are taken off a word (Kiev'e, Ukraine's) unless `writing.apostrophe` is "joins", and
 * the bare word is matched; a phrase may still hold the full form (`"ukraine's"`).
 */
export type Phrase = string;
export type Phrases = readonly Phrase[];

export type Case = "nom" | "gen" | "dat" | "acc" | "ins" | "loc" | "abl";

/**
 * What a side named in a clause is to the act: who gives (`origin`), who gets (`goal`), who does it in a passive clause
 * (`agent`), with whom (`partner`), where (`place`), whose (`owner`), who keeps people (`holder`), of whom the clause
 * treats ("as for Ukraine": `topic`).
 */
export type Role = "subject" | "goal" | "origin" | "agent" | "partner" | "place" | "owner" | "holder" | "topic";

/**
 * What an act word does.
 *
 * - `give`: the subject had them and parts with them (hand over, transfer, deliver)
 * - `receive`: the subject gets them (receive, bring home, take back)
 * - `return`: may be either (to return): decided by the rest of the clause
 * - `come`: the people or bodies move by themselves (come home, arrive)
 * - `free`: let go by the holder, or got out by the own side (free, release)
 * - `swap`: both ways at once (exchange, swap)
 * - `hold`: keep (hold, detain, be in captivity)
 * - `lose`: killed, wounded, captured at the front, gone missing: rules its number out
 */
export type Doing = "give" | "receive" | "return" | "come" | "free" | "swap" | "hold" | "lose";

/** `active` has the doer as subject, `passive` what is given; `noun` is a name of the act ("transfer of 20 bodies"). */
export type Voice = "active" | "passive" | "noun";

export interface ActWords {
  readonly does: Doing;
  readonly voice: Voice;
  /** Told beside the main verb, with its subject: получив, receiving. */
  readonly converb?: boolean;
  /** Takes those who come and go as its object (обміняв 60 військових), unlike what is done with each other (обмінялися). */
  readonly object?: boolean;
  /** Absent: done. `ahead`: future or to be done. `not`: did not happen. */
  readonly time?: "ahead" | "not";
  readonly words: Phrases;
}

/** How a side comes to a role: by the word before it, by the word after it, by its case, or by several of them. */
export interface RoleRule {
  readonly role: Role;
  /** "to", "из", "с территории"; the side follows within a few words. */
  readonly before?: Phrases;
  /** Postpositions: "tarafından". */
  readonly after?: Phrases;
  /** Needed case; absent: any. Names show their case by `caseEndings` or by forms parted with "|" in the dossier. */
  readonly cases?: readonly Case[];
}

export interface Writing {
  /** The letters that look-alikes are turned into. */
  readonly letters: "latin" | "cyrillic";
  /** "I" is "ı" and "İ" is "i". */
  readonly dottedI: boolean;
  /** Single letters made equal after lower-casing: { ё: "е" }. */
  readonly fold: Readonly<Record<string, string>>;
  /** `joins`: п'ять is one word. `suffix`: what follows is an ending (Kiev'e). */
  readonly apostrophe: "joins" | "suffix";
  /** Short forms whose full stop ends no sentence, without the stop: "gen", "тыс". */
  readonly abbreviations: readonly string[];
  /** The act stands at the clause's end, after its numbers (Turkish). */
  readonly verbLast: boolean;
  /** Endings of a verb that closes its clause without a comma, "while …": "alırKEN". */
  readonly whileEndings?: readonly string[];
  /** Endings of a participle that tells what its noun is doing, with an auxiliary or without (English): never passive. */
  readonly progressive?: readonly string[];
  /** Endings of a participle that tells what was done, and so whom a "by" right after it names (English). */
  readonly participle?: readonly string[];
  /** Endings of what may stand between a preposition and a name; absent: any word may. */
  readonly attributes?: readonly string[];
  /** Endings by which a word for the dead after its noun says as what they came: "140 человек погибшИМИ". */
  readonly deadEnding?: readonly string[];
  /** Endings of participles that stand with all that they govern between a number and its noun: "12 вывезенных в Сумы жителей". */
  readonly attributeEndings?: readonly string[];
  /** Endings by which a verb agrees with its subject, a group for each: verbs of two groups share no subject. */
  readonly agreement?: readonly (readonly string[])[];
}

export interface NumberWords {
  /** Every form of every number word below a thousand that adds up: двадцать, двадцати, двухсот, двое, двоих, twenty. */
  readonly words: Readonly<Record<string, number>>;
  /** Forms of "hundred" that multiply what stands before and are 100 by themselves: hundred, yüz, сотен. */
  readonly hundreds: readonly string[];
  /** Forms of "ten" that multiply what stands before and are 10 by themselves: десятка. */
  readonly tens?: readonly string[];
  /** Words that add a half before a hundred or a scale: "шесть с половиной тысяч". */
  readonly andHalf?: Phrases;
  /** Forms of thousand, million and their short forms: { thousand: 1000, тыс: 1000, bin: 1000 }. */
  readonly scales: Readonly<Record<string, number>>;
  /** Multiply the scale that follows: { полтора: 1.5 }; under one, a half is added to the number before it: { buçuk: 0.5 }. */
  readonly halves: Readonly<Record<string, number>>;
  /** Parts of the scale that follows: { half: 0.5 } in "half a million". */
  readonly partsBefore?: Readonly<Record<string, number>>;
  /** Parts of the scale before: { "and a half": 0.5 } in "a million and a half". */
  readonly partsAfter?: Readonly<Record<string, number>>;
  /** Commas part the groups of a long number in words: "one million, two hundred thousand". */
  readonly groupComma?: boolean;
  /** Words inside a number: and. */
  readonly and: readonly string[];
  /** Stand for one before a hundred or a scale: a. */
  readonly one: readonly string[];
  /** Endings taken off a number word or off digits after an apostrophe, longest first: ["ından", "dan", …]. */
  readonly suffixes: readonly string[];
  /** Endings that mean "each": ["şar", "ar", "er"]; on digits after the apostrophe and on number words. */
  readonly eachSuffixes: readonly string[];
  /** Number words are also written together: ikiyüzyedi. */
  readonly joined?: boolean;
  /** Look like a number word but are none by themselves: yüzde, ondan, bir. */
  readonly lookalikes?: readonly string[];
  /** Say one of people only beside another number, else an article: bir. */
  readonly oneBeside?: readonly string[];
  /** Number words that mean "each" by themselves: { biner: 1000 }. */
  readonly eachWords: Readonly<Record<string, number>>;
  /** Ordinal words: a number that ends in one is no amount. */
  readonly ordinals: Phrases;
  /** What follows digits directly and makes an ordinal: st, nd, th, й, го, nci. */
  readonly ordinalSuffixes: readonly string[];
  /** Endings of its case written after digits: "103-х", "5-ти". */
  readonly caseEndings?: readonly string[];
  /** Endings of a number that make it a part of what was counted before, where its kind follows: "185'i asker". */
  readonly partSuffixes?: readonly string[];
  /** Digits with a full stop are an ordinal: "58. takas". */
  readonly ordinalStop?: boolean;
  /** Kept as words, never as numbers: dozens, сотни. */
  readonly vague: Phrases;
  /** Words of numbers that count nothing: yüz yüze. */
  readonly idioms?: Phrases;
}

export type QualifierWord = Exclude<Qualifier, "exact" | "range">;

export interface QualifierWords {
  /** "more than 200" */
  readonly before: Readonly<Partial<Record<QualifierWord, Phrases>>>;
  /** "200 or so", "200 kadar", "200'den fazla"; directly after the number or after its noun. */
  readonly after: Readonly<Partial<Record<QualifierWord, Phrases>>>;
  /** Words after a number that make it a limit where the number ends so: "6 bine kadar", else a rough one: "6 bin kadar". */
  readonly limit?: { readonly words: readonly string[]; readonly endings: readonly string[] };
  /** A noun before its number makes it "about": человек двадцать. */
  readonly inversion: boolean;
  /** Two words around a range: [["between", "and"], ["от", "до"]]. */
  readonly between: readonly (readonly [Phrase, Phrase])[];
  /** One word inside a range: to, or, ila. */
  readonly to: Phrases;
}

export interface NounWords {
  /** All inflected forms. A standard thing may hold several words ("prisoners of war"). */
  readonly things: Readonly<Record<"servicemen" | "civilians" | "persons" | "bodies" | "children", Phrases>>;
  /** Say whose fate it is and turn people into bodies: fallen, dead, погибших, ölü. */
  readonly dead: Phrases;
  /** May stand between a number and its noun: wounded, more, other, captured, ещё, своих, of our. */
  readonly between: Phrases;
  /** Stand for the thing named before: "of their own", "своих", "others", "of its dead". */
  readonly own: Phrases;
  /** Point back to a group named before: "from that region". */
  readonly thatGroup?: Phrases;
  /** "90 Ukrainian ones": stands for the noun before. */
  readonly again?: Phrases;
  /** Join a noun to the number of what it is made of: "bodies OF 20 soldiers". Empty where case does it. */
  readonly of: Phrases;
  /** Armies, as the last word of a side's name: "from the armed forces 185 prisoners" are of them, not given by them. */
  readonly armies?: Phrases;
  /** Say of all who are counted in a clause that they are dead: "на вічний спочинок", "on their shields". */
  readonly burial?: Phrases;
  /** Acts that are of bodies unless a noun says otherwise: репатріація. */
  readonly bodyActs?: Phrases;
  /** Say of people that they are no soldiers: "мирных россиян". */
  readonly civil?: Phrases;
  /** Between people and their kind: "человек ИЗ ЧИСЛА военнослужащих". */
  readonly ofKind?: Phrases;
  /** Stand for the amount itself: "put THE FIGURE AT 1,248". */
  readonly amounts?: Phrases;
  /** Before a participle that describes ("THE released prisoners"), which then tells no act. */
  readonly articles?: Phrases;
  /** Counted, but not people or bodies: drones, days, countries, rubles, rounds, per cent, km. */
  readonly counted: Phrases;
}

export interface MaskWords {
  /** Words that name a number only with a full stop: "No. 4". */
  readonly beforeStop?: Phrases;
  /** Before a number that names or dates: No., article, aged, page, checkpoint, resolution. */
  readonly before: Phrases;
  /** After a number: years old, o'clock, per cent, летний. Units with a time or size may also stand in `counted`. */
  readonly after: Phrases;
  /** Around a difference between two counts: "BY 141 people FEWER"; nothing before it where what follows is enough. */
  readonly difference?: readonly [Phrases, Phrases];
  /** In the same clause: the number counts something else (missing, wanted, DNA samples, children deported). */
  readonly clause: Phrases;
}

export interface Deictics {
  /** Subject: we. */
  readonly we: Phrases;
  /** Receiver: to us, нам, bize. */
  readonly toUs: Phrases;
  /** Giver: from us, у нас, bizden. */
  readonly fromUs: Phrases;
  /** Whose: our, наши; on a noun of people it is the speaker's nationality. */
  readonly our: Phrases;
  readonly they: Phrases;
  readonly toThem: Phrases;
  readonly fromThem: Phrases;
  readonly their: Phrases;
  /** Before a number that was told already: "THESE 20 bodies". */
  readonly these?: Phrases;
  /** The own side of who is spoken of: home, back home, на родину, evine. */
  readonly home: Phrases;
}

export interface SharingWords {
  /** One amount for each side: each, per side, on each side, по, from both sides. */
  readonly each: Phrases;
  /** The same, right before the number or its qualifier only: по. */
  readonly eachBefore?: Phrases;
  /** Between two numbers: for, на, "a X": "1,000 for 35". */
  readonly against: Phrases;
  /** Endings of the first of two equal numbers that mean the same: 175'e 175. */
  readonly pairEndings?: readonly string[];
  /** The number named before: the same number, столько же, aynı sayıda. */
  readonly same: Phrases;
  /** Holds those words and repeats no number: twice as many, as many as possible, as many as in January. */
  readonly unlike?: Phrases;
  /** The other direction: in return, in exchange, взамен, karşılığında. */
  readonly inReturn: Phrases;
  /** After a list: respectively, соответственно, sırasıyla. */
  readonly respectively: Phrases;
  /** The sum of both sides: in total, altogether both sides, в общей сложности. */
  readonly altogether: Phrases;
}

export interface ScopeWords {
  /** A total: in all, since, so far, over N exchanges, с начала, toplamda. */
  readonly total: Phrases;
  /** Right before a number: it comes on top of the one before: ще, another. */
  readonly added?: Phrases;
  /** Right before a number that tells how many they were at another time: "yesterday IT WAS 200", "их было". */
  readonly soMany?: Phrases;
  /** "OUTSIDE OF EXCHANGES": names no exchange, and a bare number beside it is of people. */
  readonly apart?: Phrases;
  /** Verbs of what is under way: a sum told with them is of today. */
  readonly ongoing?: Phrases;
  /** Names one exchange: what a total beside it sums up is that event ("in THIS EXCHANGE 103 in all"). */
  readonly thisOne?: Phrases;
  /** Open a sentence that gives the number of what the one before told: "IT CONCERNS more than 1,000 people". */
  readonly meant?: Phrases;
  /** A total, right beside its number: "reached 15,801", "5.955'e ulaştı". */
  readonly reached?: Phrases;
  /** Not done yet: will, should, agreed to, expected, планируется, -ecek. */
  readonly planned: Phrases;
  /** One side's readiness or proposal: offered, ready to, готова, hazır. */
  readonly offered: Phrases;
  /** A list of those who may be exchanged, right before the number of its names: список. */
  readonly lists?: Phrases;
  /** What a list holds that is not said to be of people handed over: names. */
  readonly names?: Phrases;
  /** Agreed terms: deal, agreement, formula: with future words, planned. */
  readonly deal: Phrases;
  /** Shows that it was carried out: completed, took place, carried out. */
  readonly done: Phrases;
  /** Denied or withdrawn: not, denied, refused. */
  readonly not: Phrases;
  /** Says that what the rest of its sentence tells is untrue: denied that, untrue, опроверг, yalanladı. */
  readonly denied: Phrases;
  /** Right before a verb: what it tells did not happen: did not, never, не. */
  readonly negated?: Phrases;
  /** The same within a verb: almADI. */
  readonly negating?: readonly string[];
  /** Of an exchange: it did not take place, не состоялся. */
  readonly notHeld: Phrases;
  /** Of an exchange: it is not to come: no swap is planned, не будет. */
  readonly notPlanned: Phrases;
  /** So many each time: every month, ежемесячно, her ay. */
  readonly rates: Phrases;
  /** Still: with `hold`. */
  readonly still: Phrases;
  /** Is in a place; in that of a side it is kept there: находится. */
  readonly located?: Phrases;
  /** Corrects what stood before: correction, earlier version. */
  readonly correction: Phrases;
  /** "the largest exchange SINCE 2022": after these a beginning measures rank, not a total. */
  readonly superlative?: Phrases;
  /** Before a verb that is still to be done: TO return. */
  readonly infinitive?: Phrases;
  /** Before such a verb, they say that it was done: MANAGED to return. */
  readonly managed?: Phrases;
}

/** A season is the last one that had begun. */
export type NamedSpan = "this_week" | "last_week" | "last_month" | "spring" | "summer" | "autumn" | "winter";

export interface TimeWords {
  /** Form → number of the month: { january: 1, января: 1 }. */
  readonly months: Readonly<Record<string, number>>;
  /** Form → ISO number of the day of the week: { monday: 1 }. */
  readonly weekdays: Readonly<Record<string, number>>;
  /** Phrase → days from publication: { today: 0, yesterday: -1, завтра: 1 }. */
  readonly days: Readonly<Record<Phrase, number>>;
  /** Phrase → the days that it means, counted from publication: { "last week": "last_week", летом: "summer" }. */
  readonly spans: Readonly<Record<Phrase, NamedSpan>>;
  /** Phrase → over how many days up to publication something was done: { "over two days": 2 }. */
  readonly overDays: Readonly<Record<Phrase, number>>;
  /** The month before the day: April 24. */
  readonly monthFirst: boolean;
  /** Endings of digits that name a day without its month: "ayın 23'ünde". */
  readonly dayEndings?: readonly string[];
  /** The year of publication: this year, в этом году. */
  readonly thisYear: Phrases;
  readonly lastYear: Phrases;
  /** "in 2025", "за 2025 год": the word after a year's number. */
  readonly year: readonly string[];
  /** Right before the number of a year of which all is meant: IN 2025, THROUGHOUT 2025. */
  readonly wholeYear?: Phrases;
  /** Open beginnings: since, с начала, -den beri. The date follows (or stands before it, Turkish). */
  readonly since: Phrases;
  /** "since the beginning of the year". */
  readonly yearBeginning: Phrases;
  /** "until the end of the year", "до конца года". */
  readonly untilYearEnd?: Phrases;
  /** A date follows: until, до. */
  readonly until?: Phrases;
  /** Stretches with an unclear start: this month, this summer, over the past weeks, за год. */
  readonly stretches: Phrases;
}

export interface SpeechWords {
  /** said, reports, wrote, по словам, dedi: the speaker stands next to it. */
  readonly verbs: Phrases;
  /** according to, по данным: the speaker follows. */
  readonly according: Phrases;
  /** 'a göre: the speaker stands before. */
  readonly accordingAfter: Phrases;
  /** Between a verb of speech and what is told: "spoke OF 205"; where verbs come last, the verbs that tell of a number. */
  readonly about?: Phrases;
  /** Offices that speak: spokesman, ministry, headquarters, governor; with a side's name or adjective, its voice. */
  readonly offices: Phrases;
  /** he, she, it, the ministry: the speaker before. */
  readonly same: Phrases;
  /** Open a sentence that says who told what the sentence before tells: "Об этом (сообщил …)". */
  readonly ofIt?: Phrases;
}

export interface ClauseWords {
  /** Begin a new clause: while, but, which, а, но, тогда как. */
  readonly starts: Phrases;
  /** Of those, what sets the new clause against the one before: but, зато, oysa. */
  readonly contrast: Phrases;
  /** Join two predicates: and, и, ve. */
  readonly and: Phrases;
  /** Begin a clause about what stands before: who, which, которые. */
  readonly relative: Phrases;
  /** Right before the number of all whom the clause picks from: AMONG the 19 freed. */
  readonly among?: Phrases;
  /** Introduce a part of a figure just given: including, among them, of whom, из них. */
  readonly part: Phrases;
}

/**
 * A status is stated where, within one sentence, each list of `all` has a hit near the first and `none` has none near it. In a list
 * "@subject" stands for the dossier's words of the subject, "@venues" for the places where its talks are held.
 */
export interface StatusWords {
  /** "talks", "proposal", "exchange", "notice", "contacts", "body_exchange", "ceasefire". */
  readonly subject: string;
  readonly state: string;
  readonly all: readonly Phrases[];
  readonly none?: Phrases;
  /** The hits may stand at most so many words apart; absent: 12. */
  readonly within?: number;
  /** A single day that is past must be named as near. */
  readonly dated?: true;
}

/** Kinds of words that a text on talks is made of; what they tell together is weighed. */
export const TALK_KINDS = [
  "talks",
  "meeting",
  "discussed",
  "sides",
  "agreed",
  "swaps",
  "stopped",
  "delayed",
  "refused",
  "resumed",
  "continued",
  "ahead",
  "recent",
  "over",
  "answered",
  "silent",
  "offered",
  "not",
  "wished",
] as const;
export type TalkKind = (typeof TALK_KINDS)[number];

/** Words of each kind; "postpon*": all that begin so. */
export type TalkWords = Readonly<Record<TalkKind, readonly string[]>>;

/** Everything the engine knows of one language: words and forms, no logic. Names belong to the dossier. */
export interface Locale {
  /** ISO 639-1. */
  readonly tag: Language;
  readonly writing: Writing;
  readonly numbers: NumberWords;
  readonly qualifiers: QualifierWords;
  readonly nouns: NounWords;
  readonly masks: MaskWords;
  readonly acts: readonly ActWords[];
  /** Words before an act word that make it passive: was, been. Empty where forms do it. */
  readonly passive: Phrases;
  /** Out of the other side's hands: "captivity", "плен", "esaret"; a side's name or adjective beside it is the holder. */
  readonly captivity: Phrases;
  /** What a text on exchanges speaks of somewhere: captives, their being held, exchanges. */
  readonly captives: Phrases;
  /** Words of mediating: another party named in their sentence is no party to the exchange. */
  readonly mediation: Phrases;
  readonly roles: readonly RoleRule[];
  /** Ending of a name (after "*" in the dossier, or after the apostrophe) → the cases it may show; "" is the bare name. */
  readonly caseEndings: Readonly<Record<string, readonly Case[]>>;
  readonly deictics: Deictics;
  readonly sharing: SharingWords;
  readonly scope: ScopeWords;
  readonly time: TimeWords;
  readonly speech: SpeechWords;
  readonly clauses: ClauseWords;
  readonly statuses: readonly StatusWords[];
  readonly talkWords: TalkWords;
  /** What the words around a number and those of a sentence on talks weigh, as labelled documents taught; `npm run learn` writes it. */
  readonly weights: readonly string[];
  /** Phrases that hide the words inside them: "good will", "hold … talks". */
  readonly ignored?: Phrases;
}
