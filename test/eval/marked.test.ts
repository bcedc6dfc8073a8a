import { describe, expect, it } from "vitest";
import { readMarked } from "../../src/eval/marked.ts";

const report = `# a-1 | 2026-02-05 | UA
Russia handed over [about 1,000 bodies]{bodies returned RU>UA ~1000 event @RU} and got [38]{bodies returned UA>RU 38 event}.
---
# a-2 | 2026-02-06 | -
They swapped [157 each]{servicemen returned RU>UA 157 event; servicemen returned UA>RU 157 event}, [5 of them wounded]{?servicemen returned RU>UA 5 event}.

[Up to 40]{civilians held UA>- <40 @RU} remain.`;

describe("marked documents", () => {
  const [first, second] = readMarked(report, "en", "en.txt");

  it("hold the text without its marks, each figure where it stands", () => {
    expect(first).toMatchObject({ id: "a-1", lang: "en", published: "2026-02-05", outletSide: "UA" });
    expect(first?.text).toBe("Russia handed over about 1,000 bodies and got 38.");
    expect(first?.gold.map(({ start, end }) => first.text.slice(start, end))).toEqual(["about 1,000 bodies", "38"]);
    expect(first?.gold[0]).toMatchObject({ min: 1000, max: 1000, qualifier: "about", from: "RU", to: "UA" });
  });

  it("tell several figures of one phrase, those that may be left out, and bounds", () => {
    expect(second?.outletSide).toBeNull();
    expect(second?.gold.map(({ to, min, max }) => ({ to, min, max }))).toEqual([
      { to: "UA", min: 157, max: 157 },
      { to: "RU", min: 157, max: 157 },
      { to: null, min: 0, max: 40 },
    ]);
    expect(second?.gold[2]).toMatchObject({ act: "held", from: "UA", scope: "cumulative", qualifier: "up_to" });
    expect(second?.optional).toHaveLength(1);
  });

  it("tell the states of the talks after the text, each with its words", () => {
    const [one, none] = readMarked(
      "# a | 2026-01-01 | -\nThe sides met in Geneva.\n\nNothing came of it.\n= talks_held @UA: The sides met in Geneva\n---\n# b | 2026-01-01 | -\nFive came home.\n= none",
      "en",
      "x.txt",
    );
    expect(one?.text).toBe("The sides met in Geneva.\n\nNothing came of it.");
    expect(one?.status).toEqual([{ status: "talks_held", start: 0, end: 23 }]);
    expect(none?.status).toEqual([]);
    expect(first?.status, "where no line tells of them").toBeNull();
  });

  it("are the same with the line ends of another system, and behind a byte-order mark", () => {
    expect(readMarked(`\uFEFF${report.replaceAll("\n", "\r\n")}`, "en", "en.txt")).toEqual([first, second]);
  });

  it.each([
    ["no head", "Russia gave 5 bodies.", "x.txt:1  no head"],
    ["a label that is none", "# a | 2026-01-01 | -\n[5 bodies]{bodies RU>UA 5 event}", "x.txt:1  a: not a label"],
    ["a figure without its scope", "# a | 2026-01-01 | -\n[5 bodies]{bodies returned RU>UA 5}", "not a label"],
    [
      "a mark that was mistyped",
      "# a | 2026-01-01 | -\n[5 bodies] {bodies returned RU>UA 5 event}",
      "a: a bracket that marks no figure",
    ],
    [
      "a state in words of its own",
      "# a | 2026-01-01 | -\nThey met.\n= talks_held: They talked",
      "a: not words of the text",
    ],
    [
      "a state that is none",
      "# a | 2026-01-01 | -\nThey met.\n= talks_hold: They met",
      "a: no state of the talks: talks_hold",
    ],
    [
      "a state without its blank",
      "# a | 2026-01-01 | -\nThey met.\n=talks_held: They met",
      "a: not a state: =talks_held",
    ],
    [
      "none beside a state",
      "# a | 2026-01-01 | -\nThey met.\n= talks_held: They met\n= none",
      '"= none" beside a state',
    ],
    ["a line that is no state", "# a | 2026-01-01 | -\nThey met.\n= talks held", "a: not a state: = talks held"],
    ["an error further down", `${report}\n---\nno head here`, "x.txt:9  no head"],
  ])("name file and line of %s", (_, text, message) => {
    expect(() => readMarked(text, "en", "x.txt")).toThrow(message);
  });
});
