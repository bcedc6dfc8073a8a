import { partiesIn } from "./act.ts";
import type { Draft } from "./draft.ts";
import { sentenceOf } from "./inherit.ts";
import type { Counted } from "./noun.ts";
import { otherSide, type Page } from "./page.ts";
import type { Party } from "./party.ts";
import type { Speech } from "./speech.ts";

/** "These are proposals to set up three working groups": a thing of the story's own is put forward, not handed over. */
export function proposedThing(page: Page, speech: Speech, parties: readonly Party[], counted: Counted): Draft | null {
  if (!page.story.things.some(({ code }) => code === counted.thing)) return null;
  const sentence = page.sentences[sentenceOf(page, counted)];
  const cue = sentence ? page.marks.cues("offered", sentence.from, sentence.to)[0] : undefined;
  if (!cue || counted.thing === null) return null;
  const before = partiesIn(parties, sentence?.from ?? 0, cue.from);
  const named = before.findLast(({ role }) => role === "subject") ?? before.findLast(({ role }) => role !== "goal");
  const from = named?.side ?? speech.sideAt(counted.quantity.from);
  if (from === null) return null;
  return {
    counted,
    thing: counted.thing,
    act: "offered",
    from,
    to: otherSide(page.story, from),
    reach: "one_way",
    scope: "planned",
    shared: false,
    part: false,
    votes: [],
    margin: 1,
    scopeFrom: cue.from,
    scopeTo: cue.to,
    verb: null,
    trace: [`noun ${counted.how}: ${counted.thing}`, `from ${from}: who proposes it`, "scope: offered"],
    vague: false,
  };
}
