import { readdir, readFile, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { decodeBytes } from "../feed/decode.ts";
import { RecountError } from "../runtime/errors.ts";

/** Something to fill the history from. */
export type Source =
  | { readonly kind: "page"; readonly path: string }
  | { readonly kind: "text"; readonly path: string }
  | { readonly kind: "feed"; readonly path: string }
  | { readonly kind: "address"; readonly url: string };

const kinds: Readonly<Record<string, "page" | "text" | "feed">> = {
  ...{ ".html": "page", ".htm": "page", ".xhtml": "page", ".txt": "text", ".md": "text" },
  ...{ ".xml": "feed", ".rss": "feed", ".atom": "feed", ".rdf": "feed", ".json": "feed" },
} as const;

/**
 * What files and folders hold: pages, texts, archives of feeds, and lists of addresses (a text of one address a line).
 * @returns the sources in the order of their names, and the files whose kind nobody knows
 * @throws RecountError FILE_UNREADABLE
 */
export async function findSources(paths: readonly string[]): Promise<{ sources: Source[]; unknown: string[] }> {
  const sources: Source[] = [];
  const unknown: string[] = [];
  for (const file of (await Promise.all(paths.map(filesIn))).flat()) {
    const kind = kinds[extname(file).toLowerCase()];
    const addresses = kind === "text" || kind === undefined ? await addressesIn(file) : undefined;
    if (addresses !== undefined) sources.push(...addresses.map((url) => ({ kind: "address", url }) as const));
    else if (kind === undefined) unknown.push(file);
    else sources.push({ kind, path: file });
  }
  return { sources, unknown };
}

async function filesIn(path: string): Promise<string[]> {
  const found = await stat(path).catch((cause: unknown) => {
    const remedy = "Give files, or folders of them: pages, texts, archives of feeds, lists of addresses.";
    throw new RecountError("FILE_UNREADABLE", "never", `${path} cannot be read`, remedy, { cause });
  });
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

const longestList = 50_000_000;

/** The addresses of a list; undefined for a file that holds anything else. Lines that begin with # are comments. */
async function addressesIn(path: string): Promise<string[] | undefined> {
  if ((await stat(path)).size > longestList) return undefined;
  const lines = decodeBytes(await readFile(path), undefined)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  return lines.length > 0 && lines.every((line) => /^https?:\/\/\S+$/.test(line)) ? lines : undefined;
}

/** "2026-02-05" of "2026-02-05-exchange.html", as that day's noon in UTC; null where the name has none. */
export function dayOfName(path: string): Date | null {
  const day = /(?:^|[^\d])(\d{4}-\d{2}-\d{2})(?:[^\d]|$)/.exec(basename(path))?.[1];
  const instant = new Date(`${day ?? ""}T12:00:00Z`);
  return Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(day ?? "") ? null : instant;
}
