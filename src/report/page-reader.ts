import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { RecountError } from "../runtime/errors.ts";
import { projectRoot } from "../runtime/project.ts";
import type { Article, PageSelectors } from "./page.ts";

const answer = z.union([
  z.object({
    article: z.object({
      text: z.string(),
      title: z.string().nullable(),
      authors: z.array(z.string()),
      publishedAt: z.date().nullable(),
      modifiedAt: z.date().nullable(),
      language: z.string().nullable(),
      section: z.string().nullable(),
      agency: z.string().nullable(),
      canonical: z.string().nullable(),
      readBy: z.enum(["selector", "readability", "json-ld", "defuddle", "feed", "headline"]),
      isLogin: z.boolean(),
    }),
  }),
  z.object({ failure: z.string() }),
]);

export interface PageToRead {
  readonly bytes: Buffer;
  /** The answer's header. */
  readonly contentType: string | undefined;
  readonly url: string;
  readonly selectors?: PageSelectors | null;
}

/** Reads pages in a thread of its own, one at a time, so that no page can stop the service. */
export class PageReader {
  private worker: Worker | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private readonly limitMs: number;

  constructor(limitMs = 15_000) {
    this.limitMs = limitMs;
  }

  /** @throws RecountError PAGE_UNREADABLE when the page takes too long, too much memory, or breaks the readers */
  read(page: PageToRead): Promise<Article> {
    const turn = this.last.then(() => this.readNow(page));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
    this.worker = undefined;
  }

  private async readNow({ bytes, contentType, url, selectors }: PageToRead): Promise<Article> {
    this.worker ??= startWorker();
    const { worker } = this;
    const found = await new Promise<unknown>((resolve) => {
      const timer = setTimeout(() => done({ failure: `not read in ${this.limitMs} ms` }, true), this.limitMs);
      const onMessage = (message: unknown) => done(message, false);
      const onError = (error: unknown) => done({ failure: error instanceof Error ? error.message : "broken" }, true);
      const onExit = () => done({ failure: "the reading thread ended" }, true);
      const done = (message: unknown, dead: boolean) => {
        clearTimeout(timer);
        worker.off("message", onMessage).off("error", onError).off("exit", onExit);
        if (dead) this.discard(worker);
        resolve(message);
      };
      worker.on("message", onMessage).on("error", onError).on("exit", onExit);
      worker.postMessage({ bytes: new Uint8Array(bytes), contentType, url, selectors: selectors ?? null });
    });
    const decoded = answer.parse(found);
    if ("article" in decoded) return decoded.article;
    throw new RecountError(
      "PAGE_UNREADABLE",
      "later",
      `${url}: ${decoded.failure}`,
      "Open the page in a browser: if it is an article, report its address; its figures can be read with `recount read`.",
    );
  }

  private discard(worker: Worker): void {
    if (this.worker === worker) this.worker = undefined;
    worker.on("error", () => undefined);
    void worker.terminate();
  }
}

function startWorker(): Worker {
  const worker = new Worker(join(projectRoot, "dist", "src", "report", "page-worker.js"), {
    resourceLimits: { maxOldGenerationSizeMb: 512, stackSizeMb: 8 },
  });
  worker.unref();
  return worker;
}
