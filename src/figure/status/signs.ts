import { datesIn } from "../frame/dates.ts";
import type { Page } from "../frame/page.ts";
import type { TalkKind } from "../locale/locale.ts";
import type { Sentence } from "../text/sentence.ts";
import { stemsOf } from "../weigh/around.ts";
import { dateSign, TELLING_CUES } from "../weigh/circumstances.ts";
import type { Tell, Telling } from "../weigh/sign.ts";
import type { Told } from "./rules.ts";
import { talkKindsOf } from "./talk-words.ts";

/** Words of a sentence that are looked at. */
const REACH = 80;
/** Words that far apart tell something together. */
const NEAR = 8;
/** Words that far from a "not" are denied by it. */
const DENIED = 3;
const TOLD_BY: ReadonlySet<TalkKind> = new Set(["talks", "meeting", "discussed", "swaps", "offered", "answered"]);

/** What tells that a sentence states something of the talks: the rules that find it there, its words, its days. */
export function stateSigns(page: Page, sentence: Sentence, found: readonly Told[]): Telling {
  return (tell) => {
    tell("state");
    tell("state in", page.locale.tag);
    tell("state first", String(sentence.index === 0));
    tell("state paragraph", String(Math.min(2, sentence.paragraph)));
    tellLists(page, sentence, found, tell);
    tellSides(page, sentence, tell);
    tellCuesAndDays(page, sentence, tell);
    tellKinds(page, sentence, tell);
    tellStems(page, sentence, tell);
  };
}

/** What the lists find whole, and what they find parts of. */
function tellLists({ marks, locale }: Page, { from, to }: Sentence, found: readonly Told[], tell: Tell): void {
  tell("state found", String(found.length));
  for (const { subject, state } of found) tell("state rule", subject, state);
  for (const [rule, { subject, state, all, none }] of locale.statuses.entries()) {
    const lists = all.filter((_, list) => marks.statusWords(rule, list, from, to).length > 0).length;
    if (lists > 0) {
      tell("state words", subject, state, String(lists), "of", String(all.length));
      tell(locale.tag, "state list", String(rule), String(lists), "of", String(all.length));
    }
    if (none && marks.statusWords(rule, -1, from, to).length > 0) tell("state against", subject, state);
  }
}

/** Whose talks they may be: the sides of the story that the sentence names, and others. */
function tellSides({ marks }: Page, { from, to }: Sentence, tell: Tell): void {
  const sides = new Set(
    [...marks.within("side", from, to), ...marks.within("adjective", from, to)].map(({ tag }) => tag.side),
  );
  const others = marks.within("other", from, to).length;
  tell("state sides", String(sides.size));
  tell("state others", String(Math.min(2, others)));
  tell("state sides", String(sides.size), "others", String(Math.min(2, others)));
  tell("state speakers", String(Math.min(2, marks.within("speaker", from, to).length)));
  tell("state frame", String(marks.has("frame", from, to)));
}

function tellCuesAndDays(page: Page, { from, to }: Sentence, tell: Tell): void {
  for (const cue of TELLING_CUES) if (page.marks.hasCue(cue, from, to)) tell("state cue", cue);
  const { published } = page.document;
  if (published === null) return;
  for (const date of datesIn(page, from, to)) tell("state date", dateSign(date, published));
}

/** Kinds of words, and what stands near those that talks, meetings, exchanges and answers are told by; alike in all languages. */
function tellKinds({ tokens, locale }: Page, { from, to }: Sentence, tell: Tell): void {
  const found: { readonly at: number; readonly kind: TalkKind }[] = [];
  for (let at = from; at < Math.min(to, from + REACH); at++) {
    const token = tokens[at];
    if (token?.kind === "word") for (const kind of talkKindsOf(locale, token.known)) found.push({ at, kind });
  }
  for (const { at, kind } of found) {
    tell("state has", kind);
    for (const other of found) {
      if (other.at === at) continue;
      const where = other.at < at ? "after" : "before";
      const apart = Math.abs(other.at - at);
      if (kind === "not" && apart <= DENIED) tell("state not", where, other.kind);
      if (!TOLD_BY.has(kind) || apart > NEAR) continue;
      tell("state near", kind, other.kind);
      tell("state near", kind, where, other.kind);
    }
  }
}

function tellStems(page: Page, { from, to }: Sentence, tell: Tell): void {
  const { tag } = page.locale;
  const stems = stemsOf(page);
  const at = (index: number) => stems[index] ?? "END";
  const last = Math.min(to, from + REACH);
  tell(tag, "state opening", at(from));
  for (let index = from; index < last; index++) {
    tell(tag, "state word", at(index));
    if (index + 1 < last) tell(tag, "state pair", at(index), at(index + 1));
  }
}
