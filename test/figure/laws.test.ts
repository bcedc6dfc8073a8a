import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadDossier } from "../../src/dossier/load.ts";
import type { Document, Figure, Reading } from "../../src/figure/figure.ts";
import { explainDocument, readDocument } from "../../src/figure/read.ts";
import { normalise } from "../../src/figure/text/normalise.ts";
import { projectRoot } from "../../src/runtime/project.ts";

/** What holds for every text. The texts are sentences of the labelled documents, shuffled, cut and joined at random. */

const { story } = loadDossier("istanbul");
const LANGUAGES = ["en", "ru", "uk", "tr"] as const;
type Language = (typeof LANGUAGES)[number];

/** They name no side, no people and nothing that is exchanged. */
const UNRELATED: Readonly<Record<Language, readonly string[]>> = {
  en: ["The museum was closed for repairs until spring.", "Rain fell on 12 days, and 40 trees were planted."],
  ru: ["Музей закрыли на ремонт до весны.", "Дождь шёл 12 дней, и в парке посадили 40 деревьев."],
  uk: ["Музей зачинили на ремонт до весни.", "Дощ ішов 12 днів, і в парку посадили 40 дерев."],
  tr: ["Müze bahara kadar onarım için kapatıldı.", "Yağmur 12 gün sürdü ve parka 40 ağaç dikildi."],
};

const sentences = new Map(LANGUAGES.map((language) => [language, sentencesOf(language)]));

function sentencesOf(language: Language): readonly string[] {
  const folder = join(projectRoot, "test", "gold", "tuned");
  const files = readdirSync(folder).filter((name) => name === `${language}.jsonl`);
  const texts = files.flatMap((name) =>
    readFileSync(join(folder, name), "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => textOf(JSON.parse(line))),
  );
  return texts.flatMap((text) => text.split(/(?<=[.!?…»”"])\s+/u)).filter((sentence) => sentence.length > 3);
}

function textOf(record: unknown): string {
  return typeof record === "object" && record !== null && "text" in record ? String(record.text) : "";
}

function documentOf(text: string, language: Language): Document {
  return { text, title: null, language, published: "2026-03-20", outlet: null, outletSide: null };
}

function read(text: string, language: Language): Reading {
  return readDocument(documentOf(text, language), story);
}

/** A language and a few paragraphs of its labelled documents' sentences. */
const page = fc.constantFrom(...LANGUAGES).chain((language) =>
  fc.record({
    language: fc.constant(language),
    paragraphs: fc.array(
      fc
        .array(fc.constantFrom(...(sentences.get(language) ?? [])), { minLength: 1, maxLength: 4 })
        .map((list) => list.join(" ").replaceAll("\n", " ")),
      { minLength: 1, maxLength: 4 },
    ),
  }),
);

/** Typography that texts are full of, and pieces that only a fool or a foe would write. */
const noise = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...["&nbsp;", "&amp;", "&amp;lt;", "<p>", "</p>", "<br/>", "<!--", "-->", "&#160;", "&#x202f;", "&lt;b&gt;"],
      ...["\u00a0", "\u202f", "\u0301", "\u00ad", "’", "ʼ", "—", "‑", "«", "“", "\r\n", "\t", "&", ";", "<", ">"],
      ...[
        "1 245",
        "1.212",
        "2,3 тыс.",
        "bin 212",
        "тисяча двісті",
        "two hundred and seven",
        "390'ar",
        "№ 5",
        "15–20 %",
      ],
      ...["Kyiv", "Росія", "Украине", "Rusya'ya", "bodies", "военнопленных", "полонених", "esir", "each", "по", "for"],
    ),
    fc.string({ unit: "grapheme", maxLength: 8 }),
  ),
  { maxLength: 24 },
);

const told = ({ evidence, ...rest }: Figure) => ({ ...rest, quote: evidence.quote.replace(/\s+/g, " ") });

describe("whatever the text", () => {
  it("what is quoted stands where it is said to stand", () => {
    fc.assert(
      fc.property(page, noise, fc.nat(), ({ language, paragraphs }, pieces, at) => {
        const joined = paragraphs.join("\n\n");
        const cut = at % (joined.length + 1);
        const text = joined.slice(0, cut) + pieces.join(" ") + joined.slice(cut);
        const { figures, statuses, refusals } = explainDocument(documentOf(text, language), story);
        for (const { evidence } of [...figures, ...statuses]) {
          expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
          for (const cue of evidence.cues) {
            expect(cue.start).toBeLessThan(cue.end);
            expect(cue.end).toBeLessThanOrEqual(text.length);
          }
        }
        for (const { start, end, quote } of refusals) expect(text.slice(start, end)).toBe(quote);
      }),
      { numRuns: 150 },
    );
  });

  it("the same text gives the same figures, whatever was read between", () => {
    fc.assert(
      fc.property(page, page, (one, other) => {
        const text = one.paragraphs.join("\n\n");
        const first = read(text, one.language);
        read(other.paragraphs.join("\n"), other.language);
        expect(read(text, one.language)).toEqual(first);
      }),
      { numRuns: 40 },
    );
  });

  it("an unrelated paragraph changes no figure before it", () => {
    fc.assert(
      fc.property(page, fc.nat({ max: 1 }), ({ language, paragraphs }, which) => {
        const text = paragraphs.join("\n\n");
        const longer = `${text}\n\n${UNRELATED[language][which] ?? ""}`;
        expect(read(longer, language).figures).toEqual(read(text, language).figures);
      }),
      { numRuns: 80 },
    );
  });

  it("it does not matter whether one newline parts its paragraphs or two", () => {
    fc.assert(
      fc.property(page, ({ language, paragraphs }) => {
        const one = read(paragraphs.join("\n"), language);
        const two = read(paragraphs.join("\n\n"), language);
        expect(one.figures.map(told)).toEqual(two.figures.map(told));
        expect(one.statuses.map(({ evidence, ...rest }) => [evidence.quote, rest])).toEqual(
          two.statuses.map(({ evidence, ...rest }) => [evidence.quote, rest]),
        );
      }),
      { numRuns: 80 },
    );
  });

  it("what is made plain once stays as it is, tags inside tags as well", () => {
    for (const text of ["<a<b>c>", "<a<br>b>", "<<p>>", "p<lt<\u00adbr>br>"]) {
      const once = normalise(text).text;
      expect(normalise(once).text).toBe(once);
    }
    fc.assert(
      fc.property(noise, page, (pieces, { paragraphs }) => {
        const { text } = normalise(pieces.join("") + paragraphs.join("\n"));
        expect(normalise(text).text).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});

/** Sentences with numbers of our own, so that every number of the text is known. */
const TEMPLATES: Readonly<Record<Language, readonly ((a: string, b: string) => string)[]>> = {
  en: [
    (a, b) => `Russia handed over ${a} bodies to Ukraine and received ${b}.`,
    (a, b) => `Kyiv got back between ${a} and ${b} soldiers, the ministry said.`,
    (a, b) => `The sides exchanged ${a} prisoners for ${b} on Friday.`,
    (a, b) => `More than ${a} people, including ${b} civilians, returned to Russia.`,
  ],
  ru: [
    (a, b) => `Россия передала Украине ${a} тел и получила ${b}.`,
    (a, b) => `Киев вернул от ${a} до ${b} военных, сообщили в ведомстве.`,
    (a, b) => `Стороны обменялись пленными по формуле ${a} на ${b}.`,
    (a, b) => `Домой вернулись более ${a} человек, в том числе ${b} гражданских.`,
  ],
  uk: [
    (a, b) => `Росія передала Україні ${a} тіл і отримала ${b}.`,
    (a, b) => `Київ повернув від ${a} до ${b} військових, повідомили у відомстві.`,
    (a, b) => `Сторони провели обмін ${a} на ${b}.`,
    (a, b) => `Додому повернулися понад ${a} осіб, серед них ${b} цивільних.`,
  ],
  tr: [
    (a, b) => `Rusya Ukrayna'ya ${a} naaş teslim etti ve ${b} naaş aldı.`,
    (a, b) => `Taraflar ${a} esire karşılık ${b} esiri takas etti.`,
    (a, b) => `Kiev ${a} ila ${b} askerini geri aldı.`,
    (a, b) => `Rusya'ya ${a}'den fazla kişi döndü, aralarında ${b} sivil var.`,
  ],
};

describe("a number", () => {
  it("is never one that the text does not hold", () => {
    const amount = fc.integer({ min: 2, max: 1899 });
    fc.assert(
      fc.property(
        fc.constantFrom(...LANGUAGES).chain((language) =>
          fc.record({
            language: fc.constant(language),
            parts: fc.array(fc.tuple(fc.constantFrom(...TEMPLATES[language]), amount, amount), {
              minLength: 1,
              maxLength: 5,
            }),
          }),
        ),
        ({ language, parts }) => {
          const text = parts.map(([template, a, b]) => template(String(a), String(b))).join(" ");
          const printed = new Set<number | null>([...parts.flatMap(([, a, b]) => [a, b]), null]);
          for (const { min, max, qualifier } of read(text, language).figures) {
            if (qualifier !== "up_to") expect(printed).toContain(min);
            expect(printed).toContain(max);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
