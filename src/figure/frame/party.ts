import type { Side } from "../figure.ts";
import type { CueName, Mark } from "../lexicon/mark.ts";
import type { Case, Role } from "../locale/locale.ts";
import { isByCase, otherSide, type Page } from "./page.ts";
import type { Speech } from "./speech.ts";

/** A side mentioned as somebody who acts: by name, by an office of its, or as "we", "to us", "them". */
export interface Party {
  readonly side: Side;
  readonly role: Role;
  readonly from: number;
  readonly to: number;
  /** Said of the side by "we" and the like. */
  readonly deictic: boolean;
  /** A speaker or a possessive: weaker than a name as subject. */
  readonly weak: boolean;
  /** Told with the other side by "and": what they do or get together goes no one way. */
  readonly joint?: boolean;
}

const NEAR = 4;
/** Tokens of "to the territory controlled by" and of what may follow it. */
const LONGEST = 9;

/** All parties of the text in order of place, with the part that they play. */
export function partiesOf(page: Page, speech: Speech): readonly Party[] {
  const { marks } = page;
  const found: Party[] = [];
  for (const mark of marks.all("side")) found.push(named(page, mark, mark.tag.side, false));
  for (const mark of marks.all("speaker"))
    if (mark.tag.side !== "other" && !marks.at("side", mark.from)) found.push(named(page, mark, mark.tag.side, true));
  found.push(...elliptic(page, found));
  for (const [cue, role, own] of DEICTIC) found.push(...deictics(page, speech, cue, role, own));
  return joined(
    page,
    found.toSorted((a, b) => a.from - b.from || b.to - a.to),
  );
}

/** "Украинской стороне передали 1000 тел, российской — 38": the adjective alone stands for its side, in the part of the one before. */
function elliptic({ marks, tokens }: Page, named: readonly Party[]): Party[] {
  return marks.all("adjective").flatMap(({ tag: { side }, from, to }) => {
    const dash = tokens[to]?.text;
    if ((dash !== "–" && dash !== "-") || marks.at("side", from)) return [];
    const before = named.findLast((one) => one.from < from && one.side !== side);
    const role = before?.role === "goal" ? "goal" : "subject";
    return [{ side, role, from, to, deictic: false, weak: false }];
  });
}

/** "between Russia and Ukraine", "Россией и Украиной": two sides in one part. */
function joined(page: Page, parties: readonly Party[]): readonly Party[] {
  const result = parties.slice();
  for (const [at, one] of parties.entries()) {
    const next = parties[at + 1];
    const first = result[at];
    if (!next || !first || next.side === one.side || !areJoined(page, one, next)) continue;
    result[at] = { ...first, joint: true };
    result[at + 1] = { ...next, joint: true, role: one.role === "partner" ? one.role : next.role };
  }
  return result;
}

/** "Russia and Ukraine", "Rusya-Ukrayna" */
function areJoined({ marks, tokens }: Page, one: Party, next: Party): boolean {
  if (next.from === one.to) return tokens[next.from]?.hyphen === true;
  return next.from - one.to === 1 && marks.cueAt("clauseAnd", one.to) !== null;
}

const DEICTIC: readonly (readonly [CueName, Role, boolean])[] = [
  ["we", "subject", true],
  ["toUs", "goal", true],
  ["fromUs", "origin", true],
  ["they", "subject", false],
  ["toThem", "goal", false],
  ["fromThem", "origin", false],
];

function deictics(page: Page, speech: Speech, cue: CueName, role: Role, own: boolean): Party[] {
  const list: Party[] = [];
  for (const mark of page.marks.cues(cue, 0, page.tokens.length)) {
    const speaker = speech.weAt(mark.from);
    // "They" outside of speech may be anyone; "the other side" may not.
    if (!own && !speech.quoted(mark.from) && !besideUs(page, mark) && mark.to - mark.from < 2) continue;
    const side = own ? speaker : otherSide(page.story, speaker);
    if (side !== null) list.push({ side, role, from: mark.from, to: mark.to, deictic: true, weak: !own });
  }
  return list;
}

/** "they gave us", "we gave them". */
function besideUs({ marks }: Page, { from, to }: Mark): boolean {
  const near = (cue: CueName) => marks.hasCue(cue, from - 2, to + 2);
  return near("we") || near("toUs") || near("fromUs");
}

function named(page: Page, mark: Mark, side: Side, weak: boolean): Party {
  const possessive = page.tokens[mark.to - 1]?.suffix === "s";
  const role = roleOf(page, mark);
  return {
    side,
    role,
    from: mark.from,
    to: mark.to,
    deictic: false,
    weak: weak || possessive,
  };
}

/** The role by the word before, the word after, or the case alone; a name without any is a subject. */
function roleOf(page: Page, mark: Mark): Role {
  const { marks, tokens, locale } = page;
  // "Rusya tarafından yapılan açıklamada": where verbs come last, what cites whoever is named follows.
  const said = locale.writing.verbLast && marks.hasCue("accordingAfter", mark.to, mark.to + 4);
  if (said || isCited(page, mark)) return "owner";
  for (const rule of marks.within("role", mark.from - LONGEST, mark.from).toReversed()) {
    if (mark.from - rule.to >= NEAR) continue;
    if (rule.tag.where !== "before" || rule.to > mark.from || !agree(rule.tag.cases, mark.cases)) continue;
    if (marks.cueAt("according", rule.from)) continue;
    if (!reaches(page, rule.to, mark.from) || isTaken(page, rule.to, mark)) continue;
    if (rule.tag.role === "agent" && isOfOtherDeed(page, rule.from)) {
      // "to the territory controlled | by": the end of a longer phrase.
      const longer = marks.within("role", mark.from - LONGEST, rule.from).find(({ to }) => to === rule.to);
      return longer?.tag.role ?? "owner";
    }
    return rule.tag.role === "partner" && isDoing(page, mark.to) ? "subject" : rule.tag.role;
  }
  for (const rule of marks.within("role", mark.to, mark.to + 2))
    if (rule.tag.where === "after" && agree(rule.tag.cases, mark.cases) && rule.from === mark.to) return rule.tag.role;
  if (locale.writing.verbLast && !mark.cases?.includes("nom") && marks.hasCue("office", mark.to, mark.to + 3))
    return "owner";
  if (mark.cases === null) return isAttribute(page, mark.from) ? "owner" : "subject";
  // "Ukrayna askeri": where verbs come last, a bare name before a noun of people says whose they are.
  const bare = mark.cases.length === 1 && mark.cases.includes("nom");
  if (locale.writing.verbLast && bare && marks.at("thing", mark.to)?.from === mark.to) return "owner";
  if (mark.cases.includes("nom")) return "subject";
  const byCase = page.locale.roles.find((rule) => !rule.before && !rule.after && agree(rule.cases ?? null, mark.cases));
  if (!byCase) return "owner";
  // "Ukrayna Silahlı Kuvvetleri'nden 185 savaş esiri": of the army that they belong to.
  if (byCase.role === "origin" && marks.cueAt("army", mark.to - 1) && tokens[mark.to]?.kind === "number")
    return "owner";
  // "президент России": a form that may be genitive belongs to the noun before it.
  const before = tokens[mark.from - 1];
  const follows =
    before?.kind === "word" &&
    // "Украина передала России 41 тело, Россия Украине — 900": who gives stands right before who gets.
    !marks.at("side", mark.from - 1) &&
    !marks.cueAt("clauseStart", mark.from - 1) &&
    !marks.cueAt("relative", mark.from - 1) &&
    !marks.cueAt("clauseAnd", mark.from - 1) &&
    !marks.at("act", mark.from - 1) &&
    !mark.cases.every((one) => one === "dat");
  return byCase.role === "goal" && mark.cases.includes("gen") && follows ? "owner" : byCase.role;
}

/** "freed in an exchange mediated by Moscow": the participle right before "by" is what it names the doer of. */
function isOfOtherDeed({ marks, tokens, locale }: Page, at: number): boolean {
  const word = tokens[at - 1]?.word ?? "";
  const deed = locale.writing.participle?.some((ending) => word.endsWith(ending)) === true;
  return deed && !marks.at("act", at - 1) && !marks.at("between", at - 1);
}

/** "with Kyiv getting back 31": whom a participle follows does it. */
function isDoing({ marks, tokens, locale }: Page, at: number): boolean {
  const word = tokens[at]?.word ?? "";
  return marks.at("act", at) !== null && locale.writing.progressive?.some((ending) => word.endsWith(ending)) === true;
}

/** "According to the Russian side", "по данным Минобороны": whoever is cited plays no part in what is told. */
function isCited(page: Page, mark: Mark): boolean {
  return page.marks
    .cues("according", mark.from - NEAR, mark.from)
    .some(({ to }) => to <= mark.from && reaches(page, to, mark.from));
}

function agree(needed: readonly Case[] | null, shown: readonly Case[] | null): boolean {
  return needed === null || shown === null || needed.some((one) => shown.includes(one));
}

/** "В ходе процесса Украине передана": a noun of its own ends what a preposition governs. */
function isAttributive({ locale }: Page, word: string): boolean {
  const { attributes } = locale.writing;
  return attributes === undefined || attributes.some((ending) => word.endsWith(ending));
}

/** "военных ВСУ", "сторона РФ": where names show their case, one that has none and follows a noun belongs to it. */
function isAttribute(page: Page, at: number): boolean {
  const { marks } = page;
  if (!isByCase(page)) return false;
  const noun = marks.at("thing", at - 1) ?? marks.at("dead", at - 1) ?? marks.at("counted", at - 1);
  return noun !== null || marks.cueAt("office", at - 1) !== null || marks.cueAt("captivity", at - 1) !== null;
}

/** "В конце января Украине отдали": the preposition is spent on the time. */
function isTime({ marks }: Page, at: number): boolean {
  return (
    (["month", "weekday", "day", "year"] as const).some((kind) => marks.at(kind, at) !== null) ||
    (["stretch", "thisYear", "lastYear", "total"] as const).some((cue) => marks.cueAt(cue, at) !== null)
  );
}

/** "At talks in Istanbul Kyiv offered": where no case tells, a preposition with a name of its own reaches no further. */
function isTaken({ marks, tokens }: Page, from: number, mark: Mark): boolean {
  const before = tokens[mark.from - 1];
  if (mark.cases !== null || !marks.at("side", mark.from) || mark.from <= from || before?.kind !== "word") return false;
  const capital = before.text.charAt(0) !== before.text.charAt(0).toLowerCase();
  const title = marks.at("adjective", mark.from - 1) !== null || marks.cueAt("office", mark.from - 1) !== null;
  return capital && !title && before.suffix === null;
}

/** Whether nothing between a preposition and a name stops it. */
function reaches(page: Page, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = page.tokens[at];
    if (token?.kind !== "word") return false;
    if (page.marks.cueAt("relative", at) || page.marks.cueAt("clauseStart", at)) return false;
    if (page.marks.at("act", at) || page.marks.at("thing", at) || page.marks.cueAt("clauseAnd", at)) return false;
    if (isTime(page, at) || page.marks.cueAt("inReturn", at) || !isAttributive(page, token.word)) return false;
  }
  return true;
}
