import { type Page, segmentAt } from "../../frame/page.ts";
import type { Mark } from "../../lexicon/mark.ts";
import { firstFrom } from "../../text/places.ts";
import type { Around } from "../around.ts";
import type { Case } from "../case.ts";
import { THINGS } from "../questions.ts";
import { NOWHERE, type TellFact, under } from "./fact.ts";

/** Which kinds of people or bodies the text names up to the end of the paragraph, how often, and how far away. */
export function tellThings({ counted: { quantity } }: Case, { page, sentence, until }: Around, tell: TellFact): void {
  const sentences = (mark: Mark | undefined) =>
    mark ? (segmentAt(page, mark.from)?.sentence ?? 0) - sentence.index : NOWHERE;
  const all = page.marks.count("thing", until);
  for (const thing of THINGS) {
    const named = namedIn(page, thing);
    const count = firstFrom(named, until);
    const next = firstFrom(named, quantity.from);
    const before = named[next - 1];
    const after = next < count ? named[next] : undefined;
    const tellThing = under(thing, tell);
    tellThing("named", count);
    tellThing("share", all === 0 ? 0 : count / all);
    tellThing("first", count > 0 ? (segmentAt(page, named[0]?.from ?? 0)?.sentence ?? 0) : NOWHERE);
    tellThing("before", sentences(before));
    tellThing("after", sentences(after));
    tellThing("tokens before", before ? Math.min(NOWHERE, quantity.from - before.from) : NOWHERE);
    tellThing("tokens after", after ? Math.min(NOWHERE, after.from - quantity.to) : NOWHERE);
  }
}

const byPage = new WeakMap<Page, ReadonlyMap<string, readonly Mark[]>>();

function namedIn(page: Page, thing: string): readonly Mark[] {
  const known = byPage.get(page) ?? byThing(page);
  byPage.set(page, known);
  return known.get(thing) ?? [];
}

function byThing({ marks }: Page): ReadonlyMap<string, readonly Mark[]> {
  const found = new Map<string, Mark[]>();
  for (const mark of marks.all("thing")) {
    const list = found.get(mark.tag.thing) ?? [];
    list.push(mark);
    found.set(mark.tag.thing, list);
  }
  return found;
}
