import { parentPort } from "node:worker_threads";
import { z } from "zod";
import { readPage } from "./page.ts";

const request = z.object({
  bytes: z.instanceof(Uint8Array),
  contentType: z.string().optional(),
  url: z.string(),
  selectors: z.object({ text: z.string(), drop: z.string().nullable() }).nullable(),
});

parentPort?.on("message", (message: unknown) => {
  const { bytes, contentType, url, selectors } = request.parse(message);
  readPage(bytes, contentType, url, selectors).then(
    (article) => parentPort?.postMessage({ article }),
    (error: unknown) => parentPort?.postMessage({ failure: error instanceof Error ? error.message : String(error) }),
  );
});
