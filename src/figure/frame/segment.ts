import type { Mark } from "../lexicon/mark.ts";
import type { Marks } from "../lexicon/marks.ts";
import type { Writing } from "../locale/locale.ts";
import type { Sentence } from "../text/sentence.ts";
import type { Token } from "../text/token.ts";
import type { Page } from "./page.ts";

/** A clause, or a part of one between commas: tokens `from` inclusive, `to` exclusive. */
export interface Segment {
  readonly index: number;
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  /** Opened by "who", "which" …: tells about what stands before. */
  readonly relative: boolean;
  /** How strongly it is cut off from the one before: a comma 1, a conjunction 2, a colon or dash 3, a sentence's end 4. */
  readonly cut: number;
}

/** Of a clause that something is put into ("215 defenders, | including 5 officers, | from captivity"): where it goes on, or its end. */
export function resumed(page: Pick<Page, "segments" | "marks">, { index, sentence }: Segment): Segment | null {
  const { marks, segments } = page;
  const aside = segments[index + 1];
  if (aside?.sentence !== sentence || !marks.hasCue("part", aside.from, aside.from + 1)) return null;
  for (let at = index + 2; at < index + LONGEST_ASIDE; at++) {
    const before = segments[at - 1];
    const rest = segments[at];
    if (!before || rest?.sentence !== sentence || marks.within("act", before.from, before.to).length > 0) return null;
    const verb =
      marks.cueAt("passive", rest.from)?.from === rest.from || marks.at("act", rest.from)?.from === rest.from;
    if (rest.cut === 1 && (verb || marks.within("role", rest.from, rest.from + 1).length > 0)) return rest;
  }
  return null;
}

/** "including sailors, border guards, and policemen": the items that an aside may list. */
const LONGEST_ASIDE = 8;

const STRONG = new Set([";", ":", "–", "(", ")", "•", "→", "|"]);

/** Cuts sentences at punctuation, at words that open a clause, and at "and" before another act. */
export function segmentsOf(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  marks: Marks,
  writing: Writing,
): readonly Segment[] {
  const segments: Segment[] = [];
  const opening = openings(marks, tokens.length);
  for (const sentence of sentences) {
    let from = sentence.from;
    let cut = 4;
    for (let at = sentence.from + 1; at < sentence.to; at++) {
      const parted = tokens[at - 1]?.kind === "mark" || tokens[at]?.kind === "mark" || opening[at] === 1;
      const strength = parted
        ? cutBefore(tokens, marks, at, from, writing.verbLast)
        : isWhile(tokens, marks, writing, at - 1)
          ? 2
          : 0;
      if (strength === 0 || (writing.verbLast && isItem(tokens, marks, at))) continue;
      if (at > from) segments.push(segment(segments, sentence.index, from, at, cut, marks));
      from = at;
      cut = strength;
    }
    segments.push(segment(segments, sentence.index, from, sentence.to, cut, marks));
  }
  return segments;
}

function segment(
  before: readonly Segment[],
  sentence: number,
  from: number,
  to: number,
  cut: number,
  marks: Marks,
): Segment {
  const opened = marks.hasCue("relative", from, Math.min(to, from + 3));
  // "which, | according to the ministry, | belong to soldiers, | were returned": the clause goes on after what is put in.
  const aside = (one: Segment | undefined) => one?.sentence === sentence && one.relative && one.to - one.from <= 2;
  const goesOn = aside(before.at(-1)) || aside(before.at(-2));
  return { index: before.length, sentence, from, to, relative: opened || goesOn, cut };
}

const OPENING = ["clauseStart", "relative", "passive", "clauseAnd"] as const;

/** For each token 1 where a clause may begin with it though no punctuation parts it from the one before. */
function openings(marks: Marks, size: number): Uint8Array {
  const opening = new Uint8Array(size);
  for (const { from } of marks.all("act")) opening[from] = 1;
  for (const cue of OPENING) for (const { from } of marks.cues(cue, 0, size)) opening[from] = 1;
  return opening;
}

/** How strong a cut lies before a token; 0: none. */
function cutBefore(
  tokens: readonly Token[],
  marks: Marks,
  at: number,
  from: number,
  verbLast: boolean | undefined,
): number {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || !before) return 0;
  if (before.text === "-" && !before.tight) return 3;
  if (STRONG.has(before.text) && !(before.text === "–" && before.tight && token.tight)) return 3;
  if (token.text === "(") return 3;
  if (before.text === "," && isListed(marks, at)) return 0;
  if (before.text === ",") return marks.cueAt("clauseStart", at)?.from === at ? 2 : 1;
  if (marks.cueAt("clauseStart", at)?.from === at || marks.cueAt("relative", at)?.from === at) return 2;
  // "soldiers who died | were to be returned": the main clause goes on.
  const passive = marks.cueAt("passive", at);
  if (passive?.from === at && marks.at("act", at - 1) && marks.hasCue("relative", at - 8, at)) return 1;
  if (endsRelative(marks, at, from)) return 1;
  const and = marks.cueAt("clauseAnd", at);
  if (and?.from !== at) return 0;
  const next = actSoonAfter(marks, and.to) && !isOpening(marks, from, at);
  return next || (verbLast && isTold(tokens, marks, and)) ? 2 : 0;
}

/** "193 askerini aldıklarını | ve 193 esiri verdiklerini": where verbs come last, one before "and" ends its clause when a number follows. */
function isTold(tokens: readonly Token[], marks: Marks, and: Mark): boolean {
  const act = marks.at("act", and.from - 1);
  return (
    act !== null && act.tag.voice !== "noun" && tokens.slice(and.to, and.to + 3).some(({ kind }) => kind === "number")
  );
}

/** "the United States, Ukraine and Russia": names in a row are one part of the clause. */
function isListed(marks: Marks, at: number): boolean {
  const name = (place: number) => marks.at("side", place) ?? marks.at("other", place);
  const next = name(at);
  const last = next ? marks.cueAt("clauseAnd", next.to) : null;
  return name(at - 2) !== null && last !== null && name(last.to) !== null;
}

/** "residents who were taken away | came home": a second act ends what was told aside. */
function endsRelative(marks: Marks, at: number, from: number): boolean {
  const act = marks.at("act", at);
  const relative = marks.cues("relative", from, Math.min(from + 3, at))[0];
  if (act?.from !== at || act.tag.voice === "noun" || !relative || at - relative.to < 3) return false;
  const managed = act.tag.time === "ahead" && marks.cueAt("managed", at - 1);
  if (managed || marks.cueAt("passive", at - 1) || marks.cueAt("planned", at - 1)) return false;
  if (marks.within("role", at - 1, at).length > 0) return false;
  return marks.within("act", relative.to, at - 1).length > 0 || marks.hasCue("passive", relative.to, at - 2);
}

/** "Киеву также передали": only whom it is given to stands before the word. */
function isOpening(marks: Marks, from: number, at: number): boolean {
  const side = marks.at("side", at - 1);
  return at - from <= 2 && side?.to === at && side.cases?.includes("dat") === true;
}

/** "Rusya 205 askerini alırken | Ukrayna'ya 205 esir verildi": a verb that closes its clause without a comma. */
function isWhile(tokens: readonly Token[], marks: Marks, { whileEndings }: Writing, at: number): boolean {
  if (whileEndings === undefined || marks.at("act", at) === null) return false;
  return whileEndings.some((ending) => tokens[at]?.word.endsWith(ending));
}

/** "71 asker ve 12 sivil bırakıldı": where verbs come last, no verb stands before the "and" of a list. */
function isItem(tokens: readonly Token[], marks: Marks, at: number): boolean {
  const listed = tokens[at + 1]?.kind === "number" && marks.cueAt("clauseAnd", at)?.from === at;
  return listed && marks.within("thing", at - 1, at).length > 0 && marks.within("act", at - 1, at).length === 0;
}

/** "and got 38": another predicate follows. */
function actSoonAfter(marks: Marks, at: number): boolean {
  return marks.within("act", at, at + 3).some(({ tag, from }) => tag.voice !== "noun" && !marks.at("between", from));
}
