import type { Side } from "../figure.ts";
import { partiesIn } from "./act.ts";
import { sideBefore } from "./gapped.ts";
import type { Counted } from "./noun.ts";
import { type Page, segmentAt } from "./page.ts";
import type { Party } from "./party.ts";
import { type Clue, type Vote, vote } from "./vote.ts";

/** Sentences on either side in which the other side may tell of its own. */
const NEAR = 1;
/** Tokens between who tells and the number. */
const FARTHEST = 40;

/** "In Kyiv they spoke of 205 freed, in Moscow of 185": where both sides tell, each tells of those who came to it. */
export function byTellerOfOwn(clue: Clue): Vote[] {
  const { page, counted, act, parties } = clue;
  const teller = act && act.voice !== "noun" ? null : tellerOf(page, counted, parties);
  if (!teller) return [];
  const sentence = segmentAt(page, counted.quantity.from)?.sentence ?? 0;
  const reach = 3 * FARTHEST;
  const from = Math.max(page.sentences[sentence - NEAR]?.from ?? 0, counted.from - reach);
  const to = Math.min(page.sentences[sentence + NEAR]?.to ?? page.tokens.length, counted.to + reach);
  const other = partiesIn(parties, from, to).some(({ side, role }) => side !== teller.side && isTelling(role));
  const named = other || page.marks.within("adjective", from, to).some(({ tag }) => tag.side !== teller.side);
  return named ? [vote(clue, teller.side, 2.2, "tells of its own", teller)] : [];
}

interface Teller {
  readonly side: Side;
  readonly from: number;
  readonly to: number;
}

function isTelling(role: Party["role"]): boolean {
  return role === "subject" || role === "place";
}

/** Who tells of a number: "Kyiv spoke of 205", "Moscow — of 185", "Moskova otuz naaştan söz etti". */
function tellerOf(page: Page, counted: Counted, parties: readonly Party[]): Teller | null {
  const { marks } = page;
  const sentence = page.sentences[segmentAt(page, counted.quantity.from)?.sentence ?? 0];
  if (!sentence) return null;
  const start = Math.max(sentence.from, counted.from - FARTHEST);
  const telling = partiesIn(parties, start, counted.from).findLast(({ role }) => isTelling(role));
  if (page.locale.writing.verbLast) {
    const last = marks.cues("about", counted.to, Math.min(sentence.to, counted.to + FARTHEST)).at(-1);
    return last && telling && counted.from - telling.to <= 3 ? telling : null;
  }
  const about = marks.cueAt("about", counted.from - 1);
  if (!about) return null;
  const beside = sideBefore(page, { ...counted, from: about.from }, parties);
  const spoken = (until: number) => marks.cues("speech", start, until);
  if (beside && isTelling(beside.role) && spoken(beside.from).length > 0) return beside;
  const adjective = page.tokens[about.from - 1]?.text === "–" ? marks.at("adjective", about.from - 2) : null;
  if (adjective && spoken(adjective.from).length > 0)
    return { side: adjective.tag.side, from: adjective.from, to: adjective.to };
  const verb = spoken(about.from).at(-1);
  return verb && verb.to >= about.from - 1 && telling && telling.to <= verb.from ? telling : null;
}
