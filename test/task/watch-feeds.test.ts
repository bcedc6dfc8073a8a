import { expect, it } from "vitest";
import { eachWithPoller } from "../support/each-poller.ts";
import type { Poller } from "../support/poller.ts";

const start = new Date("2026-02-05T10:00:00Z");
const poller = eachWithPoller(start);
const said = (p: Poller) =>
  p.lines.filter(({ msg }) => String(msg).startsWith("feed alarm")).map(({ msg, alarm, feed }) => [msg, alarm, feed]);
const offTopic = (p: Poller, slug: string, hoursAgo: number) =>
  p.item(slug, hoursAgo).replace("Ukraine prisoners swap", "Weather");

it("says once that a feed fell silent, since when and what to do, and once that it is well again", async () => {
  const p = poller();
  const items = Array.from({ length: 10 }, (_, age) => p.item(`a${String(age)}`, age));
  await p.follow(p.source("one", p.server.body("/feed", p.rss(...items))));
  await p.poll();
  await p.watch();
  expect(said(p)).toEqual([]);
  for (let day = 0; day < 3; day += 1) {
    p.later(1_440);
    await p.poll();
    await p.watch();
  }
  expect(said(p)).toEqual([["feed alarm raised", "silent", "one"]]);
  expect(p.lines.find(({ alarm }) => alarm === "silent")).toMatchObject({
    since: start.toISOString(),
    lastGoodAt: expect.stringMatching(/^2026-02-0[67]T/),
    detail: expect.stringContaining("every 1 h"),
    remedy: expect.stringMatching(/\.$/),
  });
  expect((await p.state()).alarms).toMatchObject([{ kind: "silent", since: start }]);
  p.server.body("/feed", p.rss(p.item("news", 0), ...items));
  p.later(1_440);
  await p.poll();
  await p.watch();
  await p.watch();
  expect(said(p).slice(1)).toEqual([["feed alarm ended", "silent", "one"]]);
  expect((await p.state()).alarms).toEqual([]);
  expect(
    await p.query("select alarm, since, ended_at is not null as over from recount.feed_alarms where dossier = $1"),
  ).toEqual([{ alarm: "silent", since: start, over: true }]);
});

it("says so at once of a feed that was dead when it was added", async () => {
  const p = poller();
  const old = Array.from({ length: 8 }, (_, age) => p.item(`a${String(age)}`, 24 * (400 + age)));
  await p.follow(p.source("one", p.server.body("/feed", p.rss(...old))));
  await p.poll();
  await p.watch();
  expect((await p.state()).alarms).toMatchObject([
    { kind: "silent", since: new Date(start.getTime() - 400 * 86_400_000) },
  ]);
});

it("says that a feed ran dry while another goes on, and not in a lull of the story", async () => {
  const p = poller();
  const mixed = Array.from({ length: 20 }, (_, age) =>
    age % 2 === 0 ? p.item(`a${String(age)}`, age) : offTopic(p, `a${String(age)}`, age),
  );
  await p.follow(
    p.source("one", p.server.body("/one", p.rss(...mixed))),
    p.source("two", p.server.body("/two", p.rss(p.item("b", 1)))),
  );
  await p.poll();
  p.later(9 * 1_440);
  p.server.body("/one", p.rss(...Array.from({ length: 30 }, (_, age) => offTopic(p, `c${String(age)}`, age))));
  await p.poll();
  await p.watch();
  expect((await p.state("one")).alarms).toEqual([]);
  p.server.body("/two", p.rss(p.item("d", 0), p.item("b", 217)));
  p.later(720);
  await p.poll();
  await p.watch();
  expect((await p.state("one")).alarms).toMatchObject([
    { kind: "drained", since: start, message: expect.stringContaining("no item on topic among 30; by its past 15") },
  ]);
});

it("says that reports hold no figure any longer, by what was read of them", async () => {
  const p = poller();
  await p.follow(
    p.source(
      "one",
      p.server.body("/one", p.rss(...Array.from({ length: 6 }, (_, age) => p.item(`a${String(age)}`, age)))),
    ),
  );
  await p.poll();
  const read = (where: string) => p.query(`update recount.report set state = 'read' where dossier = $1 and ${where}`);
  await read("true");
  await p.query(
    `with made as (
       insert into recount.revision (report_id, number, text_hash, text, language, read_by, recorded_at)
       select report_id, 1, 'x', 'x', 'en', 'feed', '2026-02-05' from recount.report where dossier = $1 returning revision_id, report_id
     ), extracted as (
       insert into recount.extraction (dossier, revision_id, extractor_version, story_hash, recorded_at)
       select $1, revision_id, 'test', 'x', '2026-02-05' from made returning extraction_id, revision_id
     )
     insert into recount.figure (extraction_id, revision_id, report_id, dossier, slot, reading, thing, act, reach, scope, claimant, min, qualifier,
       low, basis_known, as_of, quote, quote_start, quote_end, confidence, trusted, trace, cues, recorded_at, told_at, rank_day)
     select e.extraction_id, m.revision_id, m.report_id, $1, 'x' || m.report_id, 'x' || m.report_id, 'persons', 'returned', 'both', 'event', 'other', 1, 'exact',
       1, false, '2026-02-05', 'x', 0, 1, 1, true, '{}', '[]', '2026-02-05', '2026-02-05', '2026-02-05'
     from made m join extracted e using (revision_id)`,
  );
  p.later(9 * 1_440);
  p.server.body("/one", p.rss(...Array.from({ length: 12 }, (_, age) => p.item(`e${String(age)}`, age))));
  await p.poll();
  await read("state = 'unread'");
  await p.watch();
  expect((await p.state("one")).alarms).toMatchObject([
    { kind: "drained", since: start, message: expect.stringContaining("no report with a figure among 12") },
  ]);
});
