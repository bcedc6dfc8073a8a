import { type ActFound, actsIn, partiesIn } from "./act.ts";
import { datesIn } from "./dates.ts";
import type { Counted } from "./noun.ts";
import { type Page, segmentAt } from "./page.ts";
import type { Party } from "./party.ts";
import type { Segment } from "./segment.ts";

/**
 * "Kyiv received 1,000 and Moscow 30", "Москва — 30": a side right before a number that has no verb takes the verb before.
 * @param last the verb of the figure before
 */
export function gapped(
  page: Page,
  counted: Counted,
  parties: readonly Party[],
  acts: readonly ActFound[],
  last: ActFound | null,
): ActFound | null {
  const segment = segmentAt(page, counted.quantity.from);
  const sentence = segment ? page.sentences[segment.sentence] : undefined;
  if (!segment || !sentence) return null;
  if (page.locale.writing.verbLast) return awaited(page, segment, sentence.to, parties, acts);
  const again = onAnotherDay(page, segment, sentence.from, acts);
  if (again) return again;
  const beside = sideBefore(page, counted, parties);
  const party = (beside ? giverBefore(beside, parties) : null) ?? beside ?? sideAfter(page, counted, parties);
  if (party?.role !== "subject" || !opensClause(page, Math.min(party.from, counted.from), sentence.from)) return null;
  if (actsIn(acts, party.to, segment.to).length > 0) return null;
  const near = last !== null && segment.sentence - last.sentence <= 1 ? last : null;
  const place = { from: party.to, to: party.to, segment: segment.index, sentence: segment.sentence };
  const model = actsIn(acts, sentence.from, party.from).findLast(isModel) ?? (near && isModel(near) ? near : null);
  // "They us 900, we them 36": who stands beside whom gives, without any verb.
  if (!model && beside?.role === "goal" && party !== beside && beside.deictic)
    return { ...GIVING, ...place, subject: party };
  return model ? { ...model, ...place, subject: party } : null;
}

const GIVING = { does: "give", voice: "active", time: "done", converb: false, object: false } as const;

/** "В июне Киев получил 6057 тел, в июле — ещё тысячу": a day or a month before a number without a verb. */
function onAnotherDay(page: Page, segment: Segment, from: number, acts: readonly ActFound[]): ActFound | null {
  if (actsIn(acts, segment.from, segment.to).length > 0) return null;
  const lead = leadOf(page, segment);
  const dated = datesIn(page, lead, segment.to)[0];
  if (!dated || dated.from - lead > 2 || actsIn(acts, lead, segment.from).length > 0) return null;
  const model = actsIn(acts, from, lead).findLast(
    ({ converb, voice, does }) => !converb && voice !== "noun" && does !== "lose",
  );
  return model ? { ...model, from: lead, to: lead, segment: segment.index } : null;
}

/** The start of a segment, or of the one before it where a dash parts them. */
export function leadOf({ tokens, segments }: Page, { index, from }: Segment): number {
  const before = tokens[from - 1];
  const dash = before?.text === "–" || before?.text === "-" || tokens[from]?.text === "-";
  return dash ? (segments[index - 1]?.from ?? from) : from;
}

/** "Ukrayna 157, Rusya ise 157 vatandaşını geri aldı": where verbs come last, a side without a verb awaits the next side's. */
function awaited(
  page: Page,
  { index, from, to, sentence }: Segment,
  end: number,
  parties: readonly Party[],
  acts: readonly ActFound[],
): ActFound | null {
  // "Ukrayna, bugüne kadar yapılan takaslarda 6057, …": a comma may part a side from what is told of it.
  const lead = page.segments[index - 1];
  const bare = lead?.sentence === sentence && lead.to - lead.from <= 2 ? lead.from : from;
  const party = partiesIn(parties, bare, to).find(({ role }) => role === "subject");
  if (!party || actsIn(acts, from, to).some(({ voice }) => voice !== "noun")) return null;
  const next = actsIn(acts, to, end).find(({ voice }) => voice !== "noun");
  const parallel =
    next?.voice === "active" &&
    next.subject !== null &&
    next.subject.from >= to &&
    page.segments[index + 1]?.index === next.segment;
  return parallel ? { ...next, from: to, to, segment: index, sentence, subject: party } : null;
}

/** "We gave them 35, they us — a thousand", "росія Україні — тисячу": who gives stands right before who gets. */
function giverBefore({ role, from }: Party, parties: readonly Party[]): Party | null {
  if (role !== "goal") return null;
  return partiesIn(parties, from - 3, from).findLast((party) => party.role === "subject" && party.to === from) ?? null;
}

/** "Ukraine was given 1,000 bodies and Russia 41" */
function isModel({ voice, subject, does }: ActFound): boolean {
  const given = voice === "passive" && (does === "give" || does === "return");
  return (voice === "active" || given) && subject !== null && does !== "come" && does !== "lose";
}

/** "1000 тел получил Киев, 31 — Москва": the side after its number and a dash, and nothing more of the sentence. */
function sideAfter(page: Page, { to }: Counted, parties: readonly Party[]): Party | null {
  const party = isDash(page, to) ? partiesIn(parties, to + 1, to + 2)[0] : undefined;
  return party && page.tokens[party.to]?.kind !== "word" ? party : null;
}

/** The side that stands right before a number and its qualifier, a dash between them or not. */
export function sideBefore(page: Page, counted: Counted, parties: readonly Party[]): Party | null {
  let at = counted.from - 1;
  const dash = isDash(page, at);
  if (dash) at--;
  // "To Ukraine: 157 soldiers"
  const listed = page.tokens[at]?.text === ":" ? partiesIn(parties, at - 4, at).findLast(({ to }) => to === at) : null;
  if (listed?.role === "goal" || listed?.role === "origin") return listed;
  const near = partiesIn(parties, at - 4, at + 1).findLast(({ to }) => to === at + 1);
  return near ?? (dash ? beforeTime(page, at + 1, parties) : null);
}

/** "Москва за те же месяцы — 26": words of time may stand before the dash. */
function beforeTime({ marks, tokens }: Page, end: number, parties: readonly Party[]): Party | null {
  const party = partiesIn(parties, end - LONGEST_TIME, end).at(-1);
  const named = (["month", "span"] as const).some((kind) => marks.within(kind, end - LONGEST_TIME, end).length > 0);
  if (party?.role !== "subject" || !(named || marks.hasCue("total", party.to, end))) return null;
  const told = marks.within("act", party.to, end).length > 0 || marks.within("thing", party.to, end).length > 0;
  return !told && tokens.slice(party.to, end).every(({ kind }) => kind === "word") ? party : null;
}

const LONGEST_TIME = 6;

function isDash({ tokens }: Page, at: number): boolean {
  return tokens[at]?.text === "–" || tokens[at]?.text === "-";
}

function opensClause({ marks, tokens }: Page, at: number, sentenceFrom: number): boolean {
  return (
    at <= sentenceFrom ||
    tokens[at - 1]?.kind === "mark" ||
    marks.cueAt("clauseAnd", at - 1) !== null ||
    marks.cueAt("clauseStart", at - 1) !== null
  );
}
