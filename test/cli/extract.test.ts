import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, test } from "vitest";
import { extract } from "../../src/cli/extract.ts";
import { loadDossier } from "../../src/dossier/load.ts";
import { projectRoot } from "../../src/runtime/project.ts";
import { command } from "../support/command.ts";

const folder = mkdtempSync(join(tmpdir(), "reading-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function answers(lines: readonly string[], dossier = "istanbul"): Promise<unknown[]> {
  const out = new PassThrough();
  const written = text(out);
  await extract(Readable.from([`${lines.join("\n")}\n`]), out, loadDossier(dossier).story);
  out.end();
  return (await written)
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
}

describe("recount extract", () => {
  const kyiv = "Russia handed over 1,000 bodies to Ukraine on Thursday.";

  test("answers each document by its figures, where they stand, and why", async () => {
    const [answer] = await answers([JSON.stringify({ id: "a", text: kyiv, published: "2026-02-26" })]);
    const start = kyiv.indexOf("1,000");
    expect(answer).toMatchObject({
      id: "a",
      figures: [
        {
          ...{ thing: "bodies", act: "returned", from: "RU", to: "UA", min: 1000, max: 1000, scope: "event" },
          ...{ asOf: "2026-02-26", evidence: "1,000 bodies", start, end: start + "1,000 bodies".length },
          trace: expect.arrayContaining(["noun after: bodies"]),
        },
      ],
      statuses: [],
    });
  });

  test("a line that is no document is told by its number, and the next is read", async () => {
    const [first, second] = await answers(["{broken", JSON.stringify({ id: 2, text: kyiv })]);
    expect(first).toMatchObject({ id: null, error: expect.stringContaining("not a document"), line: 1 });
    expect(second).toMatchObject({ id: 2, figures: [{ min: 1000 }] });
  });

  test.each([
    [{ id: 7, title: "x" }, "text: found nothing; allowed: the article's text"],
    [{ id: 7, text: "x", lang: "de" }, 'lang: found "de"; allowed: en, ru, uk, tr'],
    [{ id: 7, text: "x", published: "2026-02-30" }, 'published: found "2026-02-30"; allowed: a day, like "2026-02-05"'],
  ])("says what is wrong with %j", async (line, problem) => {
    expect(await answers([JSON.stringify(line)])).toEqual([{ id: 7, error: `not a document: ${problem}`, line: 1 }]);
  });

  test("counts the lines that were no documents, for the exit code", async () => {
    const out = new PassThrough();
    out.resume();
    expect(await extract(Readable.from(['[1]\n\n{"text":"x"}\nno\n']), out, loadDossier("istanbul").story)).toBe(2);
  });

  test("reads with the words of the dossier that it is given", async () => {
    const line = JSON.stringify({ text: "Hamas freed three hostages on Saturday." });
    expect(await answers([line], "gaza")).toMatchObject([{ figures: [{ from: "PS", to: "IL", min: 3 }] }]);
    expect(await answers([line])).toMatchObject([{ figures: [] }]);
  });
});

describe("recount eval", () => {
  const label = { thing: "bodies", act: "returned", from: "RU", to: "UA", qualifier: "exact", scope: "event" };
  const sheet = (name: string, lines: readonly unknown[]) => {
    const file = join(folder, name);
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join("\n"));
    return file;
  };

  test("scores right, wrong and missing figures, each document with its own story", async () => {
    const file = sheet("gold.jsonl", [
      { id: "1", lang: "en", text: "Russia gave Ukraine 1,000 bodies.", gold: [{ ...label, min: 1000, max: 1000 }] },
      { id: "2", lang: "en", text: "Russia gave Ukraine 900 bodies.", gold: [{ ...label, min: 901, max: 901 }] },
      {
        ...{ id: "3", lang: "en", dossier: "gaza", text: "Hamas freed three hostages." },
        gold: [{ ...label, thing: "persons", from: "PS", to: "IL", min: 3, max: 3 }],
      },
    ]);
    const { stdout, code } = await command(["eval", file, "--misses", "5", "--calibration"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^all +core +66\.7 +66\.7 +66\.7 +\(2\/1\/1\)$/m);
    expect(stdout).toMatch(/^2\n {2}missed: 901\.\.901/m);
    expect(stdout).toMatch(/^0\.9–1\.0 +2 +1 +50\.0$/m);
  });

  test.each([
    ["--folds", "1"],
    ["--folds", "many"],
  ])("says what %s may be, for %s", async (...option) => {
    const { code, stderr } = await command(["eval", sheet("one.jsonl", []), ...option]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/a whole number from (2 to 20|0)/);
  });

  test("names the file and the line of what is no JSON", async () => {
    const file = sheet("broken.jsonl", []);
    appendFileSync(file, "{\n");
    expect((await command(["eval", file])).stderr).toMatch(/broken\.jsonl:\d+ /);
  });

  test.each([
    ["labelled.txt", "# a | 2026-02-05 | -\nNothing.\n", "Call it en.txt"],
    ["en.txt", "", "holds no labelled document"],
    ["empty.jsonl", "\n", "holds no labelled document"],
  ])("refuses %s holding %j", async (name, text, problem) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    const { code, stderr } = await command(["eval", file]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(problem) });
    expect(stderr).toMatch(/^GOLD_INVALID/);
  });

  test("names the file and the line of a label that is none", async () => {
    const file = sheet("bad.jsonl", [
      { id: "1", lang: "en", text: "x", gold: [] },
      { id: "2", lang: "en", text: "x" },
    ]);
    const { stderr, code } = await command(["eval", file]);
    expect(code).not.toBe(0);
    expect(stderr).toContain(`${file}:2`);
    expect(stderr).toContain("GOLD_INVALID");
  });
});

describe("recount read", () => {
  const file = join(folder, "report.txt");
  writeFileSync(file, "Russia handed over 1,000 bodies to Ukraine. The guards wore 1,212 badges.\n");

  test("marks the figures in the text and says which rules made them", async () => {
    const { stdout } = await command(["read", file, "--published", "2026-02-26"]);
    expect(stdout).toContain("[1,000 bodies]");
    expect(stdout).toMatch(/noun after: bodies.*\(confidence 0\.\d\d\)/);
  });

  test("says what would wait for review in the store, and why", async () => {
    const early = join(folder, "early.txt");
    writeFileSync(early, "Россия передала Украине 1000 тел 24 мая. Переговоры приостановлены, сообщили в Кремле.\n");
    const read = (published: string, ...more: string[]) => command(["read", early, "--published", published, ...more]);
    expect((await read("2026-05-22")).stdout).toContain("waits for review: of a day that has not come");
    expect((await read("2026-05-24")).stdout).not.toContain("waits for review");
    const doubts = async (...more: string[]) => {
      const answer = JSON.parse((await read("2026-05-24", "--json", ...more)).stdout);
      return [...answer.figures, ...answer.statuses].map(({ doubt }: { doubt: string | null }) => doubt);
    };
    expect(await doubts()).toEqual([null, null]);
    const careful = join(folder, "careful");
    cpSync(join(projectRoot, "config", "istanbul"), careful, { recursive: true });
    const settings = join(careful, "dossier.yaml");
    writeFileSync(settings, readFileSync(settings, "utf8").replace(/confidence: [\d.]+/, "confidence: 1"));
    expect(await doubts("--dossier", careful)).toEqual(Array(2).fill("read with little confidence"));
  });

  test("says why a number is no figure, however it is written", async () => {
    for (const asked of ["1,212", "1212"]) {
      const { stdout } = await command(["read", file, "--why-not", asked]);
      expect(stdout).toContain("1,212");
      expect(stdout).toContain("counts something");
    }
    const { stdout } = await command(["read", file, "--why-not", "77"]);
    expect(stdout).toContain('no number "77"');
  });

  test("takes a number whole, and tells each place of it once with each reading and its way", async () => {
    const asked = async (number: string) =>
      (await command(["read", "demo/example.txt", "--published", "2026-02-05", "--why-not", number])).stdout;
    expect(await asked("5")).not.toContain("157");
    const lines = (await asked("157")).trimEnd().split("\n");
    expect(lines.map((line) => line.slice(0, 26).trim())).toEqual([
      expect.stringMatching(/^….*/),
      "a figure, RU → UA: noun",
      "a figure, UA → RU: noun",
      expect.stringMatching(/^….*/),
      "told before: 157 prison",
    ]);
    expect((await command(["read", "demo/example.txt", "--why-not", ""])).code).toBe(2);
  });

  test("says of a picture that it is no text", async () => {
    const { code, stdout, stderr } = await command(["read", "docs/dashboard.png"]);
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: "",
      stderr: expect.stringContaining("docs/dashboard.png holds no text"),
    });
  });

  test("says where one amount is told in two ways, and which reading stands", async () => {
    const twice = join(folder, "twice.txt");
    const promised = "Ukraine will get 1,000 bodies from Russia, Medinsky promised.";
    writeFileSync(
      twice,
      `${promised}\n\nRussia handed over 1,000 bodies to Ukraine, the headquarters in Kyiv confirmed.\n`,
    );
    const { stdout } = await command(["read", twice, "--published", "2026-02-26", "--why-not", "1,000"]);
    expect(stdout).toContain("scope: one event");
    expect(stdout).toContain("told in another way elsewhere in the text");
  });
});
