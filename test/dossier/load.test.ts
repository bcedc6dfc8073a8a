import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { DossierError, loadDossier } from "../../src/dossier/load.ts";
import { RecountError } from "../../src/runtime/errors.ts";
import { projectRoot } from "../../src/runtime/project.ts";
import type { Problem } from "../../src/runtime/yaml-source.ts";

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** A copy of the shipped dossier with one text of one file replaced. */
function altered(file: string, ...edits: readonly (readonly [string, string])[]): string {
  const folder = mkdtempSync(join(tmpdir(), "dossier-"));
  made.push(folder);
  cpSync(join(projectRoot, "config", "istanbul"), folder, { recursive: true });
  let text = readFileSync(join(folder, file), "utf8");
  for (const [from, to] of edits) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  writeFileSync(join(folder, file), text);
  return folder;
}

function problemsOf(folder: string): readonly Problem[] {
  try {
    loadDossier(folder);
  } catch (error) {
    if (error instanceof DossierError) return error.problems;
    throw error;
  }
  return [];
}

describe("the shipped dossier", () => {
  const dossier = loadDossier("istanbul");

  test("states the eight figures of its baseline and two that follow from them", () => {
    const amounts = dossier.baseline.figures.map(({ metric, min, qualifier, origin }) => [
      metric,
      min,
      qualifier,
      origin,
    ]);
    expect(amounts).toEqual([
      ["servicemen_to_russia", 2300, "about", "stated"],
      ["civilians_to_russia", 170, "about", "stated"],
      ["servicemen_to_ukraine", 2400, "about", "stated"],
      ["civilians_to_ukraine", 170, "about", "stated"],
      ["bodies_to_ukraine", 12_000, "about", "editor"],
      ["bodies_to_russia", 200, "about", "editor"],
      ["kursk_residents_held", 12, "exact", "stated"],
      ["working_groups_offered", 3, "exact", "stated"],
      ["persons_to_russia", 2470, "about", "derived"],
      ["persons_to_ukraine", 2570, "about", "derived"],
    ]);
    expect(dossier.baseline.statuses.map(({ subject, state }) => `${subject} ${state}`)).toEqual([
      "talks suspended",
      "notice not_received",
      "proposal unanswered",
      "contacts none_known",
      "body_exchange expected",
      "ceasefire awaits_decision",
    ]);
  });

  test("follows at least thirty outlets' feeds, in each of the four languages, and searches besides", () => {
    const articles = dossier.feeds.filter(({ kind }) => kind === "articles");
    expect(articles.length).toBeGreaterThanOrEqual(30);
    for (const kind of ["articles", "headlines"] as const)
      expect(new Set(dossier.feeds.filter((feed) => feed.kind === kind).map(({ language }) => language))).toEqual(
        new Set(["en", "ru", "uk", "tr"]),
      );
  });

  test("names its sides and its topic in every language it follows", () => {
    for (const { names, adjectives } of dossier.story.sides)
      for (const words of [names, adjectives]) expect(Object.keys(words).sort()).toEqual(["en", "ru", "tr", "uk"]);
    expect(Object.keys(dossier.topic.words).sort()).toEqual(["en", "ru", "tr", "uk"]);
  });
});

describe("every folder of config", () => {
  test.each(["istanbul", "gaza"])("%s is a dossier without problems", (name) => {
    const { story, metrics, baseline, feeds } = loadDossier(name);
    expect(story.sides).toHaveLength(2);
    expect(metrics.length).toBeGreaterThan(baseline.figures.length);
    expect(feeds.length).toBeGreaterThan(9);
  });
});

describe("a dossier with problems", () => {
  test("that is still empty is told all that it needs", () => {
    const folder = mkdtempSync(join(tmpdir(), "dossier-"));
    made.push(folder);
    for (const file of ["dossier", "baseline", "feeds"]) writeFileSync(join(folder, `${file}.yaml`), "");
    const paths = problemsOf(folder).map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(["title", "sides", "metrics", "published", "figures", "feeds"]));
  });

  test("tells all of them at once, each with file, line, what was found and what is allowed", () => {
    const folder = altered("feeds.yaml", ["side: RU", "side: FR"], ["language: en", "language: english"]);
    const found = problemsOf(folder).map(({ line, path, found, allowed }) => ({ line, path, found, allowed }));
    const lines = readFileSync(join(folder, "feeds.yaml"), "utf8").split("\n");
    expect(found).toHaveLength(2);
    expect(found).toContainEqual({
      line: lines.indexOf("    side: FR") + 1,
      path: expect.stringMatching(/^feeds\.\d+\.side$/),
      found: '"FR"',
      allowed: "one of RU, UA",
    });
    expect(found).toContainEqual({
      line: lines.indexOf("    language: english") + 1,
      path: "feeds.0.language",
      found: '"english"',
      allowed: "one of en, ru, uk, tr",
    });
  });

  test.each([
    ["an unknown side of a speaker", "dossier.yaml", "side: UA", "side: XX", '"XX"', "one of RU, UA, other"],
    [
      "a metric twice",
      "dossier.yaml",
      "name: civilians_to_russia",
      "name: servicemen_to_russia",
      '"servicemen_to_russia"',
      "used once",
    ],
    [
      "two metrics that select the same",
      "dossier.yaml",
      "thing: civilians,\n",
      "thing: servicemen,\n",
      '"civilians_to_russia"',
      "selects the same",
    ],
    [
      "a group of an unknown thing",
      "dossier.yaml",
      "thing: civilians\n    side: RU",
      "thing: sailors\n    side: RU",
      '"sailors"',
      "one of servicemen",
    ],
    [
      "a metric that the dossier lacks",
      "baseline.yaml",
      "metric: bodies_to_russia",
      "metric: bodies_to_mars",
      '"bodies_to_mars"',
      "one of",
    ],
    ["a frame that the dossier lacks", "baseline.yaml", "frame: istanbul", "frame: ankara", '"ankara"', "istanbul"],
    ["an exact amount with two ends", "baseline.yaml", "max: 12000", "max: 13000", "13000", "12000, the same as min"],
    [
      "a day that no calendar has",
      "baseline.yaml",
      "published: 2025-12-30",
      "published: 2025-02-30",
      '"2025-02-30"',
      "a day",
    ],
    ["a feed's name twice", "feeds.yaml", "name: guardian-world", "name: bbc-world", '"bbc-world"', "used once"],
    [
      "a key nobody knows",
      "feeds.yaml",
      "outlet: The Guardian",
      "outlet: The Guardian\n    colour: blue",
      '"colour"',
      "one of name",
    ],
    ["a star inside a word", "dossier.yaml", "- kremlin\n", "- krem*lin\n", '"krem*lin"', "only at a word's end"],
    ["a size that is none", "dossier.yaml", "handover: 2000", "handover: many", '"many"', "a whole number from 1"],
    ["a beginning without a day", "dossier.yaml", "day: 2022-02-24", "day: 2022", "2022", "a day"],
    ["a time zone nobody knows", "dossier.yaml", "Europe/Kyiv", "Europe/Atlantis", '"Europe/Atlantis"', "IANA"],
  ])("names %s", (_what, file, from, to, found, allowed) => {
    const problems = problemsOf(altered(file, [from, to]));
    expect(problems).toContainEqual(
      expect.objectContaining({
        file: expect.stringContaining(file),
        found,
        allowed: expect.stringContaining(allowed),
      }),
    );
  });

  test("points at the line of broken YAML", () => {
    const folder = altered("baseline.yaml", ["outlet: Anews", 'outlet: "Anews']);
    expect(problemsOf(folder)[0]).toMatchObject({ path: "", allowed: "valid YAML" });
  });

  test("tells broken YAML alone, without what would follow from it", () => {
    const folder = altered("dossier.yaml", ["sides:", "sides: ["]);
    expect(new Set(problemsOf(folder).map(({ allowed }) => allowed))).toEqual(new Set(["valid YAML"]));
  });

  test("tells an empty file the keys that it needs, once", () => {
    const folder = altered("dossier.yaml");
    writeFileSync(join(folder, "dossier.yaml"), "# nothing yet\n");
    const problems = problemsOf(folder);
    expect(problems.map(({ path }) => path)).toContain("sides");
    expect(problems.filter(({ file }) => !file.endsWith("dossier.yaml"))).toEqual([]);
  });

  test("tells a folder in the place of a file, and aliases without end", () => {
    const folder = altered("feeds.yaml");
    const bomb = [
      "a: &a [x]",
      ..."bcdefgh".split("").map((name, at) => {
        const before = `*${"abcdefg"[at] ?? ""}`;
        return `${name}: &${name} [${Array.from({ length: 9 }, () => before).join(", ")}]`;
      }),
    ];
    writeFileSync(join(folder, "feeds.yaml"), `${bomb.join("\n")}\n`);
    expect(problemsOf(folder)).toEqual([expect.objectContaining({ allowed: "fewer aliases" })]);
    rmSync(join(folder, "feeds.yaml"));
    mkdirSync(join(folder, "feeds.yaml"));
    expect(problemsOf(folder)).toEqual([expect.objectContaining({ found: "something else of that name" })]);
  });

  test("names a file that is missing", () => {
    const folder = altered("feeds.yaml");
    rmSync(join(folder, "feeds.yaml"));
    expect(problemsOf(folder)).toMatchObject([{ path: "", found: "no such file" }]);
  });

  test("is refused with one coded error that holds every problem", () => {
    const folder = altered("dossier.yaml", ["act: held", "act: kept"], ["reach: both", "reach: either"]);
    expect(() => loadDossier(folder)).toThrow(/2 problems:\n.*dossier\.yaml:\d+ .*"kept".*\n.*"either"/s);
    expect(() => loadDossier(folder)).toThrow(expect.objectContaining({ code: "DOSSIER_INVALID" }));
  });

  test("is told apart from one that does not exist", () => {
    expect(() => loadDossier("atlantis")).toThrow(expect.objectContaining({ code: "DOSSIER_MISSING" }));
    expect(() => loadDossier("atlantis")).toThrow(RecountError);
  });
});
