import type { Locale, Phrases } from "../locale/locale.ts";
import type { Story } from "../story.ts";
import type { CueName, Tag } from "./mark.ts";
import { Trie } from "./trie.ts";

/** A language's words and a story's names, ready to be looked up. */
export interface Lexicon {
  readonly trie: Trie;
}

const known = new WeakMap<Story, Map<string, Lexicon>>();

/** Compiles once for each story and language. */
export function lexiconOf(story: Story, locale: Locale): Lexicon {
  const languages = known.get(story) ?? new Map<string, Lexicon>();
  known.set(story, languages);
  const ready = languages.get(locale.tag);
  if (ready) return ready;
  const lexicon = { trie: new Trie(locale) };
  addLanguage(lexicon.trie, locale);
  addStatuses(lexicon.trie, story, locale);
  addStory(lexicon.trie, story, locale.tag);
  languages.set(locale.tag, lexicon);
  return lexicon;
}

function addLanguage(trie: Trie, locale: Locale): void {
  const { nouns, qualifiers, time } = locale;
  for (const [thing, phrases] of entries(nouns.things)) add(trie, phrases, { kind: "thing", thing });
  add(trie, locale.ignored, { kind: "ignored" });
  add(trie, nouns.counted, { kind: "counted" });
  add(trie, nouns.dead, { kind: "dead" });
  add(trie, nouns.between, { kind: "between" });
  add(trie, nouns.own, { kind: "own" });
  add(trie, nouns.of, { kind: "of" });
  for (const act of locale.acts)
    add(trie, act.words, {
      kind: "act",
      does: act.does,
      voice: act.voice,
      time: act.time ?? "done",
      converb: act.converb ?? false,
      object: act.object ?? false,
    });
  for (const rule of locale.roles) {
    const cases = rule.cases ?? null;
    if (rule.before) add(trie, rule.before, { kind: "role", role: rule.role, where: "before", cases });
    if (rule.after) add(trie, rule.after, { kind: "role", role: rule.role, where: "after", cases });
  }
  for (const where of ["before", "after"] as const)
    for (const [qualifier, phrases] of entries(qualifiers[where]))
      add(trie, phrases, { kind: "qualifier", qualifier, where });
  for (const [pair, [open, close]] of qualifiers.between.entries()) {
    trie.add(open, { kind: "rangeOpen", pair });
    trie.add(close, { kind: "rangeClose", pair });
  }
  add(trie, qualifiers.to, { kind: "rangeTo" });
  for (const [phrase, offset] of entries(time.days)) trie.add(phrase, { kind: "day", offset });
  for (const [phrase, days] of entries(time.overDays)) trie.add(phrase, { kind: "days", days });
  for (const [phrase, span] of entries(time.spans)) trie.add(phrase, { kind: "span", span });
  for (const [form, month] of entries(time.months)) trie.add(form, { kind: "month", month });
  for (const [form, weekday] of entries(time.weekdays)) trie.add(form, { kind: "weekday", weekday });
  add(trie, time.year, { kind: "year" });
  for (const [cue, phrases] of entries(cuesOf(locale))) add(trie, phrases, { kind: "cue", cue });
}

/** The lists of the status rules, in which "@subject" and "@venues" stand for the story's words. */
function addStatuses(trie: Trie, { subjects, venues }: Story, { statuses, tag: language }: Locale): void {
  for (const [rule, { subject, all, none }] of statuses.entries()) {
    const named = subjects.find(({ code }) => code === subject)?.words[language] ?? [];
    for (const [list, phrases] of all.entries())
      for (const phrase of phrases) {
        const meant = phrase === "@subject" ? named : phrase === "@venues" ? venues[language] : [phrase];
        add(trie, meant, { kind: "status", rule, list });
      }
    add(trie, none, { kind: "status", rule, list: -1 });
  }
}

function cuesOf(locale: Locale): Readonly<Record<CueName, Phrases>> {
  const { sharing, scope, deictics, speech, clauses, masks, numbers, time } = locale;
  return {
    ...sharing,
    army: locale.nouns.armies ?? [],
    bodyAct: locale.nouns.bodyActs ?? [],
    burial: locale.nouns.burial ?? [],
    eachBefore: sharing.eachBefore ?? [],
    unlike: sharing.unlike ?? [],
    ...scopeCues(scope),
    amount: locale.nouns.amounts ?? [],
    civil: locale.nouns.civil ?? [],
    ofKind: locale.nouns.ofKind ?? [],
    article: locale.nouns.articles ?? [],
    ...deictics,
    these: deictics.these ?? [],
    captive: locale.captives,
    captivity: locale.captivity,
    mediation: locale.mediation,
    passive: locale.passive,
    speech: speech.verbs,
    according: speech.according,
    accordingAfter: speech.accordingAfter,
    about: speech.about ?? [],
    office: speech.offices,
    sameSpeaker: speech.same,
    ofIt: speech.ofIt ?? [],
    clauseStart: clauses.starts,
    contrast: clauses.contrast,
    clauseAnd: clauses.and,
    relative: clauses.relative,
    among: clauses.among ?? [],
    part: clauses.part,
    maskBefore: masks.before,
    maskAfter: masks.after,
    differenceBefore: masks.difference?.[0] ?? [],
    differenceAfter: masks.difference?.[1] ?? [],
    maskClause: masks.clause,
    vague: numbers.vague,
    idiom: numbers.idioms ?? [],
    ordinal: numbers.ordinals,
    since: time.since,
    thisYear: time.thisYear,
    lastYear: time.lastYear,
    yearBeginning: time.yearBeginning,
    wholeYear: time.wholeYear ?? [],
    maskBeforeStop: masks.beforeStop ?? [],
    again: locale.nouns.again ?? [],
    thatGroup: locale.nouns.thatGroup ?? [],
    untilYearEnd: time.untilYearEnd ?? [],
    until: time.until ?? [],
    stretch: time.stretches,
  };
}

/** The cues of scope; those that a language may do without are then empty. */
function scopeCues(scope: Locale["scope"]) {
  return {
    ...scope,
    lists: scope.lists ?? [],
    located: scope.located ?? [],
    names: scope.names ?? [],
    superlative: scope.superlative ?? [],
    infinitive: scope.infinitive ?? [],
    managed: scope.managed ?? [],
    reached: scope.reached ?? [],
    added: scope.added ?? [],
    thisOne: scope.thisOne ?? [],
    meant: scope.meant ?? [],
    soMany: scope.soMany ?? [],
    ongoing: scope.ongoing ?? [],
    apart: scope.apart ?? [],
    negated: scope.negated ?? [],
  };
}

function addStory(trie: Trie, story: Story, language: string): void {
  for (const side of story.sides) {
    add(trie, side.names[language], { kind: "side", side: side.code }, true);
    add(trie, side.adjectives[language], { kind: "adjective", side: side.code }, true);
    add(trie, side.people[language], { kind: "thing", thing: "persons" });
    add(trie, side.people[language], { kind: "people", side: side.code });
    add(trie, side.parlance[language], { kind: "parlance", side: side.code });
  }
  for (const other of story.others) add(trie, other.names[language], { kind: "other", code: other.code }, true);
  for (const { name, side, names } of story.speakers) add(trie, names[language], { kind: "speaker", name, side }, true);
  for (const group of story.groups)
    add(trie, group.words[language], { kind: "group", thing: group.thing, group: group.code, side: group.side }, true);
  for (const thing of story.things) add(trie, thing.words[language], { kind: "thing", thing: thing.code }, true);
  for (const frame of story.frames) {
    add(trie, frame.words[language], { kind: "frame", frame: frame.code, start: frame.start }, true);
    add(trie, frame.totals[language], { kind: "cue", cue: "total" });
  }
  for (const { day, words } of story.beginnings) add(trie, words[language], { kind: "beginning", day });
  add(trie, story.unrelated[language], { kind: "cue", cue: "maskClause" });
}

function add(trie: Trie, phrases: Phrases | undefined, tag: Tag, names = false): void {
  for (const phrase of phrases ?? []) trie.add(phrase, tag, names);
}

function entries<Key extends string, Value>(record: Readonly<Partial<Record<Key, Value>>>): [Key, Value][] {
  const list: [Key, Value][] = [];
  for (const key in record) {
    const value = record[key];
    if (value !== undefined) list.push([key, value]);
  }
  return list;
}
