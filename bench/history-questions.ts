import type { Pool } from "pg";
import type { Dossier } from "../src/dossier/dossier.ts";
import { baselineComparison, changeLog, figuresOf, runningTotals, standingClaims } from "../src/store/dashboard.ts";
import { daysOf, firstDay } from "./history-model.ts";
import { percentile } from "./percentile.ts";

const repeats = 100;
const warmUps = 10;

/** Question → how long 95 % of the answers take at most. */
export async function answerTimes(
  pool: Pool,
  dossiers: readonly Dossier[],
  size: number,
): Promise<Record<string, string>> {
  const days = daysOf(size, dossiers.length);
  const instant = (share: number) =>
    new Date(Date.parse(`${firstDay}T12:00:00Z`) + Math.floor(share * days) * 86_400_000);
  const page = { metric: null, kind: null, before: null, limit: 50 };
  const asked: Record<string, (story: string, share: number) => Promise<unknown>> = {
    latest: (story) => standingClaims(pool, story),
    "one series": (story) => figuresOf(pool, story, "bodies_to_ukraine", 200),
    comparison: (story) => baselineComparison(pool, story),
    totals: (story) => runningTotals(pool, story),
    "log page": (story) => changeLog(pool, story, page),
    "log of a metric": (story) => changeLog(pool, story, { ...page, metric: "bodies_to_ukraine" }),
    "log of a kind": (story) => changeLog(pool, story, { ...page, kind: "lowered" }),
    "latest as of": (story, share) => standingClaims(pool, story, instant(share)),
    "comparison as of": (story, share) => baselineComparison(pool, story, instant(share)),
    "totals as of": (story, share) => runningTotals(pool, story, instant(share)),
  };
  const found: Record<string, string> = {};
  for (const [name, ask] of Object.entries(asked)) {
    const times: number[] = [];
    for (let run = 0; run < repeats + warmUps; run += 1) {
      const startMs = performance.now();
      await ask(dossiers[run % dossiers.length]?.name ?? "", (run % 10) / 10);
      if (run >= warmUps) times.push(performance.now() - startMs);
    }
    found[name] = `${percentile(times, 0.95).toFixed(1)} ms`;
  }
  return found;
}
