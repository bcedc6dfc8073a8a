import { quantitiesOf } from "../number/quantity.ts";
import { type ActFound, actsOf } from "./act.ts";
import { withNeighbours, withoutRest, withQualifiers } from "./elided.ts";
import { type Counted, countedBy } from "./noun.ts";
import { MOST_READ, type Page } from "./page.ts";
import { withoutParts } from "./parts.ts";
import { type Party, partiesOf } from "./party.ts";
import { type Relevance, relevanceOf } from "./relevance.ts";
import { sameNumbers } from "./same.ts";
import { type Sharing, sharingOf } from "./sharing.ts";
import { type Speech, speechOf } from "./speech.ts";

/** What is told of a text before its numbers are read: who speaks, who is named, what is done, and which numbers there are. */
export interface Scene {
  readonly page: Page;
  readonly speech: Speech;
  readonly parties: readonly Party[];
  readonly acts: readonly ActFound[];
  readonly relevance: Relevance;
  /** Every number of the text, in order. */
  readonly numbers: readonly Counted[];
  /** How a number is shared between the sides, where it is. */
  readonly sharing: ReadonlyMap<Counted, Sharing>;
}

export function sceneOf(page: Page): Scene {
  const speech = speechOf(page);
  const parties = partiesOf(page, speech);
  const quantities = quantitiesOf(page.tokens, page.marks, page.locale, MOST_READ);
  const nouns = quantities.map((quantity) => countedBy(page, quantity));
  const counted = withoutParts(page, withQualifiers(page, withNeighbours(page, withoutRest(page, nouns))));
  const numbers = [...counted, ...sameNumbers(page)]
    .toSorted((a, b) => a.quantity.from - b.quantity.from)
    .slice(0, MOST_READ);
  return {
    ...{ page, speech, parties, numbers },
    acts: actsOf(page, parties, counted),
    relevance: relevanceOf(page),
    sharing: sharingOf(page, numbers),
  };
}
