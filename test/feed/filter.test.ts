import { expect, it } from "vitest";
import { parseFilter, turns } from "../../src/feed/filter.ts";

it("reads phrases parted by commas, in groups parted by +", () => {
  expect(parseFilter(" ukrain*,  Kyiv  city + prisoner* ")).toEqual([["ukrain*", "Kyiv city"], ["prisoner*"]]);
});

it.each(["", "a +", "+ a", ", ,", "a*b", "*a", "pris*oner, x"])("refuses %j with a remedy", (written) => {
  expect(() => parseFilter(written)).toThrow(expect.objectContaining({ code: "FILTER_INVALID" }));
});

it("tells only what would change, and why", () => {
  const seen = (text: string, onTopic: boolean) => ({ text, language: "en", onTopic });
  const items = [
    seen("Prisoner swap", true),
    seen("Prisoners of war", false),
    seen("Weather", true),
    seen("Rain", false),
  ];
  const topic = { words: { en: [["prisoner*"]] }, except: {} };
  expect(turns(items, topic).map(({ item, onTopic, reason }) => [item.text, onTopic, reason])).toEqual([
    ["Prisoners of war", true, "en: prisoner*"],
    ["Weather", false, "en: none of prisoner* …"],
  ]);
});
