import { createHash } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import type { Config } from "../runtime/config.ts";
import { RecountError } from "../runtime/errors.ts";
import { makeFolder } from "../runtime/folder.ts";
import { type Db, firstRow, rows, run } from "./query.ts";

/** What a server answered with. */
export interface Raw {
  readonly bytes: Buffer;
  readonly contentType: string | null;
  readonly url: string;
}

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Names bytes by what they are: SHA-256 in hexadecimal digits. */
export function rawHash({ bytes }: Raw): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Bytes packed for the place that the configuration names. */
export interface PackedRaw {
  readonly hash: string;
  readonly raw: Raw;
  readonly packed: Buffer;
}

/**
 * Packs what a revision was read from, which takes its time, outside any transaction.
 * @returns undefined where nothing is to be kept
 */
export async function packRaw(config: Config, raw: Raw): Promise<PackedRaw | undefined> {
  if (config.archive.keep === "none") return undefined;
  const packed = await compress(raw.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
  return { hash: rawHash(raw), raw, packed };
}

/** Keeps them with the revision that names them: a text that was forgotten meanwhile leaves no file. */
export async function saveRaw(client: PoolClient, config: Config, kept: PackedRaw, now: Date): Promise<void> {
  const { hash, raw, packed } = kept;
  const inDatabase = config.archive.keep === "database" ? packed : null;
  await run(client, "archive/insert-raw", [hash, raw.contentType, raw.url, raw.bytes.length, inDatabase, now]);
  if (inDatabase !== null) return;
  const path = pathOf(config, hash);
  makeFolder(join(path, ".."));
  // Renamed when it is whole, so that a kill leaves no half file under the name of its content.
  const part = `${path}.${String(process.pid)}.part`;
  await writeFile(part, packed);
  await rename(part, path);
}

const rawRow = z.object({
  content_type: z.string().nullable(),
  url: z.string(),
  bytes: z.instanceof(Buffer).nullable(),
});

/** @throws RecountError ARCHIVE_MISSING when they are past their retention, or were never kept */
export async function readRaw(db: Db, config: Config, hash: string): Promise<Raw> {
  const row = await firstRow(db, "archive/raw", [hash], rawRow);
  const packed =
    row === undefined ? undefined : (row.bytes ?? (await readFile(pathOf(config, hash)).catch(() => undefined)));
  if (row === undefined || packed === undefined) throw missing(hash);
  const bytes = await decompress(packed).catch(() => undefined);
  const raw = bytes === undefined ? undefined : { bytes, contentType: row.content_type, url: row.url };
  // What is not what its name says is no evidence.
  if (raw === undefined || rawHash(raw) !== hash) throw missing(hash);
  return raw;
}

function missing(hash: string): RecountError {
  return new RecountError(
    "ARCHIVE_MISSING",
    "never",
    `the archive does not hold the bytes ${hash}`,
    "They are past retention.rawDays, were removed or are damaged: look for a backup of the data folder.",
  );
}

const forgotten = z.object({ raw_hash: z.string() });
const atOnce = 1_000;

/** Removes bytes that no revision was read from since. @returns how many */
export async function forgetRaw(pool: Pool, config: Config, before: Date): Promise<number> {
  let removed = 0;
  for (;;) {
    const found = await rows(pool, "archive/forget-raw", [before, atOnce], forgotten);
    for (const { raw_hash: hash } of found) await rm(pathOf(config, hash), { force: true });
    removed += found.length;
    if (found.length < atOnce) return removed;
  }
}

/** Where the bytes of that name are kept as a file. */
export function pathOf(config: Config, hash: string): string {
  return join(config.data, "archive", hash.slice(0, 2), `${hash}.br`);
}
