import { STATES } from "../figure/weigh/questions.ts";
import { RecountError } from "../runtime/errors.ts";
import type { Placed, PlacedState } from "./lessons.ts";

/** A labelled document in the marked form: a text with its figures marked where they stand. */
export interface MarkedDocument {
  readonly id: string;
  readonly lang: string;
  readonly published: string;
  readonly outletSide: string | null;
  readonly text: string;
  readonly gold: readonly Placed[];
  readonly optional: readonly Placed[];
  /** Null where states were not labelled. */
  readonly status: readonly PlacedState[] | null;
}

const HEAD = /^# (\S+) \| (\d{4}-\d\d-\d\d) \| (\S+)$/;
const MARKED = /\[([^[\]]*)\]\{([^{}]*)\}/g;
/** A mark that was mistyped must not become a text without its label. */
const STRAY = /[[\]{}]/;
const LABEL =
  /^(\??)(servicemen|civilians|persons|bodies|children) (returned|held|offered) ([A-Z]{2}|\?|-)>([A-Z]{2}|\?|-) (~|>=|>|<|-)?(\d+)(?:-(\d+))?(?: (event|cumulative|planned))?(?: @\w+)?$/;
/** "= talks_held @UA: WORDS OF THE TEXT" tells a state, "= none" that there is none. */
const STATE = /^= (?:none|([a-z_]+)(?: @\w+)?: (.+))$/;
const QUALIFIERS: Readonly<Record<string, string>> = {
  "~": "about",
  ">": "more_than",
  ">=": "at_least",
  "<": "up_to",
  "-": "nearly",
};

/**
 * Reads marked documents, parted by lines of "---". The first line of each is "# ID | YYYY-MM-DD | SIDE" (the outlet's; "-": none);
 * in its text "[390 soldiers]{servicemen returned RU>UA 390 event}" marks a figure, "{?…}" one that may be left out, ";" parts several. Lines after
 * the text tell the states of the talks, "= talks_held @UA: WORDS OF THE TEXT", or "= none"; without them states are not labelled.
 * @throws RecountError with file and line
 */
export function readMarked(text: string, lang: string, file: string): readonly MarkedDocument[] {
  const documents: MarkedDocument[] = [];
  let line = 1;
  for (const block of text
    .replace(/^\uFEFF/, "")
    .replaceAll("\r\n", "\n")
    .split(/^---$/m)) {
    const head = line + (/^\n*/.exec(block)?.[0].length ?? 0);
    if (block.trim() !== "") documents.push(documentOf(block, lang, (problem) => invalid(file, head, problem)));
    line += block.split("\n").length - 1;
  }
  return documents;
}

function invalid(file: string, line: number, problem: string): RecountError {
  const remedy = "Correct it; docs/extraction.md describes the marked form.";
  return new RecountError("GOLD_INVALID", "never", `${file}:${line}  ${problem}`, remedy);
}

type Fail = (problem: string) => RecountError;

function documentOf(block: string, lang: string, fail: Fail): MarkedDocument {
  const trimmed = block.trim();
  const end = trimmed.indexOf("\n");
  const [, id, published, side] = HEAD.exec(end < 0 ? trimmed : trimmed.slice(0, end)) ?? [];
  if (id === undefined || published === undefined) throw fail(`no head "# ID | DATE | SIDE": ${trimmed.slice(0, 60)}`);
  const [marked, told] = withoutStates(trimmed.slice(end + 1).trim());
  const gold: Placed[] = [];
  const optional: Placed[] = [];
  let text = "";
  let at = 0;
  for (const found of marked.matchAll(MARKED)) {
    const [whole, words = "", labels = ""] = found;
    text += marked.slice(at, found.index);
    const span = { start: text.length, end: text.length + words.length };
    text += words;
    at = found.index + whole.length;
    for (const label of labels.split(";")) {
      const figure = figureOf(label.trim(), span);
      if (!figure) throw fail(`${id}: not a label: {${label.trim()}}`);
      (label.trim().startsWith("?") ? optional : gold).push(figure);
    }
  }
  text += marked.slice(at);
  const stray = STRAY.exec(text);
  if (stray) throw fail(`${id}: a bracket that marks no figure: ${text.slice(stray.index, stray.index + 40)}`);
  if (told.length > 1 && told.includes("= none")) throw fail(`${id}: "= none" beside a state`);
  const status =
    told.length === 0 ? null : told.flatMap((line) => stateOf(line, text, (problem) => fail(`${id}: ${problem}`)));
  return { id, lang, published, outletSide: side === "-" ? null : (side ?? null), text, gold, optional, status };
}

/** The text with its marks, and the lines of states after it. */
function withoutStates(body: string): readonly [marked: string, told: readonly string[]] {
  const lines = body.split("\n");
  const last = lines.findLastIndex((line) => line !== "" && !/^\s*=/.test(line));
  return [lines.slice(0, last + 1).join("\n"), lines.slice(last + 1).filter((line) => line !== "")];
}

/** @returns none for "= none" */
function stateOf(line: string, text: string, fail: Fail): readonly PlacedState[] {
  const found = STATE.exec(line);
  if (!found) throw fail(`not a state: ${line}`);
  const [, status, words] = found;
  if (status === undefined || words === undefined) return [];
  if (!STATES.some((known) => known === status)) throw fail(`no state of the talks: ${status}`);
  const start = text.indexOf(words);
  if (start < 0) throw fail(`not words of the text: ${words}`);
  return [{ status, start, end: start + words.length }];
}

function figureOf(label: string, span: { readonly start: number; readonly end: number }): Placed | null {
  const [, , thing, act, from, to, sign, first, last, scope] = LABEL.exec(label) ?? [];
  if (thing === undefined || act === undefined) return null;
  const amount = Number(first);
  const sideOf = (code: string | undefined) => (code === undefined || code === "?" || code === "-" ? null : code);
  const figure = {
    thing,
    act,
    from: sideOf(from),
    to: sideOf(to),
    scope: act === "held" ? "cumulative" : (scope ?? ""),
    ...span,
  };
  if (figure.scope === "") return null;
  if (last !== undefined) return { ...figure, min: amount, max: Number(last), qualifier: "range" };
  const qualifier = sign === undefined ? "exact" : (QUALIFIERS[sign] ?? "exact");
  const open = qualifier === "more_than" || qualifier === "at_least";
  return { ...figure, min: qualifier === "up_to" ? 0 : amount, max: open ? null : amount, qualifier };
}
