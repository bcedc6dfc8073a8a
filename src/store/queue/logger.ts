import { Logger } from "graphile-worker";
import type { Log } from "../../runtime/log.ts";

/** Hands the queue's own messages to our log; those of level info say nothing a reader of ours needs. */
export function queueLogger(log: Log): Logger {
  return new Logger(() => (level, message, meta) => {
    const severity: string = level;
    // The failure of a task is told by who runs the tasks.
    if (meta?.["failure"] === true) return;
    const fields = { queueMessage: message, ...(meta?.["error"] === undefined ? {} : { err: meta["error"] }) };
    if (severity === "error") log.error(fields, "queue reported an error");
    else if (severity === "warning") log.warn(fields, "queue reported a problem");
    else log.debug(fields, "queue message");
  });
}

/** For the commands that only add jobs or migrate. */
export const silentQueueLogger: Logger = new Logger(() => () => undefined);
