import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { loadDossier } from "../../src/dossier/load.ts";
import { proposeBaseline } from "../../src/dossier/propose-baseline.ts";
import { readDocument } from "../../src/figure/read.ts";
import { projectRoot } from "../../src/runtime/project.ts";

const folder = mkdtempSync(join(tmpdir(), "recount-baseline-"));
const dossier = loadDossier("istanbul");

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function propose(
  text: string,
  source: { url: string | null; outlet: string | null } = { url: null, outlet: null },
): string {
  const document = { text, title: null, language: "en", published: "2026-03-01", outlet: null, outletSide: null };
  return proposeBaseline(document, readDocument(document, dossier.story), source, dossier);
}

/** As `recount check` reads it, beside the dossier's other files. */
function checked(proposal: string) {
  const place = join(folder, "story");
  cpSync(join(projectRoot, "config", "istanbul"), place, { recursive: true });
  writeFileSync(join(place, "baseline.yaml"), proposal);
  return loadDossier(place).baseline;
}

it("an article's totals, speaker, day and states are a baseline that recount check takes", () => {
  const text = readFileSync(join(projectRoot, "test", "dossier", "article.txt"), "utf8");
  const baseline = checked(propose(text, { url: "https://news.example/1", outlet: 'The "Example"' }));
  expect(baseline).toMatchObject({ outlet: 'The "Example"', url: "https://news.example/1", published: "2026-03-01" });
  expect(baseline).toMatchObject({ speaker: "Vladimir Medinsky", speakerSide: "RU" });
  const year = { start: "2025-01-01", end: "2025-12-31" };
  expect(baseline.figures).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ metric: "servicemen_to_russia", min: 2300, qualifier: "about", origin: "stated" }),
      expect.objectContaining({ metric: "kursk_residents_held", min: 12, qualifier: "exact", basis: null }),
      expect.objectContaining({
        metric: "persons_to_russia",
        min: 2470,
        origin: "derived",
        basis: expect.objectContaining(year),
      }),
    ]),
  );
  expect(baseline.figures.some(({ metric }) => metric === "bodies_to_ukraine")).toBe(false);
  expect(baseline.statuses).toEqual([expect.objectContaining({ subject: "talks", state: "suspended" })]);
});

it("what an article does not tell is asked for in comments, and the file holds all the same", () => {
  const proposal = propose("More than 7,000 bodies have been returned to Ukraine since the start of the war.");
  for (const question of ["who published it?", "where does it stand?", "who says so?", "whose side?"])
    expect(proposal).toContain(question);
  expect(checked(proposal).figures).toMatchObject([{ metric: "bodies_to_ukraine", min: 7000, max: null }]);
});
