import type { Command } from "commander";
import type { FeedSource } from "../dossier/dossier.ts";
import { loadDossier } from "../dossier/load.ts";
import { parseFeed } from "../feed/parse.ts";
import { decideTopic } from "../feed/topic.ts";
import { readConfig } from "../runtime/config.ts";
import { RecountError } from "../runtime/errors.ts";
import { type Http, openHttp, policyOf } from "../runtime/http.ts";
import { visible } from "../runtime/visible.ts";
import { type FeedRow, feedStates } from "../store/dashboard.ts";
import { withHistory } from "./database.ts";
import { addFeedsAddCommand } from "./feeds-add.ts";
import { addOpmlCommands } from "./feeds-opml.ts";
import { instant } from "./instant.ts";
import { table } from "./terminal.ts";

/** `recount feeds`: how each feed is; `recount feeds check`: try each now, without the database. */
export function addFeedsCommand(program: Command): void {
  const feeds = program
    .command("feeds")
    .description("list the feeds with their state")
    .option(
      "--as-of <time>",
      "their state at that time: 7d ago, a date or a time, in UTC; as far as polls are kept",
      instant,
    )
    .addHelpText("after", "\nExamples:\n  recount feeds --as-of 2026-03-01\n  recount feeds check")
    .action(({ asOf }: { readonly asOf?: Date }) => showFeeds(asOf ?? null));
  addFeedsAddCommand(feeds);
  addOpmlCommands(feeds);
  feeds.command("check").description("try every feed now and print what it holds").action(checkFeeds);
}

async function showFeeds(at: Date | null): Promise<void> {
  await withHistory(async (pool, config) => {
    for (const place of config.dossiers)
      print((await feedStates(pool, loadDossier(place).name, at)).flatMap(stateRows));
  });
}

/** A line a feed; one with several alarms has a line for each. */
function stateRows(feed: FeedRow): Record<string, string>[] {
  const failing = { kind: feed.error_code ?? "good", since: feed.failing_since, remedy: feed.error_remedy ?? "" };
  const polled = feed.last_polled_at === null ? { ...failing, kind: "not polled yet" } : failing;
  return (feed.alarms.length > 0 ? feed.alarms : [polled]).map(({ kind, since, remedy }) => ({
    feed: feed.name,
    state: kind,
    failures: String(feed.failures),
    "since (UTC)": minute(since),
    "last good (UTC)": minute(feed.last_good_at),
    "last new (UTC)": minute(feed.last_item_at),
    "next (UTC)": minute(feed.next_poll_at),
    remedy: visible(remedy),
  }));
}

async function checkFeeds(): Promise<void> {
  const config = readConfig();
  const http = openHttp(policyOf(config.http));
  try {
    for (const dossier of config.dossiers.map(loadDossier)) {
      const onTopic = (text: string, language: string) => decideTopic(text, language, dossier.topic).onTopic;
      const checks: Record<string, string>[] = [];
      const waiting = [...dossier.feeds];
      const work = async () => {
        for (let feed = waiting.shift(); feed !== undefined; feed = waiting.shift()) {
          checks.push(await checkFeed(http, feed, onTopic));
        }
      };
      await Promise.all(Array.from({ length: 8 }, work));
      print(checks.sort((one, other) => (one["feed"] ?? "").localeCompare(other["feed"] ?? "")));
    }
  } finally {
    await http.close();
  }
}

async function checkFeed(
  http: Http,
  feed: FeedSource,
  onTopic: (text: string, language: string) => boolean,
): Promise<Record<string, string>> {
  try {
    const fetched = await http.fetchBytes(feed.url);
    const { format, items } = await parseFeed(
      fetched.bytes,
      fetched.headers["content-type"],
      fetched.url,
      feed.list ?? null,
    );
    const topical = items.filter((item) => onTopic(`${item.title}\n${item.summary ?? ""}`, feed.language)).length;
    const newest = Math.max(...items.map((item) => item.publishedAt?.getTime() ?? 0), 0);
    const counts = { items: String(items.length), "on topic": String(topical) };
    const moved = fetched.movedTo === null ? "" : `moved to ${fetched.movedTo}`;
    return {
      feed: feed.name,
      result: format,
      ...counts,
      "newest (UTC)": newest === 0 ? "" : minute(new Date(newest)),
      remedy: moved,
    };
  } catch (error) {
    if (!(error instanceof RecountError)) throw error;
    return { feed: feed.name, result: error.code, items: "", "on topic": "", "newest (UTC)": "", remedy: error.remedy };
  }
}

function minute(at: Date | null): string {
  return at === null ? "" : at.toISOString().slice(0, 16).replace("T", " ");
}

function print(rows: readonly Readonly<Record<string, string>>[]): void {
  const heads = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => heads.map((head) => row[head] ?? ""));
  process.stdout.write(rows.length === 0 ? "no feeds\n" : `${table(heads, lines)}\n`);
}
