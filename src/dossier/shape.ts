import { z } from "zod";
import { languages } from "../figure/locale/languages.ts";
import { isSelector } from "../runtime/markup.ts";

/** The three files as they are written; every schema's message says what is allowed. */

const text = z.string("a text").trim().min(1, "a text that is not empty");
const slug = z.string("a name").regex(/^[a-z][a-z0-9_]*(?::[a-z0-9_]+)?$/, 'a name in small letters, like "kursk"');
const language = z.string().regex(/^[a-z]{2}$/, 'a language by its two letters, like "uk"');
const phrase = text.regex(
  /^[^\s*]+\*?(?: [^\s*]+\*?)*$/u,
  "words parted by single blanks, with * only at a word's end",
);
const phrases = z.record(
  language,
  z.array(phrase, "a list of phrases"),
  "phrases by language, like {en: [Kyiv, Kiev]}",
);
const sideCode = z.string("the code of a side").min(1, "the code of a side");
const day = z.string('a day, like "2025-12-30"').refine(isDay, 'a day, like "2025-12-30"');
const timeZone = text.refine(isTimeZone, 'an IANA time zone, like "Europe/Kyiv"');
const act = oneOf(["returned", "held", "offered"]);
const reach = oneOf(["one_way", "both", "unstated"]);
const qualifier = oneOf(["exact", "about", "nearly", "more_than", "at_least", "up_to", "range"]);
const selector = text.refine(isSelector, 'a CSS selector, like "div.article-body"');
const count = z.int("a whole number from 0").min(0, "a whole number from 0");
const size = z.int("a whole number from 1").min(1, "a whole number from 1");

const metric = record({
  name: slug,
  title: text,
  thing: slug,
  group: slug.nullable().default(null),
  act,
  from: sideCode.nullable().default(null),
  to: sideCode.nullable().default(null),
  reach: reach.default("one_way"),
  threshold: record({
    absolute: z.number("a number above 0").positive("a number above 0").nullable().default(null),
    relative: z.number("a number above 0").positive("a number above 0").nullable().default(null),
    direction: oneOf(["both", "up", "down"]).default("both"),
  })
    .nullable()
    .default(null),
}).check((found) => {
  const { act: done, from, to, reach: way } = found.value;
  const refuse = (key: string, allowed: string) =>
    found.issues.push({ code: "custom", input: found.value, path: [key], message: allowed });
  if (way !== "one_way" && (from !== null || to !== null)) refuse("reach", "one_way where from or to is given");
  if (way === "one_way" && from === null && to === null)
    refuse("reach", "both or unstated where from and to are missing");
  if (way === "one_way" && done === "returned" && (from === null || to === null || from === to))
    refuse("from", "from and to, two different sides, for what is returned one way");
  if (done === "held" && to !== null) refuse("to", "nothing: what is held has only a holder, from");
});

const minutes = z.number("minutes from 1 to 43200").min(1, "1 minute or more").max(43_200, "43200 minutes or fewer");
const several = z.number("a number from 2").min(2, "2 or more");

const polling = record({
  floorMinutes: minutes.default(5),
  ceilingMinutes: minutes.default(720),
  brokenAfter: several.default(5),
  silentAfter: several.default(5),
  drainedAfter: several.default(10),
})
  .check((found) => {
    if (found.value.ceilingMinutes < found.value.floorMinutes)
      found.issues.push({
        code: "custom",
        input: found.value,
        path: ["ceilingMinutes"],
        message: "floorMinutes or more",
      });
  })
  .transform(({ floorMinutes, ceilingMinutes, ...alarms }) => {
    return { floorMs: floorMinutes * 60_000, ceilingMs: ceilingMinutes * 60_000, ...alarms };
  });

export const dossierShape = record({
  title: text,
  timeZone,
  thresholds: record({
    confidence: z.number("a number from 0 to 1").min(0, "0 or more").max(1, "1 or less"),
    event: z.number("a number from 0 to 1").min(0, "0 or more").max(1, "1 or less").default(0),
    swingHours: z.number("hours from 0").min(0, "hours from 0").default(24),
  }),
  begins: day.nullable().default(null),
  sides: list(
    record({
      code: sideCode,
      name: text,
      names: phrases,
      adjectives: phrases,
      people: phrases.default({}),
      parlance: phrases.default({}),
      languages: list(text).default([]),
    }),
  ).min(2, "two sides or more"),
  others: list(record({ code: sideCode, names: phrases })).default([]),
  speakers: list(record({ name: text, side: sideCode, names: phrases })).default([]),
  groups: list(record({ code: slug, thing: slug, side: sideCode.nullable().default(null), words: phrases })).default(
    [],
  ),
  things: list(record({ code: slug, words: phrases })).default([]),
  subjects: list(record({ code: slug, words: phrases })).default([]),
  frames: list(
    record({ code: slug, start: day.nullable().default(null), words: phrases, totals: phrases.default({}) }),
  ).default([]),
  beginnings: list(record({ day, words: phrases })).default([]),
  venues: phrases.default({}),
  unrelated: phrases.default({}),
  largest: record({ handover: size, children: size, swap: size, total: size }),
  metrics: list(metric).min(1, "one metric or more"),
  polling: polling.prefault({}),
  topic: record({
    words: z.record(language, list(list(phrase).min(1, "one word or more")), "groups of words by language"),
    except: phrases.default({}),
  }),
});

const amount = record({
  metric: slug,
  min: count,
  max: count.nullable(),
  qualifier,
  basis: record({
    start: day.nullable().default(null),
    end: day.nullable().default(null),
    frame: slug.nullable().default(null),
  })
    .nullable()
    .default(null),
  origin: oneOf(["stated", "editor", "derived"]),
}).check((found) => {
  const { min, max, qualifier: kind, basis } = found.value;
  const refuse = (key: string, allowed: string) =>
    found.issues.push({ code: "custom", input: found.value, path: [key], message: allowed });
  const open = kind === "more_than" || kind === "at_least";
  if (open && max !== null) refuse("max", `null, since "${kind}" is open above`);
  if (["exact", "about", "nearly"].includes(kind) && max !== min)
    refuse("max", `${min}, the same as min, for "${kind}"`);
  if (kind === "up_to" && min !== 0) refuse("min", '0 for "up_to"');
  if ((kind === "range" || kind === "up_to") && (max === null || max <= min))
    refuse("max", `more than min for "${kind}"`);
  if (basis?.start && basis.end && basis.end < basis.start) refuse("basis", "an end that is not before the start");
});

export const baselineShape = record({
  outlet: text,
  url: z.url({ protocol: /^https?$/, error: "an http or https address" }),
  published: day,
  speaker: text,
  speakerSide: sideCode,
  figures: list(amount).min(1, "one figure or more"),
  statuses: list(
    record({
      subject: slug,
      state: slug,
      until: day.nullable().default(null),
      speakerSide: sideCode.nullable().default(null),
      by: sideCode.nullable().default(null),
    }),
  ).default([]),
});

export const feedsShape = record({
  feeds: list(
    record({
      name: z
        .string("a name")
        .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'a name in small letters, digits and -, like "tass-en"'),
      url: z.url({ protocol: /^https?$/, error: "an http or https address" }),
      outlet: text,
      language: oneOf(languages),
      country: z.string("a country").regex(/^[A-Z]{2}$/, 'a country by its two letters, like "UA"'),
      side: sideCode.nullable().default(null),
      kind: oneOf(["articles", "headlines"]).default("articles"),
      list: record({
        item: selector,
        link: selector.nullable().default(null),
        title: selector.nullable().default(null),
        date: selector.nullable().default(null),
      })
        .nullable()
        .default(null),
      page: record({ text: selector, drop: selector.nullable().default(null) })
        .nullable()
        .default(null),
      seen: day,
    }),
  ),
});

/** An object that says which keys it knows when it meets another. */
function record<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const keys = Object.keys(shape).join(", ");
  const mapping = `a mapping with the keys ${keys}`;
  return z.strictObject(shape, { error: ({ code }) => (code === "unrecognized_keys" ? `one of ${keys}` : mapping) });
}

function list<Item extends z.ZodType>(item: Item) {
  return z.array(item, "a list");
}

function oneOf<const Values extends readonly string[]>(values: Values) {
  return z.enum(values, `one of ${values.join(", ")}`);
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const instant = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(value);
}

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
