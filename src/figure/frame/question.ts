import type { Side } from "../figure.ts";
import { type ActFound, actsIn } from "./act.ts";
import type { Counted } from "./noun.ts";
import { type Page, segmentAt } from "./page.ts";

const FARTHEST = 3;
/** Sentences between a question and the one that follows it up. */
const FARTHEST_BEFORE = 12;
const LEAST_QUESTIONS = 2;
/** Tokens of an assent, its dash and full stop counted. */
const SHORT = 4;

interface Asked {
  readonly from: number;
  readonly to: number;
  /** How many sentences back. */
  readonly back: number;
}

/** The question that a number answers: the nearest one a few sentences before. */
export function questionBefore(page: Page, counted: Counted): Asked | null {
  const here = segmentAt(page, counted.quantity.from)?.sentence ?? 0;
  for (let back = 1; back <= FARTHEST; back++) {
    const sentence = page.sentences[here - back];
    if (sentence && page.tokens[sentence.to - 1]?.text === "?") return { from: sentence.from, to: sentence.to, back };
  }
  return null;
}

/** "How many people came home? — 2,310.", "A swap is near. It concerns 1,000 people": what is asked or told before has the verb. */
export function askedAct(page: Page, counted: Counted, acts: readonly ActFound[]): ActFound | null {
  const here = page.sentences[segmentAt(page, counted.quantity.from)?.sentence ?? 0];
  const asked = directly(page, counted) ?? meantBefore(page, here?.index ?? 0);
  if (!asked || !here || actsIn(acts, here.from, here.to).some(({ voice }) => voice !== "noun")) return null;
  const told = actsIn(acts, asked.from, asked.to).filter(({ does }) => does !== "lose");
  return told.findLast(({ voice }) => voice !== "noun") ?? told.at(-1) ?? followedUp(page, asked, acts);
}

/** "How many came home in 2025? … And since 2022?": a question of few words asks what the one before it asked. */
function followedUp(page: Page, { from, to }: Asked, acts: readonly ActFound[]): ActFound | null {
  if (to - from > SHORT + 3 || page.marks.within("thing", from, to).length > 0) return null;
  const here = segmentAt(page, from)?.sentence ?? 0;
  const earlier = page.sentences.slice(Math.max(0, here - FARTHEST_BEFORE), here);
  const before = earlier.findLast(({ to: end }) => page.tokens[end - 1]?.text === "?");
  return before ? (actsIn(acts, before.from, before.to).findLast(({ voice }) => voice !== "noun") ?? null) : null;
}

/** The question right before the sentence of a number, or before a word or two of assent: "They are. Twelve people." */
function directly(page: Page, counted: Counted): Asked | null {
  const asked = questionBefore(page, counted);
  if (!asked || asked.back === 1) return asked;
  const between = page.sentences[(segmentAt(page, counted.quantity.from)?.sentence ?? 0) - 1];
  return asked.back === 2 && between && between.to - between.from <= SHORT ? asked : null;
}

const KEPT = ["still", "captivity", "fromUs", "fromThem"] as const;

/** "How many of ours are still over there? — We know of 4,300.": asked after those who are kept, and by no verb of giving. */
export function asksOfKept(page: Page, counted: Counted): boolean {
  const asked = questionBefore(page, counted);
  if (!asked || asked.back === FARTHEST) return false;
  if (page.marks.within("act", asked.from, asked.to).some(({ tag }) => tag.does !== "hold")) return false;
  return KEPT.some((cue) => page.marks.hasCue(cue, asked.from, asked.to));
}

function meantBefore({ sentences, marks }: Page, sentence: number): Asked | null {
  const [before, here] = [sentences[sentence - 1], sentences[sentence]];
  if (!before || before.paragraph !== here?.paragraph || !marks.hasCue("meant", here.from, here.from + 1)) return null;
  return { from: before.from, to: before.to, back: 1 };
}

/** "And the fallen? — We handed over a thousand.": what the question asks after. */
export function askedAfter(page: Page, counted: Counted): Pick<Counted, "thing" | "nationality" | "group"> | null {
  const asked = questionBefore(page, counted);
  if (!asked) return null;
  const { marks } = page;
  const of = marks.within("group", asked.from, asked.to).at(-1)?.tag;
  if (of) return { thing: of.thing, nationality: of.side, group: of.group };
  const named = marks.within("thing", asked.from, asked.to).at(-1);
  const whose = marks.within("adjective", asked.from, asked.to).at(-1)?.tag.side ?? null;
  const nationality = whose ?? (marks.hasCue("our", asked.from, asked.to) ? "our" : null);
  const thing = named?.tag.thing ?? (nationality === null ? null : "persons");
  return thing === null ? null : { thing, nationality, group: null };
}

/** An answer that is the number itself: "— 2,310: …", "Forty." */
export function isAnswer(page: Page, counted: Counted): boolean {
  const here = page.sentences[segmentAt(page, counted.quantity.from)?.sentence ?? 0];
  return here !== undefined && counted.from - here.from <= 2 && directly(page, counted) !== null;
}

/** Where the first answer of an interview begins, a text with lines that ask; null where it is none. */
export function interviewFrom({ tokens, sentences }: Page): number | null {
  const asking = sentences.filter(({ from, to }) => (tokens[from]?.breaks ?? 0) > 0 && tokens[to - 1]?.text === "?");
  return asking.length >= LEAST_QUESTIONS ? (asking[0]?.to ?? null) : null;
}

/** "A member of the Russian delegation, A. B., answered our questions": whose "we" it is where nobody is cited. */
export function introduced(page: Page): Side | null {
  const end = page.sentences[1]?.to ?? page.tokens.length;
  const office = page.marks.cues("office", 0, end)[0];
  const side = office ? page.marks.within("adjective", office.from - 4, office.to + 8)[0] : undefined;
  const said = page.marks.within("speaker", 0, end)[0]?.tag.side ?? null;
  const speaker = said === "other" ? null : said;
  return side?.tag.side ?? speaker ?? metIn(page, end);
}

/** "We spoke to him in Kyiv": where whoever is interviewed was met, told before the first question. */
function metIn({ marks, sentences, tokens }: Page, last: number): Side | null {
  const asked = sentences.find(({ to }) => tokens[to - 1]?.text === "?");
  const end = Math.min(last, asked?.from ?? last);
  const places = marks.within("role", 0, end).filter(({ tag }) => tag.role === "place" && tag.where === "before");
  const named = [
    ...places.flatMap(({ to }) => marks.at("side", to)?.tag.side ?? []),
    ...marks.within("side", 0, end).flatMap(({ tag, cases }) => (cases?.join() === "loc" ? tag.side : [])),
  ];
  return named.every((side) => side === named[0]) ? (named[0] ?? null) : null;
}
