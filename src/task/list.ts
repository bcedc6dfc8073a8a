import { compare } from "./compare.ts";
import type { TaskList } from "./context.ts";
import { extractRevision } from "./extract-revision.ts";
import { keepHouse } from "./keep-house.ts";
import { pollDueFeeds } from "./poll-due-feeds.ts";
import { pollFeed } from "./poll-feed.ts";
import { readReport } from "./read-report.ts";
import { rereadDueReports } from "./reread-due-reports.ts";
import { watchFeeds } from "./watch-feeds.ts";
import { writeChanges } from "./write-changes.ts";

/** Every task of the queue, under the name its jobs bear. */
export const tasks: TaskList = {
  compare,
  extract_revision: extractRevision,
  keep_house: keepHouse,
  watch_feeds: watchFeeds,
  write_changes: writeChanges,
  poll_due_feeds: pollDueFeeds,
  poll_feed: pollFeed,
  read_report: readReport,
  reread_due_reports: rereadDueReports,
};
