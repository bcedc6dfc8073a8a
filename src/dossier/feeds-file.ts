import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isSeq, parseDocument } from "yaml";
import { RecountError } from "../runtime/errors.ts";
import type { FeedSource } from "./dossier.ts";
import { dossierFolder, loadDossier } from "./load.ts";

/** A feed as it is written into `feeds.yaml`; what is null is left out. */
export type FeedEntry = Pick<FeedSource, "name" | "url" | "outlet" | "language" | "country" | "side" | "kind" | "seen">;

/**
 * Adds feeds at the end of a dossier's `feeds.yaml`; comments and order of what is there stay. When the dossier would not
 * be valid with them, the file is left as it was.
 * @param place as of `loadDossier`
 * @returns the file's path
 * @throws RecountError DOSSIER_INVALID with the lines that are wrong
 */
export function appendFeeds(place: string, entries: readonly FeedEntry[]): string {
  const path = join(dossierFolder(place), "feeds.yaml");
  const before = readFileSync(path, "utf8");
  const document = parseDocument(before);
  const feeds = document.get("feeds");
  if (!isSeq(feeds))
    throw new RecountError("DOSSIER_INVALID", "never", `${path} holds no list of feeds`, "Try it with: recount check");
  for (const entry of entries) feeds.add(document.createNode(written(entry)));
  writeFileSync(path, document.toString({ lineWidth: 0 }));
  try {
    loadDossier(place);
  } catch (cause) {
    writeFileSync(path, before);
    throw cause;
  }
  return path;
}

/** In the order of the shipped file, without what goes without saying. */
function written({
  name,
  url,
  outlet,
  language,
  country,
  side,
  kind,
  seen,
}: FeedEntry): Readonly<Record<string, string>> {
  return {
    ...{ name, url, outlet, language, country },
    ...(side === null ? {} : { side }),
    ...(kind === "articles" ? {} : { kind }),
    seen,
  };
}

/** A name that none of these has: letters, digits and dashes, with a number where it is taken. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const slug = wanted
    .toLowerCase()
    .normalize("NFKD")
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== "")
    .join("-");
  const base = slug === "" ? "feed" : slug;
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}-${String(number)}`;
    if (!taken.has(name)) return name;
  }
}
