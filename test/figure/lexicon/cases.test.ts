import { expect, it } from "vitest";
import { lexiconOf } from "../../../src/figure/lexicon/lexicon.ts";
import { tagTokens } from "../../../src/figure/lexicon/tag.ts";
import { ru } from "../../../src/figure/locale/ru.ts";
import type { Story } from "../../../src/figure/story.ts";
import { normalise } from "../../../src/figure/text/normalise.ts";
import { sentencesOf } from "../../../src/figure/text/sentence.ts";
import { tokenise } from "../../../src/figure/text/token.ts";

const story: Story = {
  timeZone: "Europe/Kyiv",
  sides: [
    {
      code: "RU",
      name: "Russia",
      names: { ru: ["россия|россии|россии|россию|россией|россии"] },
      adjectives: {},
      people: {},
      parlance: {},
    },
  ],
  others: [],
  speakers: [],
  groups: [],
  things: [],
  subjects: [],
  frames: [],
  beginnings: [],
  venues: {},
  unrelated: {},
  largest: { handover: 2000, children: 100, swap: 500, total: 50_000 },
};

function marksIn(text: string) {
  const tokens = tokenise(normalise(text), ru);
  return tagTokens(tokens, sentencesOf(tokens, ru), lexiconOf(story, ru));
}

it("shows every case that one form of a name may be", () => {
  expect(marksIn("Тела отданы России").all("side")[0]?.cases).toEqual(["gen", "dat", "loc"]);
  expect(marksIn("Россия получила тела").all("side")[0]?.cases).toEqual(["nom"]);
});

it("keeps a qualifier that may stand before and after its number in both places", () => {
  const places = marksIn("не меньше двухсот тел")
    .all("qualifier")
    .map(({ tag }) => `${tag.qualifier} ${tag.where}`);
  expect(places.sort()).toEqual(["at_least after", "at_least before"]);
});
