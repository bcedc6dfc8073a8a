import { beginningIn } from "../../text/places.ts";
import type { Around } from "../around.ts";
import { NAME_KINDS } from "../belonging.ts";
import type { Case } from "../case.ts";
import { TELLING_CUES, TIME_KINDS } from "../circumstances.ts";
import { DOINGS, NOWHERE, type TellFact, under } from "./fact.ts";

/** Where words of each kind stand: 2 before the number in its clause, 1 before it in its sentence, -2 and -1 the same after it, 0 nowhere. */
export function tellCues({ page: { marks }, from, segment, sentence }: Around, tell: TellFact): void {
  const place = (has: (from: number, to: number) => boolean) => {
    if (has(segment.from, from)) return 2;
    if (has(from, segment.to)) return -2;
    if (has(sentence.from, from)) return 1;
    return has(from, sentence.to) ? -1 : 0;
  };
  const tellCue = under("cue", tell);
  for (const cue of TELLING_CUES)
    tellCue(
      cue,
      place((from, to) => marks.hasCue(cue, from, to)),
    );
  for (const kind of TIME_KINDS)
    tellCue(
      kind,
      place((from, to) => marks.has(kind, from, to)),
    );
}

/** Which acts its sentence tells, at the same places, and how far off its own is. */
export function tellActs({ act, acts, counted }: Case, { segment, sentence }: Around, tell: TellFact): void {
  const { from } = counted.quantity;
  const tellAct = under("act", tell);
  tellAct("tokens", act ? act.from - from : NOWHERE);
  tellAct("clauses", act ? act.segment - segment.index : NOWHERE);
  tellAct("sentences", act ? act.sentence - sentence.index : NOWHERE);
  const here = beginningIn(acts, sentence.from, sentence.to);
  for (const does of DOINGS) {
    const told = here.filter((one) => one.does === does);
    const inside = told.filter((one) => one.segment === segment.index);
    const nearest = inside.length > 0 ? inside : told;
    const before = nearest.some((one) => one.from < from);
    tellAct(does, nearest.length === 0 ? 0 : (before ? 1 : -1) * (inside.length > 0 ? 2 : 1));
  }
}

/** How many names of each kind stand in its sentence, and up to the end of its paragraph. */
export function tellNames({ page: { marks }, sentence, until }: Around, tell: TellFact): void {
  const [inText, inSentence] = [under("text", tell), under("sentence", tell)];
  for (const kind of NAME_KINDS) {
    inText(kind, marks.count(kind, until));
    inSentence(kind, marks.within(kind, sentence.from, sentence.to).length);
  }
}
