import type { Command } from "commander";
import type { Dossier } from "../dossier/dossier.ts";
import { appendFeeds, type FeedEntry, freeName } from "../dossier/feeds-file.ts";
import { loadDossier } from "../dossier/load.ts";
import { decodeBytes } from "../feed/decode.ts";
import { feedsOf } from "../feed/discover.ts";
import type { FeedDocument } from "../feed/feed.ts";
import { parseFeed } from "../feed/parse.ts";
import { decideTopic } from "../feed/topic.ts";
import { languageOf } from "../report/language.ts";
import { systemClock } from "../runtime/clock.ts";
import { type Config, readConfig } from "../runtime/config.ts";
import { RecountError } from "../runtime/errors.ts";
import { type Http, openHttp, policyOf } from "../runtime/http.ts";
import { visible } from "../runtime/visible.ts";
import { feedTypes } from "../task/fetch-feed.ts";
import { decidingText } from "../task/write-items.ts";
import { paint, table } from "./terminal.ts";

interface Options {
  readonly name?: string;
  readonly outlet?: string;
  readonly language?: string;
  readonly country?: string;
  readonly side?: string;
  readonly dossier?: string;
  readonly dryRun?: true;
}

/** More addresses of one page are not tried. */
const tries = 8;
const shown = 10;

/** `recount feeds add`: find a page's feed, show what it holds, write it into the dossier. */
export function addFeedsAddCommand(feeds: Command): void {
  feeds
    .command("add")
    .description("find the feed of a page, show its last items and which are on topic, and write it into feeds.yaml")
    .argument("<address>", "a feed, or any page of the outlet")
    .option("--country <code>", "country of the outlet, two letters; guessed from the address where it tells")
    .option("--language <code>", "language of the outlet, two letters; told by the feed or its words unless given")
    .option("--side <code>", "side of the outlet, if it stands on one")
    .option("--outlet <title>", "name of the outlet; the feed's title unless given")
    .option("--name <name>", "name of the feed, like tass-en; made from the host unless given")
    .option("--dossier <name>", "the dossier, if there are several")
    .option("--dry-run", "write nothing")
    .addHelpText("after", "\nExample:\n  recount feeds add https://www.example.org/world --country GB --dry-run")
    .action(addFeed);
}

async function addFeed(address: string, options: Options): Promise<void> {
  const config = readConfig();
  const place = options.dossier ?? config.dossiers[0] ?? "";
  const dossier = loadDossier(place);
  const found = await withHttp(config, (http) =>
    findFeed(http, /^https?:/i.test(address) ? address : `https://${address}`),
  );
  const known = dossier.feeds.find(({ url }) => url === found.url);
  if (known !== undefined)
    throw new RecountError(
      "FEED_KNOWN",
      "never",
      `${found.url} is already followed as ${known.name}`,
      "Nothing to do: list the feeds with `recount feeds`.",
    );
  showItems(found, dossier, options.language);
  const entry = entryOf(found, dossier, options);
  if (options.dryRun) process.stdout.write("Nothing was written.\n");
  else {
    const path = appendFeeds(place, [entry]);
    process.stdout.write(
      `${entry.name} was added to ${path}. A running service polls it after its next start; now: recount poll --feed ${entry.name}\n`,
    );
  }
}

interface Found {
  readonly url: string;
  readonly document: FeedDocument;
}

async function withHttp<Result>(config: Config, work: (http: Http) => Promise<Result>): Promise<Result> {
  const http = openHttp(policyOf(config.http));
  try {
    return await work(http);
  } finally {
    await http.close();
  }
}

/** The address itself when it is a feed, else the first feed with items that its page leads to. */
async function findFeed(http: Http, address: string): Promise<Found> {
  const fetched = await http.fetchBytes(address, { accept: `${feedTypes}, text/html;q=0.8` });
  const type = fetched.headers["content-type"];
  const own = await parseFeed(fetched.bytes, type, fetched.url).catch(() => undefined);
  if (own !== undefined) return { url: fetched.movedTo ?? address, document: own };
  const candidates = feedsOf(decodeBytes(fetched.bytes, type), fetched.url).slice(0, tries);
  for (const { url } of candidates) {
    const document = await tryFeed(http, url);
    if (document !== undefined && document.items.length > 0) return { url, document };
  }
  throw new RecountError(
    "FEED_NOT_FOUND",
    "never",
    `${address} is no feed and leads to none; tried ${candidates.map(({ url }) => url).join(", ")}`,
    "Look the feed up in the outlet's own documentation. Where there is none, give the page that lists the articles a `list` in feeds.yaml (docs/sources.md).",
  );
}

async function tryFeed(http: Http, url: string): Promise<FeedDocument | undefined> {
  try {
    const fetched = await http.fetchBytes(url, { accept: feedTypes });
    return await parseFeed(fetched.bytes, fetched.headers["content-type"], fetched.url);
  } catch (error) {
    if (error instanceof RecountError) return undefined;
    throw error;
  }
}

function showItems({ url, document }: Found, dossier: Dossier, language: string | undefined): void {
  const tag = language ?? languageOfFeed(document);
  const decided = document.items.map((item) => ({ item, ...decideTopic(decidingText(item), tag, dossier.topic) }));
  const rows = decided
    .slice(0, shown)
    .map(({ item, onTopic, reason }) => [
      onTopic ? "yes" : "no",
      item.publishedAt?.toISOString().slice(0, 16).replace("T", " ") ?? "no date",
      visible(item.title).slice(0, 80),
      reason,
    ]);
  const onTopic = decided.filter((each) => each.onTopic).length;
  process.stdout.write(`${paint("bold", url)}  ${document.format}, ${visible(document.title ?? "no title")}\n`);
  process.stdout.write(`${table(["on topic", "published (UTC)", "title", "why"], rows)}\n`);
  process.stdout.write(`${String(onTopic)} of its ${String(document.items.length)} items would be on topic.\n\n`);
}

function languageOfFeed({ language, items }: FeedDocument): string | null {
  const declared = /^[a-z]{2}\b/i.exec(language ?? "")?.[0].toLowerCase() ?? null;
  return languageOf(items.map(({ title }) => title).join(". "), declared);
}

/** Ends of addresses that are no country's own code. */
const countries: Readonly<Record<string, string>> = { uk: "GB", gov: "US", mil: "US", su: "RU" };

function entryOf({ url, document }: Found, dossier: Dossier, options: Options): FeedEntry {
  const { hostname } = new URL(url);
  const top = hostname.split(".").at(-1) ?? "";
  const country =
    options.country ??
    countries[top] ??
    (/^[a-z]{2}$/.test(top) && top !== "io" && top !== "me" && top !== "tv" ? top.toUpperCase() : undefined);
  const language = options.language ?? languageOfFeed(document) ?? undefined;
  const missing = [...(country === undefined ? ["--country"] : []), ...(language === undefined ? ["--language"] : [])];
  if (country === undefined || language === undefined)
    throw new RecountError(
      "FEED_INCOMPLETE",
      "never",
      `${url} does not tell everything that a feed needs`,
      `Give ${missing.join(" and ")} too.`,
    );
  const bare = hostname
    .replace(/^(?:www|rss|feeds?)\./, "")
    .split(".")
    .slice(0, -1)
    .join("-");
  const taken = new Set(dossier.feeds.map(({ name }) => name));
  return {
    ...{ name: options.name ?? freeName(`${bare}-${language}`, taken), url, language, country, kind: "articles" },
    ...{ outlet: options.outlet ?? (visible(document.title ?? "") || hostname), side: options.side ?? null },
    seen: systemClock.now().toISOString().slice(0, 10),
  };
}
