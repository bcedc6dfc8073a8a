import type { Side } from "../figure.ts";
import { isOblique } from "./oblique.ts";
import { type Page, segmentAt } from "./page.ts";
import { interviewFrom, introduced } from "./question.ts";
import { quotesOf } from "./quote.ts";
import type { Segment } from "./segment.ts";

export interface Speaker {
  readonly name: string;
  readonly side: Side | "other" | null;
  /** Tokens of the name; both -1 when the outlet itself speaks. */
  readonly from: number;
  readonly to: number;
}

/** Who says what stands at a token. */
export interface Speech {
  /** Null: nobody is named. */
  speakerAt(index: number): Speaker | null;
  /** The side of who says it or whose outlet it is; null: unknown. */
  voiceAt(index: number): Side | null;
  /** Whose "we", "our" and "home" are, else that of the speaker before; null: unknown. */
  sideAt(index: number): Side | null;
  /** Whose "our" and "home" are: as `sideAt`, but where nobody is cited an outlet's parlance comes before the speaker before. */
  ownAt(index: number): Side | null;
  /** Whose "we" and "us" are: the speaker's in quotation marks or after a colon, else the outlet's where it has a side. */
  weAt(index: number): Side | null;
  quoted(index: number): boolean;
}

interface Attribution {
  readonly at: number;
  readonly segment: number;
  readonly speaker: Speaker;
}

const NEAR = 12;

/** Finds who is cited where: beside a verb of speech, after "according to", around quotation marks, line by line. */
export function speechOf(page: Page): Speech {
  const quotes = quotesOf(page.tokens);
  const bySentence: (readonly Attribution[])[] = [];
  const known = new Map<string, Speaker>();
  let last: Speaker | null = null;
  for (const sentence of page.sentences) {
    const found = attributionsIn(page, sentence.from, sentence.to, quotes, last, known);
    bySentence.push(found);
    if (found.length > 0 && page.marks.hasCue("ofIt", sentence.from, sentence.from + 1)) tellBefore(page, bySentence);
    last = found.at(-1)?.speaker ?? last;
  }
  const outlet = outletSpeaker(page);
  const answers = interviewFrom(page);
  const interviewed = answers !== null || bySentence.every((list) => list.length === 0) ? introduced(page) : null;
  const speakerAt = (index: number): Speaker | null =>
    nearest(page, bySentence, index) ?? aroundQuote(page, bySentence, quotes, index) ?? outlet;
  const outletSide = page.document.outletSide ?? sideOfLanguage(page);
  const parlance = sideOfParlance(page, quotes);
  const voiceAt = (index: number): Side | null => ownSide(speakerAt(index)?.side ?? outletSide);
  const isDirect = (index: number): boolean => {
    const said = nearest(page, bySentence, index);
    return (quotes[index] ?? 0) > 0 || (said !== null && said.to >= 0 && page.tokens[said.to]?.text === ":");
  };
  const sideAt = (index: number): Side | null => {
    const voice = voiceAt(index) ?? (answers === null ? null : interviewed);
    if (voice !== null || speakerAt(index)) return voice;
    return ownSide(inParagraph(page, bySentence, index)?.side ?? interviewed);
  };
  return {
    speakerAt,
    sideAt,
    ownAt: (index) => voiceAt(index) ?? (speakerAt(index) ? null : parlance) ?? sideAt(index),
    weAt: (index) => (outletSide !== null && !isDirect(index) ? outletSide : sideAt(index)),
    quoted: (index) => (quotes[index] ?? 0) > 0 || (answers !== null && index >= answers && !speakerAt(index)),
    voiceAt,
  };
}

/** "1,000 bodies came home. The headquarters reported this.": told by whoever the last sentence cites, unless somebody is cited there. */
function tellBefore(page: Page, bySentence: (readonly Attribution[])[]): void {
  const { sentences } = page;
  const here = bySentence.length - 1;
  const teller = bySentence[here]?.findLast(({ speaker }) => speaker.side !== null);
  const paragraph = sentences[here - 1]?.paragraph;
  for (let at = here - 1; teller && at >= 0 && sentences[at]?.paragraph === paragraph; at--) {
    if (bySentence[at]?.length !== 0) return;
    const from = sentences[at]?.from ?? 0;
    bySentence[at] = [{ ...teller, at: from, segment: segmentAt(page, from)?.index ?? 0 }];
  }
}

function ownSide(side: Side | "other" | null): Side | null {
  return side === "other" ? null : side;
}

/** Where only one side writes in a language, an outlet without a side is taken for its. */
function sideOfLanguage({ story, locale }: Page): Side | null {
  return story.sides.find(({ languages }) => languages?.includes(locale.tag))?.code ?? null;
}

/** Outside of quotation marks, whose words an outlet chooses tells its side, unless it mixes them. */
function sideOfParlance({ marks }: Page, quotes: Int32Array): Side | null {
  const own = marks.all("parlance").filter(({ from }) => !quotes[from]);
  const side = own[0]?.tag.side ?? null;
  return own.every(({ tag }) => tag.side === side) ? side : null;
}

/** An official channel that speaks for itself. */
function outletSpeaker(page: Page): Speaker | null {
  const { outlet, outletSide } = page.document;
  return outlet !== null && outletSide !== null && isOffice(page, outlet)
    ? {
        name: outlet
          .trim()
          .replace(/\([^()]*\)$/, "")
          .trim(),
        side: outletSide,
        from: -1,
        to: -1,
      }
    : null;
}

function isOffice(page: Page, outlet: string): boolean {
  return page.story.speakers.some(({ names, name }) =>
    [name, ...Object.values(names).flat()].some(
      (known) => known.length > 8 && outlet.toLowerCase().includes(known.replaceAll("*", "").toLowerCase()),
    ),
  );
}

function attributionsIn(
  page: Page,
  from: number,
  to: number,
  quotes: Int32Array,
  last: Speaker | null,
  known: Map<string, Speaker>,
): readonly Attribution[] {
  const { marks } = page;
  const found: Attribution[] = [];
  // "The spokesman added", "по словам уполномоченного": an office without a side is the one named before.
  const add = (at: number, named: Speaker | null): void => {
    const speaker = named?.side === null ? (namedBefore(page, named, last) ?? named) : named;
    if (speaker) found.push({ at, segment: segmentAt(page, at)?.index ?? 0, speaker });
  };
  for (const cue of marks.cues("according", from, to)) add(cue.from, entityAfter(page, cue.to, to, known));
  for (const cue of marks.cues("accordingAfter", from, to)) add(cue.from, entityBefore(page, cue.from, from, known));
  for (const cue of marks.cues("speech", from, to)) {
    if (quotes[cue.from]) continue;
    const same = marks.cues("sameSpeaker", cue.from - 3, Math.min(to, cue.to + 2)).some(({ to }) => to >= cue.from - 1);
    // "…, said the ministry": a verb that opens its part of the sentence has its subject after it.
    const opening = segmentAt(page, cue.from);
    const after =
      opening && opensPart(page, cue.from) ? entityAfter(page, cue.to, Math.min(opening.to, cue.to + 3), known) : null;
    if (after) {
      add(cue.from, after);
      continue;
    }
    // "From the ministry came a statement … it was said": where verbs come last, whose statement it is was told first.
    const source = page.locale.writing.verbLast ? marks.cues("accordingAfter", from, cue.from)[0] : undefined;
    const before = source
      ? entityBefore(page, source.from, from, known)
      : entityBefore(page, ...outOfQuote(page, quotes, cue.from, from), known, true);
    const near = before && cue.from - before.to <= 3 ? before : null;
    const named =
      near ??
      (same ? (last ?? lastNamed(page, cue.from)) : null) ??
      before ??
      // "Сообщил, что России передали": what is said begins at the comma.
      (page.tokens[cue.to]?.text === "," ? null : entityAfter(page, cue.to, to, known)) ??
      last;
    add(cue.from, named);
  }
  if (found.length === 0) {
    // "16:10 Moscow's version: …", "Quote from Umerov: …", "Kremlin spokesman: …"
    const colon = page.tokens.slice(from, Math.min(to, from + 10)).findIndex((token) => token.text === ":");
    if (colon > 0) add(from, entityAfter(page, from, from + colon, known));
  }
  return found.toSorted((a, b) => a.at - b.at);
}

/** Where verbs come last there is no article; elsewhere the words of an office that was named are listed. */
function namedBefore(page: Page, { from, to }: Speaker, last: Speaker | null): Speaker | null {
  const isListed = page.marks.hasCue("sameSpeaker", from, to);
  if (last?.side && (isListed || page.locale.writing.verbLast)) return last;
  return isListed && last === null ? lastNamed(page, from) : null;
}

function opensPart({ tokens, locale }: Page, at: number): boolean {
  return !locale.writing.verbLast && tokens[at - 1]?.kind === "mark";
}

/** "The envoy: '… . …' he added": what a verb of speech closes begins before the quotation marks. */
function outOfQuote(page: Page, quotes: Int32Array, at: number, from: number): [number, number] {
  const quote = quotes[from];
  if (!page.locale.writing.verbLast || !quote) return [at, from];
  let open = from;
  while (open > 0 && quotes[open - 1] === quote) open--;
  const segment = segmentAt(page, Math.max(0, open - 1));
  return [open, page.sentences[segment?.sentence ?? 0]?.from ?? open];
}

/** Whom "he" means: the speaker named last. */
function lastNamed(page: Page, at: number): Speaker | null {
  const mark = page.marks.within("speaker", Math.max(0, at - 400), at).at(-1);
  return mark ? { ...mark.tag, from: mark.from, to: mark.to } : null;
}

function entityAt(page: Page, at: number, known: Map<string, Speaker>): Speaker | null {
  const { marks, tokens } = page;
  const speaker = marks.at("speaker", at);
  if (speaker) return remember(known, page, { ...speaker.tag, from: speaker.from, to: speaker.to });
  const office = marks.cueAt("office", at);
  const side = marks.at("side", at) ?? marks.at("adjective", at);
  if (office) {
    const person = marks.within("speaker", office.from - 6, office.to + 5)[0];
    if (person) return remember(known, page, { ...person.tag, from: person.from, to: person.to });
    // "A representative of the Russian delegation": where verbs come last, whose he is stands before, the clause after.
    const sentence = page.sentences[segmentAt(page, at)?.sentence ?? 0];
    const reach = Math.max(sentence?.from ?? 0, office.from - (page.locale.writing.verbLast ? 5 : 3));
    const until = page.locale.writing.verbLast ? office.to : Math.min(sentence?.to ?? office.to, office.to + 3);
    const name = marks.within("side", reach, until).at(-1) ?? marks.within("adjective", reach, until)[0];
    const from = Math.min(office.from, name?.from ?? office.from);
    const to = Math.max(office.to, name?.to ?? office.to);
    return remember(known, page, { name: printed(page, from, to), side: name?.tag.side ?? null, from, to });
  }
  // "Russia and Ukraine announced": both sides at once are neither's voice.
  const joint = side && marks.cueAt("clauseAnd", side.from - 1) ? marks.at("side", side.from - 2) : null;
  if (side && joint && joint.tag.side !== side.tag.side)
    return { name: printed(page, joint.from, side.to), side: "other", from: joint.from, to: side.to };
  if (side && marks.at("side", at))
    return { name: printed(page, side.from, side.to), side: side.tag.side, from: side.from, to: side.to };
  const token = tokens[at];
  const before = known.get(token?.word ?? "");
  return before ? { ...before, from: at, to: at + 1 } : null;
}

const notNames = ["side", "adjective", "people", "other", "thing"] as const;

/** A person named beside an office speaks for its side from then on: "Nadiia H. of the Coordination Headquarters". */
function remember(known: Map<string, Speaker>, page: Page, speaker: Speaker): Speaker {
  for (let at = speaker.from - 4; at < speaker.to + 4; at++) {
    const token = page.tokens[at];
    if (token?.kind !== "word" || token.text.length < 4 || (at >= speaker.from && at < speaker.to)) continue;
    const capital = token.text.charAt(0) !== token.text.charAt(0).toLowerCase();
    const free = notNames.every((kind) => page.marks.at(kind, at) === null);
    if (capital && free && known.size < 200) known.set(token.word, speaker);
  }
  return speaker;
}

function entityBefore(
  page: Page,
  at: number,
  from: number,
  known: Map<string, Speaker>,
  asSubject = false,
): Speaker | null {
  // A verb that comes last may stand far from its subject.
  const reach = asSubject && page.locale.writing.verbLast ? from : Math.max(from, at - NEAR);
  for (let place = at - 1; place >= reach; place--) {
    if (asSubject && isOblique(page, place)) continue;
    const entity = entityAt(page, place, known);
    if (entity) return entity;
  }
  return null;
}

function entityAfter(page: Page, at: number, to: number, known: Map<string, Speaker>): Speaker | null {
  for (let place = at; place < Math.min(to, at + NEAR); place++) {
    const entity = entityAt(page, place, known);
    if (entity) return entity;
  }
  return null;
}

function printed(page: Page, from: number, to: number): string {
  return page.tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(" ");
}

/** Within a sentence: the attribution of the same segment, of the one before, of one after. */
function nearest(page: Page, bySentence: readonly (readonly Attribution[])[], index: number): Speaker | null {
  const segment = segmentAt(page, index);
  const list = segment ? bySentence[segment.sentence] : undefined;
  if (!segment || !list || list.length === 0) return null;
  const same = list.find((attribution) => attribution.segment === segment.index);
  const before = list.findLast((attribution) => attribution.segment < segment.index);
  const after = list.find(
    (attribution) =>
      attribution.segment > segment.index &&
      page.segments[attribution.segment]?.relative !== true &&
      !isParted(page, segment, attribution),
  );
  return (same ?? before ?? after)?.speaker ?? null;
}

/** Whether another main clause begins between a number and a speaker: "… were returned, while Moscow, it says, got 27". */
function isParted(page: Page, segment: Segment, { segment: said }: Attribution): boolean {
  for (let index = segment.index + 1; index <= said; index++)
    if (page.segments[index]?.cut === 2 && !page.segments[index]?.relative) return true;
  return false;
}

/** Inside quotation marks: whoever is named in the same paragraph, nearest first, or last of all. */
function aroundQuote(
  page: Page,
  bySentence: readonly (readonly Attribution[])[],
  quotes: Int32Array,
  index: number,
): Speaker | null {
  const quote = quotes[index];
  if (!quote) return null;
  // "…," he wrote: where the quotation ends; then where it begins.
  let end = index;
  while (quotes[end + 1] === quote) end++;
  let start = index;
  while (start > 0 && quotes[start - 1] === quote) start--;
  const led = isHeading(page, start, end) ? bySentence[(segmentAt(page, end)?.sentence ?? 0) + 1]?.[0] : undefined;
  if (led) return led.speaker;
  for (const edge of [end + 1, start - 1]) {
    const sentence = segmentAt(page, Math.max(0, edge))?.sentence ?? 0;
    const found = page.tokens[edge]?.breaks === 0 || edge < index ? bySentence[sentence]?.[0]?.speaker : undefined;
    if (found) return found;
  }
  return inParagraph(page, bySentence, index);
}

/** A quotation without a full stop that has a line to itself heads what comes after it. */
function isHeading({ tokens }: Page, start: number, end: number): boolean {
  const alone = (tokens[start]?.breaks ?? 0) > 0 && (tokens[end + 1]?.breaks ?? 0) > 0;
  return alone && tokens[end - 1]?.kind !== "mark";
}

function inParagraph(page: Page, bySentence: readonly (readonly Attribution[])[], index: number): Speaker | null {
  const sentence = segmentAt(page, index)?.sentence ?? 0;
  const paragraph = page.sentences[sentence]?.paragraph;
  for (let place = sentence; place >= 0 && sentence - place < 12; place--) {
    const found = bySentence[place]?.at(-1)?.speaker;
    if (found) return found;
  }
  for (let place = sentence + 1; page.sentences[place]?.paragraph === paragraph && place < sentence + 6; place++) {
    const found = bySentence[place]?.[0]?.speaker;
    if (found) return found;
  }
  return null;
}
