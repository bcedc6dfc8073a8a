import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadDossier } from "../../src/dossier/load.ts";
import { readCorpus, readStateCorpus } from "../../src/eval/corpus.ts";
import { judgesOf } from "../../src/eval/folds.ts";
import { learn, weightFilesOf, weightLinesOf } from "../../src/eval/learn.ts";
import { type Lesson, lessonsOf, type Taught } from "../../src/eval/lessons.ts";
import { readMarked } from "../../src/eval/marked.ts";
import { explainDocument } from "../../src/figure/read.ts";
import { Model } from "../../src/figure/weigh/model.ts";
import { likeliest, SCOPES } from "../../src/figure/weigh/questions.ts";
import type { Telling } from "../../src/figure/weigh/sign.ts";
import { projectRoot } from "../../src/runtime/project.ts";

const { story } = loadDossier("istanbul");

function taught(marked: string): Taught {
  const [document] = readMarked(`# a | 2026-02-05 | -\n${marked}`, "en", "en.txt");
  if (!document) throw new Error("no document");
  const { text, lang: language, published, gold, optional, status } = document;
  return {
    document: { text, title: null, language, published, outlet: null, outletSide: null },
    ...{ story, gold, optional, status, weight: 1 },
  };
}

const asked = (marked: string) =>
  lessonsOf(taught(marked)).map(({ question, answers, right }) => [question, answers[right]?.answer ?? null]);

describe("a labelled document teaches", () => {
  it("of each figure that it is one, its scope, its thing and its way, which is told twice: of sides with their habits and with the other's", () => {
    expect(asked("Russia handed [60 bodies]{bodies returned RU>UA 60 event} over to Ukraine.")).toEqual([
      ["real", "real"],
      ["scope", "event"],
      ["thing", "bodies"],
      ["way", "way"],
      ["way", "way"],
    ]);
  });

  it("of a number without a label that it is none", () => {
    expect(asked("Ukraine said Russia had lost 60 soldiers in the attack.")).toEqual([["real", null]]);
  });

  it("nothing of what may be left out", () => {
    expect(asked("Russia freed [60 men]{?servicemen returned RU>UA 60 event} and returned them to Ukraine.")).toEqual(
      [],
    );
  });

  it("of each sentence which states it tells and which not, unless the text tells them elsewhere", () => {
    const told = asked(
      "The sides met in Geneva on Monday. The round lasted an hour. Snow fell.\n= talks_held: The sides met",
    );
    expect(told.filter(([question, answer]) => question === "state" && answer !== null)).toEqual([
      ["state", "talks_held"],
    ]);
    expect(told).toHaveLength(6 + 5 + 5);
    expect(asked("The sides met in Geneva on Monday.\n= none")).toHaveLength(6);
    expect(asked("The sides met in Geneva on Monday."), "where states are not labelled").toEqual([]);
  });

  it("so many each way as one answer", () => {
    const each = "[60 prisoners each]{persons returned RU>UA 60 event; persons returned UA>RU 60 event}";
    expect(asked(`Russia and Ukraine swapped ${each}.`)).toContainEqual(["way", "both"]);
  });
});

const signsOf =
  (...signs: readonly string[]): Telling =>
  (tell) => {
    for (const sign of signs) tell(...sign.split(" "));
  };
const SIGNS = ["word sun", "word rain", "word sky"];
const lesson = (sign: string, right: number): Lesson => ({
  question: "scope",
  answers: SCOPES.map((answer) => ({ answer, signs: [sign, "word sky"] })),
  ...{ right, weight: 1 },
});
const lessons = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? lesson("word sun", 0) : lesson("word rain", 1)));

describe("what was learned", () => {
  it("tells the answers apart by their signs", () => {
    const model = new Model(weightLinesOf(learn(lessons)));
    const told = (...signs: readonly string[]) => {
      const sums = model.sums(signsOf(...signs));
      return likeliest(
        SCOPES,
        SCOPES.map((scope) => sums.of(scope)),
      ).name;
    };
    expect(told("word sun")).toBe("event");
    expect(told("word rain", "word sky")).toBe("cumulative");
    expect(model.reasons(signsOf(...SIGNS), "cumulative", "event")).toMatch(/^word rain/);
  });

  it("is the same every time", () => {
    expect(weightLinesOf(learn(lessons))).toEqual(weightLinesOf(learn(lessons)));
  });

  it("holds no sign that is seldom seen", () => {
    expect(learn([...lessons, lesson("word snow", 2)]).has("word snow")).toBe(false);
  });

  it("goes into the list of the language that the words are of, else into the one that all share", () => {
    const own = Array.from({ length: 40 }, (_, at) => lesson(at % 2 === 0 ? "en word sun" : "ru word rain", at % 2));
    const files = weightFilesOf(learn(own));
    expect([...files.keys()].toSorted()).toEqual([
      ...["en", "ru", "tr", "uk"].map((tag) => `locale/${tag}/weights.ts`),
      "weigh/weights.ts",
    ]);
    expect(files.get("locale/en/weights.ts")?.[0]).toMatch(/^en word sun\t/);
    expect(files.get("locale/ru/weights.ts")?.[0]).toMatch(/^ru word rain\t/);
    expect(files.get("locale/uk/weights.ts")).toEqual([]);
  });

  it("may be read from lines, and an answer that no question has is an error", () => {
    expect(() => new Model(["word sun\tnoon 12"])).toThrow("no question has such an answer: word sun");
  });
});

describe("the corpora of states", () => {
  const all = readStateCorpus(join(projectRoot, "test/figure/corpus/en"), "en");

  it("tell the state that they stand under, and none under another subject's", () => {
    const toldBy = (text: string) => all.find((one) => one.text === text)?.status;
    const plain = "The negotiations have restarted.";
    expect(toldBy(plain)).toEqual([{ status: "talks_resumed", start: 0, end: plain.length }]);
    expect(toldBy("Moscow has received no notice of an end to the process.")).toEqual([]);
  });

  it("leave open which of two sentences tells it, and what numbers count", () => {
    const two = all.find(({ text }) => text === "We wrote to them a fortnight ago. Silence.");
    expect(two?.status).toEqual([{ status: "proposal_unanswered", start: -1, end: -1 }]);
    expect(two?.optional).toMatchObject([{ start: 0, end: two?.text.length }]);
  });
});

describe("documents in parts", () => {
  it("are read by a judge that has learned from the other parts alone", () => {
    const all = readCorpus(join(projectRoot, "test/figure/corpus/en"), "en").slice(0, 60);
    const documents = all.map(({ text, lang, title, published, outletSide, gold, optional }) => ({
      document: { text, title, language: lang, published, outlet: null, outletSide },
      ...{ story, gold, optional, status: null, weight: 1 },
    }));
    const judgesFor = judgesOf(documents, 2);
    const read = documents.map(
      ({ document }, at) => explainDocument(document, story, judgesFor(at)).figures.length > 0,
    );
    expect(judgesFor(0)).toBe(judgesFor(2));
    expect(judgesFor(0)).not.toBe(judgesFor(1));
    expect(read.filter(Boolean).length).toBeGreaterThan(30);
  });
});
