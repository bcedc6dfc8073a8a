import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addDays } from "../../src/change/day.ts";
import { syncBaseline } from "../../src/store/baseline.ts";
import { transaction } from "../../src/store/transaction.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";
import { istanbul } from "../support/task-context.ts";

// The views find what stands by indexes and lists; here the same is found by looking at every row of a random small history.
const stories = ["istanbul", "another"];
const metric = "bodies_to_ukraine";
let database: TestDatabase;
let series: string;

beforeAll(async () => {
  database = await freshDatabase();
  for (const name of stories)
    await transaction(database.pool, (client) =>
      syncBaseline(client, { ...istanbul, name }, new Date("2026-01-01T00:00:00Z")),
    );
  await database.pool.query(
    `
    insert into recount.report (dossier, canonical_url, outlet, seen_at, backfilled, headline_only)
      select story, 'https://a.example', 'A', now(), false, false from unnest($1::text[]) as story`,
    [stories],
  );
  await database.pool.query(`
    insert into recount.revision (report_id, number, text_hash, text, language, read_by, recorded_at)
      select report_id, 1, 'h', 'text', 'en', 'test', now() from recount.report`);
  await database.pool.query(`
    insert into recount.extraction (dossier, revision_id, extractor_version, story_hash, recorded_at)
      select 'istanbul', revision_id, '1', 's', now() from recount.revision`);
  const lines = await rows<{ series: string }>(
    "select series from recount.baseline_lines_as_of('infinity', 'istanbul') where metric = $1",
    [metric],
  );
  series = lines[0]?.series ?? "";
});

afterAll(async () => {
  await database.drop();
});

async function rows<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await database.pool.query(text, values)).rows;
}

const first = "2026-01-01";
const dayAt = (index: number) => addDays(first, index);
const instantAt = (index: number) => `${dayAt(index)}T12:00:00.000Z`;

interface Stored {
  readonly story: string;
  readonly recorded_at: string;
  readonly retired_at: string | null;
}
interface StoredFigure extends Stored {
  readonly claimant: string;
  readonly as_of: string;
  readonly low: number;
  readonly high: number | null;
  readonly told_at: string;
  readonly trusted: boolean;
  readonly reading: string;
}
interface StoredStatus extends Stored {
  readonly subject: string;
  readonly state: string;
  readonly as_of: string;
  readonly told_at: string;
  readonly trusted: boolean;
  readonly reading: string;
}
interface StoredEvent extends Stored {
  readonly day: string;
  readonly low: number;
  readonly high: number | null;
}

const life = fc.record({
  story: fc.constantFrom(...stories),
  begins: fc.nat(100),
  // Short and long lives on both sides of the bound between them, and those that have not ended.
  lasts: fc.oneof(fc.nat(5), fc.constantFrom(29, 30, 31, 90), fc.constant(null)),
});
const amount = fc.record({ low: fc.nat(3), width: fc.oneof(fc.nat(2), fc.constant(null)) });
const stored = ({ story, begins, lasts }: { story: string; begins: number; lasts: number | null }): Stored => ({
  ...{ story, recorded_at: instantAt(begins), retired_at: lasts === null ? null : instantAt(begins + lasts) },
});
const figures = fc.array(
  fc.record({
    ...{
      life,
      amount,
      claimant: fc.constantFrom("RU", "UA"),
      ago: fc.nat(120),
      hour: fc.nat(2),
      trusted: fc.boolean(),
    },
  }),
  { maxLength: 25 },
);
const events = fc.array(fc.record({ life, amount, ago: fc.nat(120) }), { maxLength: 25 });

const statuses = fc.array(
  fc.record({
    life,
    subject: fc.constantFrom("talks", "notice", "another subject"),
    state: fc.constantFrom("suspended", "resumed", "held"),
    ago: fc.nat(120),
    // Of one day some are published at another hour.
    hour: fc.nat(2),
    trusted: fc.boolean(),
  }),
  { maxLength: 20 },
);

const high = ({ low, width }: { low: number; width: number | null }) => (width === null ? null : low + width);

async function store(
  told: readonly StoredFigure[],
  held: readonly StoredEvent[],
  said: readonly StoredStatus[],
): Promise<void> {
  await database.pool.query("truncate recount.figure, recount.status_claim, recount.line, recount.event cascade");
  await database.pool.query(
    `insert into recount.status_claim (extraction_id, dossier, report_id, revision_id, reading, subject, state, as_of, told_at, quote,
       quote_start, quote_end, trace, confidence, trusted, recorded_at, retired_at)
     select x.extraction_id, story, p.report_id, x.revision_id, reading, subject, s.state, as_of, told_at, 'q', 0, 1, '{}', 1, trusted,
       s.recorded_at, s.retired_at
     from jsonb_to_recordset($1) as s (story text, subject text, state text, as_of date, told_at timestamptz, trusted boolean,
       reading text, recorded_at timestamptz, retired_at timestamptz)
     join recount.report p on p.dossier = story
     join recount.revision r on r.report_id = p.report_id
     join recount.extraction x on x.revision_id = r.revision_id`,
    [JSON.stringify(said)],
  );
  await database.pool.query(
    `insert into recount.figure (extraction_id, dossier, report_id, revision_id, slot, reading, thing, act, reach, min, max,
       qualifier, low, high, scope, basis_known, as_of, claimant, metric, series, line, quote, quote_start, quote_end, cues,
       trace, confidence, trusted, recorded_at, retired_at, told_at, rank_day)
     select x.extraction_id, story, p.report_id, x.revision_id, reading, reading, 'bodies', 'returned', 'one_way', low, high,
       'exact', low, high, 'cumulative', true, as_of, claimant, $2, $3, $3 || '|' || claimant, 'q', 0, 1, '[]', '{}', 1,
       trusted, f.recorded_at, f.retired_at, told_at, as_of
     from jsonb_to_recordset($1) as f (story text, claimant text, as_of date, low numeric, high numeric, trusted boolean,
       told_at timestamptz, reading text, recorded_at timestamptz, retired_at timestamptz)
     join recount.report p on p.dossier = story
     join recount.revision r on r.report_id = p.report_id
     join recount.extraction x on x.revision_id = r.revision_id`,
    [JSON.stringify(told), metric, series],
  );
  await database.pool.query(`insert into recount.line (line, dossier, metric, series, claimant)
    select distinct line, dossier, metric, series, claimant from recount.figure where trusted`);
  await database.pool.query(
    `insert into recount.event (dossier, metric, day, last_day, low, high, centre, printed, voices, reports, claims, figure_ids,
       disputed, recorded_at, retired_at)
     select story, $2, day, day, low, high, (low + high) / 2, 'n', 1, 1, '[]', '{}', false, recorded_at, retired_at
     from jsonb_to_recordset($1) as e (story text, day date, low numeric, high numeric, recorded_at timestamptz,
       retired_at timestamptz)`,
    [JSON.stringify(held), metric],
  );
}

const knownAt = (at: string) => (row: Stored) =>
  at === "infinity"
    ? row.retired_at === null
    : row.recorded_at <= at && (row.retired_at === null || row.retired_at > at);

/** The newest, then the narrowest, then what was published last, then the last by its key. */
function stands(told: readonly StoredFigure[]): StoredFigure | undefined {
  const spread = (row: StoredFigure) => (row.high === null ? Number.POSITIVE_INFINITY : row.high - row.low);
  return told.toSorted((a, b) => {
    if (a.as_of !== b.as_of) return a.as_of > b.as_of ? -1 : 1;
    const wider = spread(a) === spread(b) ? 0 : spread(a) - spread(b);
    return wider === 0 ? (a.told_at + a.reading > b.told_at + b.reading ? -1 : 1) : wider;
  })[0];
}

function standing(told: readonly StoredFigure[], at: string): string[] {
  const known = told.filter((row) => row.trusted && knownAt(at)(row));
  return stories.flatMap((story) =>
    ["RU", "UA"].flatMap((claimant) => {
      const found = stands(known.filter((row) => row.story === story && row.claimant === claimant));
      return found === undefined ? [] : [`${story} ${claimant} ${found.as_of} ${String(found.low)}`];
    }),
  );
}

/** Subjects of the baseline, and those that are spoken of, with what is said since the baseline. */
function states(said: readonly StoredStatus[], at: string): string[] {
  const known = said.filter((row) => row.trusted && row.state !== "held" && knownAt(at)(row));
  return stories.flatMap((story) => {
    const own = known.filter((row) => row.story === story);
    const stated = istanbul.baseline.statuses.map(({ subject }) => subject);
    return [...new Set([...stated, ...own.map((row) => row.subject)])].map((subject) => {
      const newest = own
        .filter((row) => row.subject === subject)
        .toSorted((a, b) => (orderOf(a) > orderOf(b) ? -1 : 1))[0];
      const isNewer = newest !== undefined && (newest.as_of >= "2025-12-30" || !stated.includes(subject));
      return `${story} ${subject} ${isNewer ? newest.state : "-"}`;
    });
  });
}

/** By day, then by publication, then by key. */
const orderOf = ({ as_of, told_at, reading }: StoredStatus) => [as_of, told_at, reading].join(" ");

const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);

function totals(held: readonly StoredEvent[], at: string): string[] {
  return stories.map((story) => {
    const counted = held.filter((row) => row.story === story && knownAt(at)(row) && row.day > "2025-12-30");
    const highs = counted.map((row) => row.high);
    const low = 11_500 + sum(counted.map((row) => row.low));
    const top = highs.includes(null) ? "open" : String(12_500 + sum(highs.map((value) => value ?? 0)));
    return `${story} ${String(counted.length)} ${String(low)} ${top}`;
  });
}

async function answers(from: string, values: unknown[]): Promise<string[]> {
  return (await rows<{ answer: string }>(`select ${from}`, values)).map(({ answer }) => answer).sort();
}
const latest = "concat_ws(' ', dossier, claimant, as_of, low) as answer from recount.";
const now = "concat_ws(' ', dossier, claimant, now_as_of, now_min) as answer from recount.";
const total = "concat_ws(' ', dossier, events, low, coalesce(high::text, 'open')) as answer from recount.";
const state = "concat_ws(' ', dossier, subject, coalesce(state, '-')) as answer from recount.";
const ledger = "concat_ws(' ', dossier, day, low) as answer from recount.";

it("answer at every instant as if every row had been looked at, of all stories and of each", async () => {
  const history = fc.tuple(figures, events, statuses, fc.uniqueArray(fc.nat(200), { minLength: 2, maxLength: 2 }));
  await fc.assert(
    fc.asyncProperty(history, async ([claims, exchanges, talks, days]) => {
      const told = claims.map(
        (one, index): StoredFigure => ({
          ...{ ...stored(one.life), claimant: one.claimant, low: one.amount.low, high: high(one.amount) },
          ...{
            as_of: dayAt(one.life.begins - one.ago),
            told_at: `${dayAt(one.life.begins)}T0${String(one.hour)}:00:00Z`,
            trusted: one.trusted,
            reading: `${String((index * 7919) % 97)}-r`,
          },
        }),
      );
      const held = exchanges.map(
        (one): StoredEvent => ({
          ...{
            ...stored(one.life),
            low: one.amount.low,
            high: high(one.amount),
            day: dayAt(one.life.begins - one.ago),
          },
        }),
      );
      const said = talks.map(({ life, ago, hour, ...one }, index): StoredStatus => {
        const as_of = dayAt(life.begins - ago);
        const told_at = `${as_of}T0${String(hour)}:00:00Z`;
        return { ...stored(life), ...one, as_of, told_at, reading: `${String((index * 7919) % 97)}-s` };
      });
      await store(told, held, said);
      for (const at of [...days.map(instantAt), "infinity"]) {
        const ofMetric = `metric = '${metric}'`;
        const lines = standing(told, at).sort();
        const sums = totals(held, at).sort();
        const events = held
          .filter(knownAt(at))
          .map(({ story, day, low }) => `${story} ${day} ${String(low)}`)
          .sort();
        const newer = standing(
          told.filter(({ as_of }) => as_of >= "2025-12-30"),
          at,
        ).sort();
        expect(await answers(`${latest}figure_latest_as_of($1)`, [at])).toEqual(lines);
        expect(await answers(`${total}running_total_as_of($1) where ${ofMetric}`, [at])).toEqual(sums);
        expect(await answers(`${ledger}event_ledger_as_of($1)`, [at])).toEqual(events);
        const told_ = `${now}baseline_comparison_as_of($1) where ${ofMetric} and now_min is not null`;
        expect(await answers(told_, [at])).toEqual(newer);
        const subjects = states(said, at).sort();
        expect(await answers(`${state}status_comparison_as_of($1)`, [at])).toEqual(subjects);
        for (const story of stories) {
          const own = (list: string[]) => list.filter((answer) => answer.startsWith(story));
          expect(await answers(`${latest}figure_latest_as_of($1, $2)`, [at, story])).toEqual(own(lines));
          expect(await answers(`${total}running_total_as_of($1, $2) where ${ofMetric}`, [at, story])).toEqual(
            own(sums),
          );
          expect(await answers(`${ledger}event_ledger_as_of($1, $2)`, [at, story])).toEqual(own(events));
          expect(await answers(`${state}status_comparison_as_of($1, $2)`, [at, story])).toEqual(own(subjects));
        }
      }
      expect(await answers(`${latest}figure_latest where $1 > ''`, ["x"])).toEqual(standing(told, "infinity").sort());
      expect(await answers(`${total}running_total where metric = $1`, [metric])).toEqual(
        totals(held, "infinity").sort(),
      );
    }),
    { numRuns: 20, seed: 20_260_101 },
  );
}, 120_000);
