import { type Command, InvalidArgumentError } from "commander";
import { loadDossier } from "../dossier/load.ts";
import { parseFilter, turns } from "../feed/filter.ts";
import type { TopicWords } from "../feed/topic.ts";
import { readConfig } from "../runtime/config.ts";
import { visible } from "../runtime/visible.ts";
import { seenItems } from "../store/feed.ts";
import { decidingText } from "../task/write-items.ts";
import { withHistory } from "./database.ts";
import { language } from "./language.ts";
import { paint, table } from "./terminal.ts";

interface Options {
  readonly dossier?: string;
  readonly language?: string;
  readonly except?: string;
  readonly limit: number;
}

/** `recount topic test`: how the items seen so far would be decided by another filter. */
export function addTopicCommand(program: Command): void {
  const topic = program
    .command("topic")
    .description("try which items are on topic")
    .addHelpText("after", '\nExample:\n  recount topic test "ukrain*, kyiv + prisoner*, captive*" --language en');
  topic
    .command("test")
    .description("try a filter on every item seen so far, and list what would change; nothing is written")
    .argument(
      "[filter]",
      "phrases parted by commas, + between groups that must each be met; the dossier's own words unless given",
    )
    .option("--language <code>", "for items of this language; others keep the dossier's words", language)
    .option("--except <phrases>", "phrases, parted by commas, that rule an item out")
    .option("--dossier <name>", "the dossier, if there are several")
    .option("--limit <count>", "so many items of each kind are listed", wholeNumber, 20)
    .addHelpText(
      "after",
      '\nExamples:\n  recount topic test "ukrain*, kyiv + prisoner*, captive*" --language en\n  recount topic test          # what an edit of dossier.yaml would change',
    )
    .action(tryTopic);
}

async function tryTopic(written: string | undefined, options: Options): Promise<void> {
  const dossier = loadDossier(options.dossier ?? readConfig().dossiers[0] ?? "");
  const topic = written === undefined ? dossier.topic : topicOf(written, dossier.topic, options);
  await withHistory(async (pool) => {
    const [coming, going] = [new Found(options.limit), new Found(options.limit)];
    let [seen, onTopic] = [0, 0];
    for await (const page of seenItems(pool, dossier.name)) {
      seen += page.length;
      onTopic += page.filter((row) => row.on_topic).length;
      const items = page.map((row) => ({ ...row, text: decidingText(row), onTopic: row.on_topic }));
      for (const { item, onTopic: comesIn, reason } of turns(items, topic))
        (comesIn ? coming : going).add([
          item.seen_at.toISOString().slice(0, 10),
          item.feed,
          visible(item.title).slice(0, 90),
          reason,
        ]);
    }
    print("would come in", coming);
    print("would go out", going);
    const then = onTopic + coming.count - going.count;
    process.stdout.write(
      `${String(seen)} items seen, ${String(onTopic)} on topic; with this filter ${String(then)}: ${String(coming.count)} would come in, ${String(going.count)} go out.\n`,
    );
    process.stdout.write("Of items off topic title and summary were kept, so more may come in by their full text.\n");
  });
}

function topicOf(written: string, topic: TopicWords, { language: only, except }: Options): TopicWords {
  const groups = parseFilter(written);
  const barred = except === undefined ? [] : parseFilter(except).flat();
  if (only === undefined) {
    const tags = Object.keys(topic.words);
    return {
      words: Object.fromEntries(tags.map((tag) => [tag, groups])),
      except: Object.fromEntries(tags.map((tag) => [tag, barred])),
    };
  }
  return { words: { ...topic.words, [only]: groups }, except: { ...topic.except, [only]: barred } };
}

/** Counts all, keeps the newest few: items come oldest first. */
class Found {
  count = 0;
  readonly rows: string[][] = [];
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  add(row: string[]): void {
    this.count += 1;
    this.rows.push(row);
    if (this.rows.length > this.limit) this.rows.shift();
  }
}

function print(what: string, { count, rows }: Found): void {
  if (count === 0) return;
  const some = rows.length < count ? `, the newest ${String(rows.length)}` : "";
  process.stdout.write(
    `${paint("bold", `${String(count)} ${what}`)}${some}\n${table(["seen", "feed", "title", "why"], rows)}\n\n`,
  );
}

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError("a whole number is wanted");
  return Number(value);
}
