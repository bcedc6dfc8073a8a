import type { Pool } from "pg";
import type { Dossier } from "../dossier/dossier.ts";
import type { PageReader } from "../report/page-reader.ts";
import type { Clock } from "../runtime/clock.ts";
import type { Config } from "../runtime/config.ts";
import type { Http } from "../runtime/http.ts";
import type { Log } from "../runtime/log.ts";

/** What a task may use; the service makes one, commands and tests make their own. */
export interface TaskContext {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly log: Log;
  readonly dossiers: readonly Dossier[];
  readonly config: Config;
  readonly http: Http;
  readonly pages: PageReader;
}

/**
 * One queue task. A task may be run again after it was killed at any moment, so each write is one that may be repeated.
 * @param payload what the job was added with, as JSON; the task decodes it
 */
export type Task = (context: TaskContext, payload: unknown) => Promise<void>;

/** Task name → what runs it. */
export type TaskList = Readonly<Record<string, Task>>;
