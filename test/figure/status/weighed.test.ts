import { describe, expect, it } from "vitest";
import { loadDossier } from "../../../src/dossier/load.ts";
import type { Status } from "../../../src/figure/figure.ts";
import { byRules, byWeights, type Judges, judgesBy } from "../../../src/figure/judges.ts";
import { en } from "../../../src/figure/locale/en.ts";
import type { Locale } from "../../../src/figure/locale/locale.ts";
import { ru } from "../../../src/figure/locale/ru.ts";
import { tr } from "../../../src/figure/locale/tr.ts";
import { uk } from "../../../src/figure/locale/uk.ts";
import { explainDocument } from "../../../src/figure/read.ts";
import { statusCode } from "../../../src/figure/status/code.ts";
import { talkKindsOf } from "../../../src/figure/status/talk-words.ts";
import { Word } from "../../../src/figure/text/word.ts";
import { Model } from "../../../src/figure/weigh/model.ts";

const { story } = loadDossier("istanbul");
const statuses = (text: string, judges: Judges): readonly Status[] =>
  explainDocument(
    { text, title: null, language: "en", published: "2026-02-05", outlet: null, outletSide: null },
    story,
    judges,
  ).statuses;
const codes = (text: string, judges: Judges) => statuses(text, judges).map(statusCode);

describe("words of talks", () => {
  const kindsOf = (locale: Locale, word: string) => talkKindsOf(locale, new Word(word, word, null));

  it("are known whole, or by how they begin", () => {
    expect(kindsOf(en, "postponement")).toEqual(["delayed"]);
    expect(kindsOf(en, "round")).toEqual(["meeting"]);
    expect(kindsOf(en, "offset"), '"off" is a whole word').toEqual([]);
    expect(kindsOf(ru, "переговорах")).toEqual(["talks"]);
  });
});

describe.each([en, ru, tr, uk])("the words of talks in $tag", ({ talkWords }) => {
  it.each(Object.entries(talkWords))("name nothing twice: %s", (_, entries) => {
    const beginnings = entries.filter((entry) => entry.endsWith("*")).map((entry) => entry.slice(0, -1));
    const twice = entries.filter(
      (entry, at) =>
        entries.indexOf(entry) !== at || beginnings.some((word) => entry.startsWith(word) && entry !== `${word}*`),
    );
    expect(twice).toEqual([]);
  });
});

describe("a state", () => {
  const text = "The negotiators parted on Monday without a word. Talks between Moscow and Kyiv resumed.";

  it("is told by its words where weights say nothing of it, unless they speak against it", () => {
    expect(codes(text, byRules)).toEqual(["talks_resumed"]);
    expect(codes(text, judgesBy(new Model([])))).toEqual(["talks_resumed"]);
    expect(codes(text, judgesBy(new Model(["state\ttalks_resumed -300"])))).toEqual([]);
  });

  it("is told by its sentence where only the weights find it, as sure as they are", () => {
    const parted = judgesBy(new Model(["en state word parte\ttalks_held 400"]));
    const [held] = statuses(text, parted);
    expect(held).toMatchObject({ subject: "talks", state: "held", confidence: 0.92 });
    expect(held?.evidence.quote).toBe("The negotiators parted on Monday without a word.");
    expect(held?.trace).toEqual(["status: talks held", "by the words around: 0.92"]);
  });

  it.each([
    ["en", "Talks were not suspended."],
    ["en", "The talks have not been suspended, the Kremlin said."],
    ["en", "The next round of talks isn't planned."],
    ["ru", "Переговоры не приостановлены."],
    ["uk", "Переговори не призупинено."],
    ["tr", "Müzakereler askıya alınmadı."],
    ["en", "and snow fell on the hills ".repeat(12)],
    ["en", "peace ".repeat(3000)],
  ])("is not told where it is denied, or by saying one word again and again (%s: %s)", (language, text) => {
    const document = { text, title: null, language, published: "2026-02-05", outlet: null, outletSide: null };
    expect(explainDocument(document, story).statuses.map(statusCode)).toEqual([]);
  });

  it("told twice is as sure as its surer telling, whose trace it keeps", () => {
    const model = new Model(["en state word calml\ttalks_held 100", "en state word gladl\ttalks_held 400"]);
    const [held, ...more] = statuses("They met calmly in Geneva. They met gladly in Geneva.", judgesBy(model));
    expect(more).toEqual([]);
    expect(held?.trace.at(-1)).toContain(String(held?.confidence));
    expect(held?.evidence.quote).toContain("gladly");
  });

  it("that no list has is read as labelled reports taught", () => {
    const told = "The negotiators of the two countries gathered in Geneva for two days. Nothing was settled.";
    expect(codes(told, byRules)).toEqual([]);
    expect(codes(told, byWeights)).toEqual(["talks_held"]);
  });
});
