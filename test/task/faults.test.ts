import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { eachWithPoller } from "../support/each-poller.ts";
import { followFaultyFeeds } from "../support/faulty-feeds.ts";

const poller = eachWithPoller(new Date("2026-02-05T10:00:00Z"), { firstByteMs: 400, totalMs: 700 });
const polls = 500;
setFlagsFromString("--expose_gc");

function heapMegabytes(): number {
  runInNewContext("gc()");
  return process.memoryUsage().heapUsed / 2 ** 20;
}

describe("a server of every fault", () => {
  it("leaves each feed in its right state after hundreds of polls, and memory flat; bench/polls.ts does 10,000", async () => {
    const p = poller();
    const fates = await followFaultyFeeds(p);
    let before = 0;
    for (let poll = 0; poll < polls; poll += 1) {
      await p.pollFirstDue();
      if (poll === 200) before = heapMegabytes();
      if (poll % 100 === 0) p.lines.length = 0;
    }
    await p.watch();
    for (const [name, fate] of fates) {
      const { error_code: code, failure_kind: kind, alarms, failures } = await p.state(name);
      const found = { name, code, kind, alarm: alarms[0]?.kind ?? null };
      expect(found).toEqual({ name, code: fate.code, kind: fate.kind, alarm: fate.alarm });
      expect({ name, wait: (await p.waitMinutes(name)) / 1_440 <= fate.longestDays }).toEqual({ name, wait: true });
      expect({ name, failed: failures > 0 }).toEqual({ name, failed: fate.code !== null });
    }
    expect(heapMegabytes() - before).toBeLessThan(20);
  });
});
