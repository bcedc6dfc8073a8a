import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { projectRoot } from "../runtime/project.ts";

const instant = z.iso.datetime().transform((text) => new Date(text));

const itemShape = z.strictObject({
  slug: z.string(),
  at: instant,
  title: z.string(),
  body: z.string().optional(),
  /** "outlet/slug" of the article whose text this one repeats. */
  reprint: z.string().optional(),
  edits: z.array(z.strictObject({ at: instant, body: z.string() })).default([]),
  /** When the page disappears. */
  gone: instant.optional(),
});

const outletShape = z.strictObject({
  name: z.string(),
  title: z.string(),
  host: z.string(),
  language: z.enum(["en", "ru", "uk", "tr"]),
  country: z.string(),
  side: z.enum(["RU", "UA"]).nullable(),
  feed: z.enum(["rss2", "atom", "rdf"]),
  encoding: z.enum(["utf-8", "windows-1251"]),
  /** How its pages look; "none": headlines without pages. */
  template: z.enum(["plain", "jsonld", "furniture", "none"]),
  agency: z.boolean().default(false),
  /** A stretch of time in which it answers 503. */
  outage: z.strictObject({ from: instant, to: instant }).optional(),
  items: z.array(itemShape),
});

export type Outlet = z.infer<typeof outletShape>;
export type Item = z.infer<typeof itemShape>;

/** The demo's news world: outlets with everything they will ever publish. */
export interface World {
  readonly outlets: readonly Outlet[];
}

/** Reads `demo/outlets/*.yaml`; a reprint must name an article that exists. */
export function loadWorld(folder: string = join(projectRoot, "demo", "outlets")): World {
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  const outlets = files.sort().map((name) => outletShape.parse(parse(readFileSync(join(folder, name), "utf8"))));
  const world = { outlets };
  for (const outlet of outlets) for (const item of outlet.items) textAt(world, item, item.at);
  return world;
}

/** Paragraphs of an article as they stand at an instant; empty for a headline without a page. */
export function textAt(world: World, item: Item, now: Date): readonly string[] {
  const original = item.reprint === undefined ? item : itemOf(world, item.reprint);
  const edit = original.edits.filter((candidate) => candidate.at <= now).at(-1);
  const body = edit?.body ?? original.body ?? "";
  return body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}

/** When the article's text last changed, up to an instant. */
export function modifiedAt(item: Item, now: Date): Date {
  return item.edits.filter((candidate) => candidate.at <= now).at(-1)?.at ?? item.at;
}

/** The instants at which the world changes, in order: what a clock must visit to miss nothing. */
export function moments(world: World): readonly Date[] {
  const all = world.outlets.flatMap((outlet) => [
    ...outlet.items.flatMap((item) => [
      item.at,
      ...item.edits.map((edit) => edit.at),
      ...(item.gone ? [item.gone] : []),
    ]),
    ...(outlet.outage ? [outlet.outage.from, outlet.outage.to] : []),
  ]);
  return [...new Set(all.map((date) => date.getTime()))].sort((a, b) => a - b).map((time) => new Date(time));
}

function itemOf(world: World, reference: string): Item {
  for (const outlet of world.outlets) {
    const item = outlet.items.find((candidate) => `${outlet.name}/${candidate.slug}` === reference);
    if (item) return item;
  }
  throw new Error(`demo world: no article "${reference}" to reprint`);
}
