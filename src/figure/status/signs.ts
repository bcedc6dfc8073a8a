import { datesIn } from "../frame/dates.ts";
import type { Page } from "../frame/page.ts";
import type { TalkKind } from "../locale/locale.ts";
import type { Sentence } from "../text/sentence.ts";
import { stemAt } from "../weigh/around.ts";
import { dateSign, tellingCues } from "../weigh/circumstances.ts";
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
export function stateSigns(page: Page, sentence: Sentence, found: readonly Told[]): readonly string[] {
  const { marks, locale, document } = page;
  const signs = ["state", `state in ${locale.tag}`, `state found ${found.length}`];
  for (const { subject, state } of found) signs.push(`state rule ${subject}_${state}`);
  for (const [rule, { subject, state, all, none }] of locale.statuses.entries()) {
    const lists = all.filter((_, list) => marks.statusWords(rule, list, sentence.from, sentence.to).length > 0).length;
    if (lists > 0) signs.push(`state words ${subject}_${state} ${lists} of ${all.length}`);
    if (lists > 0) signs.push(`${locale.tag} state words ${rule} ${lists} of ${all.length}`);
    if (none && marks.statusWords(rule, -1, sentence.from, sentence.to).length > 0)
      signs.push(`state against ${subject}_${state}`);
  }
  for (const cue of tellingCues) if (marks.hasCue(cue, sentence.from, sentence.to)) signs.push(`state cue ${cue}`);
  const { published } = document;
  if (published !== null)
    for (const date of datesIn(page, sentence.from, sentence.to)) signs.push(`state date ${dateSign(date, published)}`);
  signs.push(`state first ${sentence.index === 0}`, `state paragraph ${Math.min(2, sentence.paragraph)}`);
  // Once each: saying a thing twice makes it no surer.
  return [...new Set([...signs, ...kindSigns(page, sentence), ...wordSigns(page, sentence)])];
}

/** Kinds of words, and what stands near those that talks, meetings, exchanges and answers are told by; alike in all languages. */
function kindSigns({ tokens, locale }: Page, { from, to }: Sentence): string[] {
  const found: { readonly at: number; readonly kind: TalkKind }[] = [];
  for (let at = from; at < Math.min(to, from + REACH); at++) {
    const token = tokens[at];
    if (token?.kind === "word") for (const kind of talkKindsOf(locale, token.word)) found.push({ at, kind });
  }
  const signs = found.map(({ kind }) => `state has ${kind}`);
  for (const { at } of found.filter(({ kind }) => kind === "not"))
    for (const other of found)
      if (other.at !== at && Math.abs(other.at - at) <= DENIED)
        signs.push(`state not ${other.at < at ? "after" : "before"} ${other.kind}`);
  for (const one of found)
    if (TOLD_BY.has(one.kind))
      for (const other of found)
        if (other.at !== one.at && Math.abs(other.at - one.at) <= NEAR)
          signs.push(
            `state ${one.kind} with ${other.kind}`,
            `state ${one.kind} ${other.at < one.at ? "after" : "before"} ${other.kind}`,
          );
  return signs;
}

function wordSigns(page: Page, { from, to }: Sentence): string[] {
  const { tag } = page.locale;
  const words = Array.from({ length: Math.min(to - from, REACH) }, (_, at) => stemAt(page, from + at));
  return [
    ...words.map((word) => `${tag} state word ${word}`),
    ...words.slice(1).map((word, at) => `${tag} state pair ${words[at]} ${word}`),
    `${tag} state opening ${words[0]}`,
  ];
}
