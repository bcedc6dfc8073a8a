import type { ActFound } from "./act.ts";
import { partiesIn } from "./act.ts";
import { sideBefore } from "./gapped.ts";
import type { Counted } from "./noun.ts";
import { otherSide, type Page, segmentAt } from "./page.ts";
import type { Party } from "./party.ts";
import { resumed, type Segment } from "./segment.ts";
import { type Clue, type Vote, vote } from "./vote.ts";

/** "to Ukraine", "from Russia", "by Kyiv", "for Moscow": the nearest of each part in the same clause. */
export function byRoles(clue: Clue): Vote[] {
  const { page, counted, act } = clue;
  const segment = segmentAt(page, counted.quantity.from);
  if (!segment) return [];
  // "росії — 30": a side and a dash lead in the number.
  const leading = sideBefore(page, counted, clue.parties);
  const stretch = {
    from: Math.min(segment.from, leading?.from ?? segment.from),
    to: afterDash(page, segment, counted)?.to ?? segment.to,
  };
  const own = nearestRoles(clue, stretch, 1);
  if (own.length > 0) return own;
  const rest = resumed(page, segment);
  const later = rest ? nearestRoles(clue, rest, 1) : [];
  if (later.length > 0) return later;
  const keeper = keptBy(clue, segment);
  if (keeper) return [keeper];
  const acting = act && act.segment !== segment.index ? page.segments[act.segment] : undefined;
  if (acting) return nearestRoles(clue, acting, 0.6);
  const opening = act ? openingOf(page, segment) : null;
  return opening ? nearestRoles(clue, opening, 0.6) : [];
}

/** "130 people whom Russia had been holding are free": whoever kept them gives them. */
function keptBy(clue: Clue, { index, sentence }: Segment): Vote | null {
  const { page, parties, act } = clue;
  const next = page.segments[index + 1];
  if (act?.does !== "free" || next?.sentence !== sentence || !next.relative) return null;
  const hold = page.marks.within("act", next.from, next.to).find(({ tag }) => tag.does === "hold");
  const keeper = hold && partiesIn(parties, next.from, hold.from).find(({ role }) => role === "subject");
  const to = keeper && otherSide(page.story, keeper.side);
  return to ? vote(clue, to, 3, "out of captivity", { from: keeper.from, to: keeper.to }) : null;
}

/** "146 came to Russia and as many – to Ukraine": whom a dash right after the number leads in. */
function afterDash({ segments, marks, tokens }: Page, { index, sentence }: Segment, { to }: Counted): Segment | null {
  const next = segments[index + 1];
  const dash = tokens[to];
  if (next?.sentence !== sentence || next.from !== to + 1 || dash?.text !== "–") return null;
  const told =
    marks.within("act", next.from, next.to).length > 0 || marks.within("thing", next.from, next.to).length > 0;
  return told || next.to - next.from > 4 ? null : next;
}

/** "To the Russian side, a source says, 19 bodies were returned": what opens the sentence, before anything is told. */
function openingOf({ segments, marks }: Page, { index, sentence, from }: Segment): Pick<Segment, "from" | "to"> | null {
  let first = index;
  while (segments[first - 1]?.sentence === sentence) first--;
  const start = segments[first]?.from ?? from;
  const things = marks.within("thing", start, from).filter((thing) => !marks.at("people", thing.from));
  const told = marks.within("act", start, from).length > 0 || things.length > 0;
  return told || start === from ? null : { from: start, to: from };
}

/** "Russia offers Ukraine an exchange": whom a swap is offered to is not whom the people go to. */
function isAskedToSwap({ marks }: Page, party: Party, act: ActFound, { from }: Pick<Segment, "from">): boolean {
  const swap = act.does === "swap" && act.voice === "noun" && party.to <= act.from;
  return swap && party.role === "goal" && marks.hasCue("offered", from, party.from + 1);
}

function nearestRoles(clue: Clue, segment: Pick<Segment, "from" | "to">, strength: number): Vote[] {
  const { page, counted, parties, act } = clue;
  const nearest = new Map<string, Party>();
  for (const party of partiesIn(parties, segment.from, segment.to)) {
    if (party.joint === true || (act && isAskedToSwap(page, party, act, segment))) continue;
    const known = nearest.get(party.role);
    if (!known || gap(page, party, counted) < gap(page, known, counted)) nearest.set(party.role, party);
  }
  const votes: Vote[] = [];
  for (const party of nearest.values()) {
    const other = otherSide(page.story, party.side);
    const span = { from: party.from, to: party.to };
    if (party.role === "goal" || party.role === "topic")
      votes.push(vote(clue, party.side, 4 * strength, "goes to", span));
    // "will be reunited with their families in Ukraine": where who comes by himself ends up.
    const arrives = act?.does === "come" || (act?.does === "return" && act.voice === "passive" && party.from > act.to);
    if (party.role === "place" && arrives) votes.push(vote(clue, party.side, 1.5 * strength, "comes to", span));
    if (party.role === "origin" && other) votes.push(vote(clue, other, 4 * strength, "comes from", span));
    // "freed in a swap with Russia": they come from there.
    if (party.role === "partner" && other && act && act.does !== "swap" && act.does !== "give")
      votes.push(vote(clue, other, 1.5 * strength, "in an exchange with", span));
    // "freed by Russia and 55 Russians": what "and" adds has a doer of its own.
    const spent = party.to <= counted.from && page.marks.hasCue("clauseAnd", party.to, counted.from);
    if (party.role === "agent" && act?.voice !== "active" && !(spent && page.locale.passive.length > 0)) {
      const to = act?.does === "receive" ? party.side : other;
      if (to) votes.push(vote(clue, to, 4 * strength, act?.does === "receive" ? "received by" : "given by", span));
    }
  }
  return votes;
}

/** "1,000 to Ukraine and 31 to Russia": a conjunction between them parts a side from a number. */
function gap({ marks }: Page, party: Party, { from, to }: Counted): number {
  if (party.from >= to) return party.from - to;
  return from - party.to + (marks.hasCue("clauseAnd", party.to, from) ? 4 : 0);
}
