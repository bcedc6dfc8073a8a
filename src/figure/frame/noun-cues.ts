import type { Mark, TagOf } from "../lexicon/mark.ts";
import { readNumeral } from "../number/numeral.ts";
import { readOne } from "../number/one.ts";
import type { Counted } from "./noun.ts";
import { type Page, segmentAt } from "./page.ts";

const PEOPLE = new Set(["servicemen", "civilians", "persons", "children"]);

/** "were", or the dash that stands for it. */
export function isCopula({ marks, tokens }: Page, at: number): boolean {
  const token = tokens[at];
  return marks.cueAt("passive", at) !== null || token?.text === "–" || (token?.text === "-" && !token.tight);
}

/** What people are who are counted by a noun that does not tell. */
export function kindOf(page: Page, start: number, { from, to }: Mark, number: number): string | null {
  if (page.marks.hasCue("civil", start, from)) return "civilians";
  return (
    saidToBe(page, to) ??
    saidBefore(page, number) ??
    amongKind(page, to) ??
    amountOf(page, number) ??
    inAmount(page, number)
  );
}

/** "300 россиян-военных": a second noun joined by a hyphen says of what kind they are. */
function joinedKind({ marks, tokens }: Page, at: number): string | null {
  const noun = tokens[at]?.hyphen === true ? marks.at("thing", at) : null;
  return noun && isTold(noun.tag.thing) ? noun.tag.thing : null;
}

/** "82 человека из числа российских военнослужащих" */
function amongKind({ marks }: Page, at: number): string | null {
  const among = marks.cueAt("ofKind", at);
  const noun = among ? marks.within("thing", among.to, among.to + 4)[0] : undefined;
  return noun && isTold(noun.tag.thing) ? noun.tag.thing : null;
}

/** "The number of POWs freed has reached 4,349 people": what the number is the number of. */
export function amountOf(page: Page, number: number): string | null {
  const { marks } = page;
  const sentence = page.sentences[segmentAt(page, number)?.sentence ?? 0];
  if (!sentence || !marks.hasCue("reached", Math.max(sentence.from, number - 3), number)) return null;
  const amount = marks.cues("amount", sentence.from, number).at(-1);
  const nouns = amount ? marks.within("thing", amount.to, amount.to + 6) : [];
  return (nouns.find(({ tag }) => isTold(tag.thing)) ?? nouns[0])?.tag.thing ?? null;
}

/** "военнопленных в количестве не менее 1200 человек": the kind stands before the word for the amount. */
function inAmount({ marks }: Page, number: number): string | null {
  const amount = marks.cues("amount", number - 3, number).at(-1);
  const noun = amount ? (marks.at("thing", amount.from - 2) ?? marks.at("thing", amount.from - 1)) : null;
  return noun && isTold(noun.tag.thing) ? noun.tag.thing : null;
}

function isTold(thing: string): boolean {
  return thing === "civilians" || thing === "servicemen";
}

/** "Eight people were among the civilians freed", "51 человек из вернувшихся — гражданские": said to be of a kind. */
export function saidToBe(page: Page, to: number): string | null {
  const { marks } = page;
  const part = marks.cueAt("part", to);
  const from = isCopula(page, to) ? to : part?.from === to && isCopula(page, part.to) ? part.to : null;
  if (from === null) return joinedKind(page, to);
  for (let at = from + 1; at < from + 5; at++) {
    const noun = marks.at("thing", at);
    // "громадян – як військових, так і цивільних": of both kinds.
    const other =
      noun &&
      marks
        .within("thing", noun.to, noun.to + 5)
        .find((mark) => mark.tag.thing !== noun.tag.thing && !isCountedApart(page, noun.to, mark.from));
    const row = from === to && !marks.cueAt("passive", to) && page.tokens[noun?.to ?? 0]?.text === ",";
    if (noun) return !other && !row && isTold(noun.tag.thing) ? noun.tag.thing : null;
    if (page.tokens[at]?.kind !== "word" || marks.at("act", at)) return null;
  }
  return null;
}

/** "51 is a civilian, | 33 – soldiers": the other kind has a number of its own after a comma. */
function isCountedApart({ tokens }: Page, from: number, to: number): boolean {
  return tokens[from]?.text === "," && tokens.slice(from + 1, to).some(({ kind }) => kind === "number");
}

/** "Among the freed civilians were eight people", "home come the civilians – 20 people": the kind is named before the number. */
function saidBefore(page: Page, from: number): string | null {
  const { marks } = page;
  if (!isCopula(page, from - 1)) return null;
  const among = marks.cues("part", from - 8, from).at(-1);
  const beside = marks.cueAt("passive", from - 1) ? undefined : marks.at("thing", from - 2);
  const noun = among ? marks.within("thing", among.from, from).at(-1) : beside;
  return noun && isTold(noun.tag.thing) ? noun.tag.thing : null;
}

export function isMixed(first: string, second: string): boolean {
  const pair = [first, second];
  return pair.includes("servicemen") && pair.includes("civilians");
}

/** "residents of the Kursk region", "people from Kursk", a few words on. */
export function groupAfter(page: Page, to: number, thing: string): Mark | null {
  if (thing !== "persons" && thing !== "civilians") return null;
  const group = page.marks.within("group", to, to + 12)[0];
  if (!group) return null;
  for (let at = to; at < group.from; at++) {
    const token = page.tokens[at];
    if (!token || token.kind === "number" || token.breaks > 0 || token.text === "." || token.text === ";") return null;
    if (page.marks.at("act", at) || page.marks.cueAt("part", at) || isNumber(page, at)) return null;
  }
  return group;
}

/** "Kursk bölgesinden 8 kişi": where verbs come last, the group stands before its number. */
export function groupBefore(page: Page, from: number, thing: string): Mark<TagOf<"group">> | null {
  if (!page.locale.writing.verbLast || (thing !== "persons" && thing !== "civilians")) return null;
  const group = page.marks.within("group", from - 12, from).at(-1);
  if (!group) return null;
  return page.tokens.slice(group.to, from).every(({ kind, breaks }) => kind === "word" && breaks === 0) ? group : null;
}

/** "more than 20 people from that region": the group named last. */
export function groupMeant(page: Page, to: number, thing: string): Mark | null {
  const meant = page.marks.cues("thatGroup", to, to + 2)[0];
  if (!meant || (thing !== "persons" && thing !== "civilians")) return null;
  const group = page.marks.lastBefore("group", to);
  return group ? { ...group, from: meant.from, to: meant.to } : null;
}

/** Whether the very next word is one that the lexicon does not know. */
export function isUnknown(page: Page, at: number): boolean {
  const { marks } = page;
  return (
    page.tokens[at]?.kind === "word" &&
    !marks.cueAt("since", at) &&
    !marks.at("between", at) &&
    !marks.at("adjective", at) &&
    !marks.at("dead", at) &&
    !marks.at("own", at) &&
    !marks.at("of", at) &&
    !marks.cueAt("our", at) &&
    !marks.cueAt("their", at) &&
    !marks.at("side", at) &&
    marks.at("qualifier", at)?.tag.where !== "after"
  );
}

export function isPeople(thing: string): boolean {
  return PEOPLE.has(thing);
}

export function isNumber({ tokens, marks, locale }: Page, at: number): boolean {
  return readNumeral(tokens, at, locale) !== null || readOne(tokens, at, marks, locale) !== null;
}

/** "15'i", "üçü": a number whose ending makes it a part. */
export function endsAsPart({ tokens, locale }: Page, { quantity }: Pick<Counted, "quantity">): boolean {
  const { partSuffixes = [], words } = locale.numbers;
  const last = tokens[quantity.to - 1];
  if (!last) return false;
  if (last.kind === "number") return last.suffix !== null && partSuffixes.includes(last.suffix);
  return !Object.hasOwn(words, last.word) && partSuffixes.some((suffix) => last.word.endsWith(suffix));
}

/** No hundred exchanges were ever counted: "on esir takası" are ten of them, "307 esir takası" are prisoners. */
const MOST_ACTS = 100;

export function countsActs(page: Page, { quantity }: Counted, noun: Mark): boolean {
  const { marks, locale } = page;
  const { to } = noun;
  const act = marks.at("act", to);
  if (!locale.writing.verbLast || quantity.min >= MOST_ACTS || act?.tag.voice !== "noun") return false;
  return act.tag.does === "swap" && !isGenitive(page, noun);
}

/** "90 kişinin takası": what is done to them. */
function isGenitive({ tokens, locale }: Page, { to, cases }: Mark): boolean {
  const word = tokens[to - 1]?.word ?? "";
  const told = Object.entries(locale.caseEndings).some(
    ([ending, of]) => of.includes("gen") && ending.length > 2 && word.endsWith(ending),
  );
  return told || cases?.includes("gen") === true;
}

/** "254 defenders came home to their eternal rest" */
export function isBuried(page: Page, at: number): boolean {
  const segment = segmentAt(page, at);
  return segment !== null && page.marks.hasCue("burial", segment.from, segment.to);
}

/** "189 soldiers, | border guards | and civilians": further kinds of people after commas. */
export function listEnd({ marks, tokens }: Page, to: number): number {
  let end = to;
  for (;;) {
    const next = tokens[end]?.text === "," ? marks.at("thing", end + 1) : null;
    if (next?.from !== end + 1 || !isPeople(next.tag.thing)) return end;
    end = next.to;
  }
}

/** "140 человек погибшими" */
export function isDeadAfter({ marks, tokens, locale }: Page, at: number): boolean {
  return (
    marks.at("dead", at) !== null &&
    locale.writing.deadEnding?.some((ending) => tokens[at]?.word.endsWith(ending)) === true
  );
}

/** "hayatını kaybetmiş 31 asker": where verbs come last, what is told of a noun stands before its number. */
export function deadBefore(page: Page, from: number): boolean {
  return page.locale.writing.verbLast && page.marks.at("dead", from - 1) !== null;
}

/** "He named 6,235 people and 69 exchanges": exchanges that are counted beside people are no deed done to them. */
export function isCountedBeside({ marks, tokens }: Page, { from }: { readonly from: number }): boolean {
  return tokens[from - 1]?.kind === "number" && marks.cueAt("clauseAnd", from - 2) !== null;
}
