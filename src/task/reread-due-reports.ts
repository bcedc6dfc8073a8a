import { addJob } from "../store/queue/add-job.ts";
import { dueReports } from "../store/report.ts";
import { transaction } from "../store/transaction.ts";
import type { Task } from "./context.ts";
import { hostQueue } from "./poll-due-feeds.ts";

const atOnce = 500;

/** Queues another reading of each report that is due for one. */
export const rereadDueReports: Task = async ({ pool, clock, dossiers }) => {
  const now = clock.now();
  for (const dossier of dossiers) {
    await transaction(pool, async (client) => {
      for (const report of await dueReports(client, dossier.name, now, atOnce)) {
        const payload = { reportId: report.report_id };
        await addJob(client, "read_report", payload, {
          queue: hostQueue(report.canonical_url),
          key: `read:${report.report_id}`,
        });
      }
    });
  }
};
