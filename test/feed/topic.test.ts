import { describe, expect, it } from "vitest";
import { decideTopic } from "../../src/feed/topic.ts";

const topic = {
  words: {
    en: [
      ["ukrain*", "US"],
      ["prisoner*", "peace talks"],
    ],
    ru: [["украин*"], ["обмен*"]],
  },
  except: { en: ["football"] },
};

describe("decideTopic", () => {
  it.each([
    ["Ukrainian prisoners are home", "en", true],
    ["The US hosts peace  talks", "en", true],
    ["Join us for peace talks", "en", false],
    ["Ukraine wins at football, prisoner of its luck", "en", false],
    ["Обмен между Россией и Украиной", "ru", true],
    ["Обмен между Россией и Украиной", null, true],
    ["Weather in Kyiv", "en", false],
  ])("%s (%s): %s", (text, language, expected) => {
    const decision = decideTopic(text, language, topic);
    expect(decision.onTopic).toBe(expected);
    expect(decision.reason).not.toBe("");
  });
});
