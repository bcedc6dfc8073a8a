import type { Counted } from "./noun.ts";
import { amountOf, isNumber, isPeople } from "./noun-cues.ts";
import { type Page, segmentAt } from "./page.ts";

/** "bodies of 1,212 soldiers", "тела ещё 58 военных": the noun before says what is given. */
export function bodiesBefore(page: Page, counted: Counted): Counted | null {
  if (counted.reason !== null && counted.reason !== "counts something unknown") return null;
  if (counted.thing !== null && counted.thing !== "bodies" && !isPeople(counted.thing)) return null;
  const { marks, tokens } = page;
  let at = counted.from - 1;
  let bracket = 0;
  for (let steps = 0; steps < 6 && at >= 0; steps++, at--) {
    const token = tokens[at];
    // "the bodies (remains) of 77"
    if (token?.text === ")" && tokens[at - 2]?.text === "(") {
      at -= 2;
      bracket = 3;
      continue;
    }
    if (token?.kind !== "word" || tokens[at + 1]?.breaks) break;
    const thing = marks.at("thing", at);
    if (thing?.tag.thing === "bodies") {
      const joined = at + 1 < counted.from && marks.at("of", at + 1 + bracket) !== null;
      if (!joined && page.locale.nouns.of.length > 0) return null;
      return { ...counted, thing: "bodies", from: thing.from, how: counted.thing ? "after" : "before", reason: null };
    }
    const filler =
      marks.at("of", at) ??
      marks.at("between", at) ??
      marks.at("qualifier", at) ??
      marks.at("dead", at) ??
      marks.cueAt("each", at);
    if (!filler) break;
  }
  return null;
}

/** Tokens between a number and the noun before it; more where "the number of" comes before that noun. */
const FARTHEST = 9;
const FARTHEST_AMOUNT = 18;

/** "POWs: 1,000", "the number of prisoners stands at 6,305": a noun before a number that has none after it. */
export function nounBefore(page: Page, counted: Counted): Counted {
  const found = nounNear(page, counted);
  return (found === counted ? openingNoun(page, counted) : null) ?? found;
}

/** Words between a noun that opens its clause and the number of it. */
const LONGEST_LEAD = 5;

/** "Цивільних із них – 139", "Военных в этой группе 185": where case does the work of "of", what is counted may open the clause. */
function openingNoun(page: Page, counted: Counted): Counted | null {
  const { marks, tokens, locale } = page;
  if (locale.nouns.of.length > 0 || locale.writing.verbLast) return null;
  const dash = tokens[counted.from - 1]?.text === "–";
  const end = dash ? counted.from - 1 : counted.from;
  const segment = segmentAt(page, end - 1);
  if (!segment || (!dash && counted.from >= segment.to)) return null;
  let start = marks.cueAt("clauseStart", segment.from)?.to ?? segment.from;
  const nationality = marks.at("adjective", start)?.tag.side ?? null;
  if (nationality !== null) start++;
  const noun = marks.at("thing", start);
  if (noun?.from !== start || marks.at("side", start) || end - noun.to > LONGEST_LEAD) return null;
  for (let at = noun.to; at < end; at++)
    if (tokens[at]?.kind !== "word" || tokens[at]?.breaks || marks.at("act", at) || isNumber(page, at)) return null;
  return {
    ...counted,
    thing: noun.tag.thing,
    nationality: counted.nationality ?? nationality,
    from: start,
    how: "before",
  };
}

function nounNear(page: Page, counted: Counted): Counted {
  const { marks, tokens } = page;
  const segment = segmentAt(page, counted.quantity.from);
  if (!segment) return counted;
  // "обменов было 20": what else is counted stands before the verb of being.
  const copula = marks.cueAt("soMany", counted.from - 1);
  const other = marks.at("counted", (copula?.from ?? counted.from) - 1);
  if (copula && other && !marks.at("thing", other.from)) return { ...counted, reason: "counts something else" };
  for (let at = counted.from - 1; at >= counted.from - FARTHEST_AMOUNT && at >= 0; at--) {
    const token = tokens[at];
    const year = token?.kind === "number" && /^20\d\d$/.test(token.word);
    if (!token || (token.kind === "number" && !year) || token.text === "." || tokens[at + 1]?.breaks) break;
    const dashed = at === counted.from - 2 && tokens[at + 1]?.text === "–" && marks.at("thing", at)?.to === at + 1;
    if (at < segment.from && token.text !== ":" && token.text !== "–" && token.text !== "?" && !dashed) break;
    if (token.text === ",") break;
    const thing = marks.at("thing", at);
    if (!thing && isOurs(page, at, counted.from))
      return { ...counted, thing: "persons", nationality: "our", from: at, how: "before" };
    // "Росіяни забрали 78": who does it, not what is counted.
    const people = marks.at("adjective", at);
    if (!thing && people && marks.cueAt("amount", people.from - 1) && !marks.at("thing", people.to))
      return { ...counted, thing: "persons", nationality: people.tag.side, from: people.from, how: "before" };
    if (!thing || marks.at("side", at)) continue;
    // "1,000 bodies for 31": a noun that has its number.
    // "the number of captives exchanged with its help at 5,955"
    const amount = marks.cues("amount", thing.from - 3, thing.from).length > 0 || isOfAmount(page, thing.to);
    if (!amount && at < counted.from - FARTHEST) break;
    const near = (amount || counted.from - thing.to <= 2) && !isNumber(page, thing.from - 1);
    // "the bodies of dead soldiers, 6,000": bodies.
    const dead = marks.within("thing", thing.from - 3, thing.from).some(({ tag }) => tag.thing === "bodies");
    const found = dead ? "bodies" : thing.tag.thing;
    const side =
      marks.within("people", thing.from, thing.to)[0]?.tag.side ??
      marks.at("adjective", thing.from - 1)?.tag.side ??
      null;
    const nationality = counted.nationality ?? side;
    return near ? { ...counted, thing: found, nationality, from: thing.from, how: "before" } : counted;
  }
  // "The number of prisoners, whose exchange it mediated, has reached 5,355"
  const amount = amountOf(page, counted.from);
  return amount ? { ...counted, thing: amount, how: "before" } : counted;
}

/** "naaş sayısı": where verbs come last, the amount stands after its noun. */
function isOfAmount({ marks, locale }: Page, at: number): boolean {
  return locale.writing.verbLast && marks.cueAt("amount", at)?.from === at;
}

/** "Наших повернулося 175": "of ours" as a noun, an act at most between it and its number. */
function isOurs({ marks, locale }: Page, at: number, number: number): boolean {
  if (locale.nouns.of.length > 0 || !marks.cueAt("our", at) || number - at > 2) return false;
  return number - at === 1 || marks.at("act", at + 1) !== null;
}

/** "человек двадцать": a round number right after its noun is a rough one where the language says it so. */
export function isInverted({ locale, marks }: Page, { quantity, from }: Counted): boolean {
  const { qualifier, min, masked } = quantity;
  const round = min <= 1000 && min % 10 === 0;
  const noun = marks.at("thing", quantity.from - 1);
  return (
    locale.qualifiers.inversion &&
    qualifier === "exact" &&
    masked === null &&
    round &&
    noun?.from === from &&
    !marks.at("of", from - 1)
  );
}

/** "курян, которых на той стороне удерживают 30": the noun that the relative word stands for. */
export function whichBefore({ marks, tokens }: Page, from: number, { from: at }: Counted): Partial<Counted> | null {
  const which = marks.cues("relative", from, at).at(-1);
  if (!which || tokens[which.from - 1]?.text !== ",") return null;
  if (tokens.slice(which.to, at).some(({ kind }) => kind === "number")) return null;
  const noun = marks.at("group", which.from - 2) ?? marks.at("thing", which.from - 2);
  if (!noun) return null;
  const { tag } = noun;
  return tag.kind === "group" ? { thing: tag.thing, group: tag.group, nationality: tag.side } : { thing: tag.thing };
}
