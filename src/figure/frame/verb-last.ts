import { partiesIn } from "./act.ts";
import type { Counted } from "./noun.ts";
import { otherSide, type Page, segmentAt } from "./page.ts";
import { type Clue, type Vote, vote } from "./vote.ts";

/** "Came home in an exchange with Russia": whom a side swaps with is where its people come from. */
export function byPartner(clue: Clue): Vote[] {
  const { page, act, parties, counted } = clue;
  const segment = segmentAt(page, counted.quantity.from);
  const sentence = segment ? page.sentences[segment.sentence] : undefined;
  const gets = act?.does === "come" || act?.does === "return" || act?.does === "receive" || act?.does === "free";
  if (!page.locale.writing.verbLast || !sentence || !gets || (act.does === "free" && act.voice !== "passive"))
    return [];
  const routed =
    segment && partiesIn(parties, segment.from, segment.to).some(({ role }) => role === "origin" || role === "goal");
  if (routed) return [];
  const partners = partiesIn(parties, sentence.from, sentence.to).filter(({ role }) => role === "partner");
  const partner = partners[0];
  if (!partner || partners.some(({ side }) => side !== partner.side)) return [];
  const other = otherSide(page.story, partner.side);
  const beside = partiesIn(parties, partner.to, partner.to + 3).some(({ side }) => side === other);
  return other && !beside ? [vote(clue, other, 2, "swapped with", partner)] : [];
}

/** "The spokesman said that they had received 12": an act without a subject is the speaker's side's own. */
export function byTeller(clue: Clue): Vote[] {
  const { page, act, speech, counted } = clue;
  if (!page.locale.writing.verbLast || !act || act.subject) return [];
  const side = speech.speakerAt(act.from)?.side ?? null;
  if (side === null || side === "other") return [];
  const other = otherSide(page.story, side);
  const span = { from: counted.from, to: act.to };
  if (act.does === "receive") return [vote(clue, side, 2, "speaker's side receives", span)];
  return act.does === "give" && act.voice === "active" && other
    ? [vote(clue, other, 2.5, "speaker's side gives", span)]
    : [];
}

/** "15 asker karşılığında 31 asker verdi": what is got in return stands before the word and goes the other way. */
export function asPrice({ page, counted }: Clue, deed: readonly Vote[]): readonly Vote[] {
  const isPrice = page.locale.writing.verbLast
    ? page.marks.cueAt("inReturn", counted.to)?.from === counted.to
    : isPaidWith(page, counted);
  if (!isPrice) return deed;
  return deed.map((one) => ({ ...one, to: otherSide(page.story, one.to) ?? one.to, rule: `in return, ${one.rule}` }));
}

/** "In exchange for 10 captives we got back 11 soldiers": what opens the clause is what is paid with. */
function isPaidWith(page: Page, { from }: Counted): boolean {
  return page.marks.cues("against", from - 4, from).some((cue) => {
    return cue.to === from && cue.to - cue.from >= 2 && cue.from - (segmentAt(page, cue.from)?.from ?? 0) <= 1;
  });
}
