import type { Side } from "../figure.ts";
import type { ActFound } from "./act.ts";
import { actsIn, partiesIn } from "./act.ts";
import { byRoles } from "./by-roles.ts";
import type { Counted } from "./noun.ts";
import { isByCase, otherSide, type Page, segmentAt } from "./page.ts";
import { resumed, type Segment } from "./segment.ts";
import { byTellerOfOwn } from "./teller.ts";
import { asPrice, byPartner, byTeller } from "./verb-last.ts";
import { type Clue, type Direction, type Vote, vote } from "./vote.ts";

/** Weighs everything that says which way the people or bodies go. */
export function directionOf(clue: Clue): Direction {
  const offering = clue.offering === null ? null : otherSide(clue.page.story, clue.offering);
  const freed = otherSide(clue.page.story, clue.keeper ?? null);
  const votes = [
    ...(freed === null ? [] : [vote(clue, freed, 3, "freed of those kept")]),
    ...(offering === null ? [] : [vote(clue, offering, 8, "whoever offers gives")]),
    ...asPrice(clue, [...byAct(clue), ...byRoles(clue)]),
    ...byReturn(clue),
    ...byNationality(clue),
    ...byCaptivity(clue),
    ...byHome(clue),
    ...byPartner(clue),
    ...byTeller(clue),
    ...byTellerOfOwn(clue),
  ];
  const { from } = clue.counted.quantity;
  const voice = clue.speech.voiceAt(from);
  const speaker = voice ?? clue.speech.sideAt(from);
  if (speaker !== null) votes.push(vote(clue, speaker, voice === null ? 0.5 : 0.8, "speaker's own side"));
  if (clue.carried !== null) votes.push(vote(clue, clue.carried, weightOf(clue), "as the figure before"));
  return decide(votes);
}

/** Items of one list go one way; the figure of another paragraph says less. */
function weightOf({ joint, distant, kin }: Clue): number {
  if (joint) return 2.6;
  return distant || kin ? 0.5 : 0.9;
}

export function decide(votes: readonly Vote[]): Direction {
  const sums = new Map<Side, number>();
  for (const one of votes) sums.set(one.to, (sums.get(one.to) ?? 0) + one.weight);
  const ranked = [...sums].toSorted((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  if (!first || first[1] <= 0) return { to: null, margin: 0, weight: 0, votes, all: votes };
  const lead = first[1] - (second?.[1] ?? 0);
  if (lead < 0.2) return { to: null, margin: 0, weight: first[1], votes, all: votes };
  const won = votes.filter(({ to }) => to === first[0]);
  return { to: first[0], margin: lead / first[1], weight: first[1], votes: won, all: votes };
}

/** Who gives and who gets, by the act and its subject. */
function byAct(clue: Clue): Vote[] {
  const { act, page, counted } = clue;
  const { marks } = page;
  const answered = byAnswer(clue);
  if (answered) return [answered];
  const subject = act?.subject ?? null;
  if (!act || !subject || subject.joint === true || clue.offering !== null) return [];
  const other = otherSide(page.story, subject.side);
  const strength = subject.weak ? 0.7 : 1;
  const span = { from: subject.from, to: act.to };
  const towards = (side: Side | null, weight: number, rule: string): Vote[] =>
    side === null ? [] : [vote(clue, side, weight * strength, rule, span)];
  if (act.voice === "passive") {
    // "Russia was given 27": the receiver as subject, the number after.
    // Where case tells, the receiver stands in the dative and is no subject.
    const given = !isByCase(page) && (act.does === "give" || act.does === "return");
    const near = act.from - subject.to <= 4 || marks.cueAt("clauseAnd", page.segments[act.segment]?.from ?? 0) !== null;
    if (given && near && counted.quantity.from >= act.to && page.locale.passive.length > 0)
      return towards(subject.side, 5, "side was given");
    return [];
  }
  if (act.voice === "noun") return [];
  const nationality = nationalityOf(clue);
  // "Ukraine swapped 31 bodies for 1,000": it gives what stands first.
  if (act.does === "swap" && clue.first === true) return towards(other, 2, "subject swaps it for another");
  if (act.does === "give") return towards(other, 5, "subject gives");
  // "Russia brings Ukraine the bodies": what is brought to the other side is given.
  if (act.does === "receive" && bringsTo(clue, act, other))
    return towards(other, 2, "subject brings to the other side");
  if (act.does === "receive") return towards(subject.side, 5, "subject receives");
  if (act.does === "free") {
    if (nationality !== null) return [];
    // "We managed to free 215 people": out of the other side's hands.
    if (isAchieved(page, act)) return towards(subject.side, 2.5, "subject gets them free");
    return towards(other, 2, "subject lets go");
  }
  if (act.does === "return" && (comesFrom(clue, act, other) || isAchieved(page, act) || isOwnChildren(clue, act)))
    return towards(subject.side, 3, "subject gets back");
  if (act.does === "return" && isOtherSides(clue, act)) {
    // "Russia returned 1,003 bodies. Ukraine returned 26."
    return towards(otherSide(page.story, clue.before), 3, "the other side does the same");
  }
  if (act.does === "return" && (doesOtherToo(clue, act) || getsBack(clue, act)))
    return towards(other, 3, "both sides give");
  // "Ukrayna bin naaşı geri getirdi": whom a verb at the end brings something is told by case.
  if (act.does === "return" && page.locale.writing.verbLast) return towards(subject.side, 2, "subject brings back");
  if (act.does === "return" && counted.quantity.from >= act.to) {
    const segment = page.segments[act.segment];
    if (segment && page.marks.hasCue("home", segment.from, segment.to))
      return towards(subject.side, 4, "subject brings home");
    if (nationality === subject.side) return towards(subject.side, 2, "subject returns its own");
    if (nationality === null && isEachOwn(clue, act)) return towards(subject.side, 2.5, "each gets back its own");
    // "Russia agreed to return 6,000 bodies": a promise is made to the other side.
    const promised = act.time === "ahead" && counted.thing === "bodies";
    if (nationality === null && !promised && subject.side === clue.speech.sideAt(counted.quantity.from))
      return towards(subject.side, 2.5, "own side gets back");
    // "503 bodies were returned to Ukraine. In May Ukraine returned 502."
    if (nationality === null && givesToOther(clue, act, other))
      return towards(subject.side, 3, "the other side is given");
    const alike = clue.last?.does === "return" && clue.last.voice === "passive" && clue.carried === subject.side;
    if (nationality === null && alike) return towards(subject.side, 2.5, "gets back as before");
    // Where case tells a receiver and none is named, soldiers and people are brought back: "Украина вернула 4600 человек".
    if (nationality === null && isByCase(page) && (counted.thing === "servicemen" || counted.thing === "persons"))
      return towards(subject.side, 1.5, "subject brings back");
    // "Ukraine returned 60 troops" may be its own; of bodies a side mostly returns the other's.
    if (nationality === null) return towards(other, counted.thing === "bodies" ? 2 : 1, "subject returns");
    return towards(other, 2, "subject returns");
  }
  return [];
}

/** "1,000 bodies were handed over to Ukraine and 30 received": who gave them gets, who got them gives. */
function byAnswer(clue: Clue): Vote | null {
  const { act, last, before, page } = clue;
  const back = otherSide(page.story, before);
  if (!act || !last || act.subject || back === null || last.sentence !== act.sentence || last.from === act.from)
    return null;
  const turns = (last.does === "give" && act.does === "receive") || (last.does === "receive" && act.does === "give");
  return turns && act.voice !== "noun" ? vote(clue, back, 3, "the other way than before", act) : null;
}

/** "Ukraine returned the bodies of its defenders from Russia" */
function comesFrom({ page, parties, counted }: Clue, act: ActFound, other: Side | null): boolean {
  const segment = page.segments[act.segment];
  if (!segment || act.voice !== "active" || counted.nationality === other || counted.group !== null) return false;
  return partiesIn(parties, act.to, segment.to).some(({ role, side }) => role === "origin" && side === other);
}

/** "Moscow brought back 150 fighters, Kyiv 146": people whom two sides return, each alone, are each one's own. */
function isEachOwn({ page, parties, counted, last }: Clue, act: ActFound): boolean {
  const sentence = page.sentences[act.sentence];
  if (!sentence || counted.thing === "bodies" || act.voice !== "active") return false;
  const side = act.subject?.side;
  const near = partiesIn(parties, sentence.from, sentence.to);
  if (near.some(({ role }) => role === "goal" || role === "origin")) return false;
  const before = last?.does === "return" && last.subject !== null && last.subject.side !== side;
  return before || near.some((one) => one.from >= counted.to && one.role === "subject" && one.side !== side);
}

/** "Russia returned 41 bodies, Ukraine was given 900": what one side brings back is its own where the other is given as well. */
function givesToOther({ page, parties, acts }: Clue, act: ActFound, other: Side | null): boolean {
  return actsBeside(page, acts, act).some(
    ({ does, segment }) =>
      does === "give" &&
      segment !== act.segment &&
      partiesIn(parties, page.segments[segment]?.from ?? 0, page.segments[segment]?.to ?? 0).some(
        ({ role, side }) => role === "goal" && side === other,
      ),
  );
}

function isOtherSides({ last, counted, before }: Clue, act: ActFound): boolean {
  const [one, other] = [last?.subject, act.subject];
  if (!last || !one || !other || counted.thing !== "bodies") return false;
  // "They brought us 1,000 bodies, and we returned 31": what comes back is for whoever gave.
  if (last.does !== "return" && (last.sentence !== act.sentence || before !== other.side)) return false;
  return one.side !== other.side && last.voice === "active" && act.voice === "active";
}

function actsBeside({ sentences }: Page, acts: readonly ActFound[], { sentence }: ActFound): readonly ActFound[] {
  const here = sentences[sentence];
  return here ? actsIn(acts, here.from, here.to) : [];
}

/** "Russia returned 1,000 bodies, while Ukraine returned 24": each gives. */
function doesOtherToo({ page, acts, counted }: Clue, act: ActFound): boolean {
  const bodies = counted.thing === "bodies" && act.voice === "active";
  return (
    bodies &&
    actsBeside(page, acts, act).some(
      (one) =>
        one.does === "return" &&
        one.voice === "active" &&
        one.subject !== null &&
        one.subject.side !== act.subject?.side,
    )
  );
}

/** "Moscow returned 909 bodies and got back 41", "received 1,000 and returned 35": one side both gives and gets. */
function getsBack({ page, acts, counted }: Clue, { from, sentence, subject, voice }: ActFound): boolean {
  const here = page.sentences[sentence];
  if (voice !== "active" || subject === null || !here || counted.nationality === subject.side) return false;
  return actsIn(acts, here.from, here.to).some(
    (one) =>
      one.from !== from &&
      one.subject?.side === subject.side &&
      one.subject.joint !== true &&
      ((one.does === "receive" && one.voice === "active") ||
        (one.does === "give" && one.voice === "passive" && !isByCase(page))),
  );
}

function isAchieved({ marks }: Page, { from }: ActFound): boolean {
  return marks.cueAt("infinitive", from - 1) !== null && marks.hasCue("managed", from - 4, from - 1);
}

function bringsTo({ page, parties }: Clue, act: ActFound, other: Side | null): boolean {
  const segment = page.segments[act.segment];
  return (
    segment !== undefined &&
    partiesIn(parties, act.to, segment.to).some(({ role, side }) => role === "goal" && side === other)
  );
}

/** "in return": the other way than the figure before. */
function byReturn(clue: Clue): Vote[] {
  const { page, counted, before } = clue;
  const segment = segmentAt(page, counted.quantity.from);
  if (!segment || before === null) return [];
  const cue = inReturnAt(page, segment, counted) ?? leadIn(page, segment);
  const back = otherSide(page.story, before);
  return cue && back ? [vote(clue, back, 3, "in return", cue)] : [];
}

/** "35 in return", but not the "in exchange for" that stands between the two numbers of a pair. */
function inReturnAt({ marks }: Page, segment: Segment, counted: Counted) {
  return marks.cues("inReturn", segment.from, segment.to).find((cue) => {
    const against = marks.cueAt("against", cue.from);
    return cue.to <= counted.from || against === null || against.to === cue.to;
  });
}

/** "In exchange, 146 prisoners …": the words stand alone before a comma. */
function leadIn(page: Page, segment: Segment) {
  const before = page.segments[segment.index - 1];
  if (!before || before.sentence !== segment.sentence || before.to - before.from > 5) return undefined;
  return page.marks.cues("inReturn", before.from, before.to)[0];
}

export function nationalityOf({ counted, page, parties, speech, act }: Clue): Side | null {
  const { nationality, own } = counted;
  const clause = segmentAt(page, counted.quantity.from);
  // "Moskova 200 askerinin döndüğünü": where verbs come last, whose they are stands first in the clause.
  const doer = page.locale.writing.verbLast && clause ? partiesIn(parties, clause.from, counted.from) : [];
  const subject = doer.find(({ role }) => role === "subject");
  if (nationality === null && own && subject) return subject.side;
  // "Rus ordusunun 103 askeri bırakıldı": who stands beside the number and does nothing is whose they are.
  const owner =
    act?.voice === "passive" || act?.does === "come" ? doer.findLast(({ to }) => to === counted.from) : null;
  if (nationality === null && owner?.role === "subject") return owner.side;
  if (nationality === "our") return speech.ownAt(counted.quantity.from);
  if (nationality === "their") return otherSide(page.story, speech.ownAt(counted.quantity.from));
  // "Kyiv had returned 157 of its prisoners, the ministry in Moscow said": whoever speaks means its own.
  if (nationality === null && own)
    return speech.speakerAt(counted.quantity.from)
      ? speech.sideAt(counted.quantity.from)
      : (act?.subject?.side ?? null);
  return nationality;
}

/** People mostly go home, and so do most bodies. */
function byNationality(clue: Clue): Vote[] {
  const side = nationalityOf(clue);
  if (side === null) return [];
  const weight = clue.counted.thing === "bodies" ? 1.5 : 2.5;
  return [vote(clue, side, weight, "whose people they are", { from: clue.counted.quantity.to, to: clue.counted.to })];
}

/** "from Russian captivity": they leave the captor's hands. */
function byCaptivity(clue: Clue): Vote[] {
  const { page, counted } = clue;
  const segment = segmentAt(page, counted.quantity.from);
  if (!segment) return [];
  const { marks } = page;
  const rest = resumed(page, segment);
  const cue =
    marks.cues("captivity", segment.from, segment.to)[0] ??
    (rest ? marks.cues("captivity", rest.from, rest.to)[0] : undefined) ??
    (clue.act
      ? marks.cues("captivity", page.segments[clue.act.segment]?.from ?? 0, page.segments[clue.act.segment]?.to ?? 0)[0]
      : undefined);
  if (!cue) return [];
  const adjective = marks.at("adjective", cue.from - 1);
  // "200 Ukrainians were freed from captivity" where what is counted stands right before: its people, not the captors.
  const counts = adjective !== null && adjective.from >= counted.from && adjective.to <= counted.to;
  const holder =
    (counts ? null : adjective) ??
    marks.at("side", cue.to + 1) ??
    marks.at("side", cue.to) ??
    marks.at("side", cue.from - 1);
  const subject = clue.act?.subject ?? null;
  if (!holder) {
    const active = subject && clue.act?.voice === "active" && (clue.act.does === "free" || clue.act.does === "return");
    // "from its prisons"
    const own = marks.at("own", cue.from - 1) ?? marks.at("between", cue.from - 1);
    return active && !own ? [vote(clue, subject.side, 3, "out of captivity", cue)] : [];
  }
  const to = otherSide(page.story, holder.tag.side);
  return to ? [vote(clue, to, 3, "out of captivity", cue)] : [];
}

/** "home": to whoever brings them; where they come by themselves, to their own; else to whoever speaks. */
function byHome(clue: Clue): Vote[] {
  const { page, counted, act, speech } = clue;
  const segment = segmentAt(page, counted.quantity.from);
  const acting = act && act.voice !== "noun" ? page.segments[act.segment] : undefined;
  const [cue] = [segment, acting].flatMap((one) => (one ? page.marks.cues("home", one.from, one.to) : []));
  if (!cue) return [];
  const side =
    (act?.voice === "active" && act.does !== "give" && act.does !== "come" ? act.subject?.side : undefined) ??
    (act?.does === "come" ? nationalityOf(clue) : null) ??
    // "Evine döndü": where the word itself says whose home it is, only who is cited tells.
    (page.locale.writing.verbLast && act?.does === "come" ? speech.voiceAt(cue.from) : speech.ownAt(cue.from));
  return side ? [vote(clue, side, 1.5, "home", cue)] : [];
}

/** "Ukraine repatriated 600 children": a side returns its own, unless it says to whom. */
function isOwnChildren({ page, parties, counted }: Clue, { voice, segment }: ActFound): boolean {
  const clause = page.segments[segment];
  if (!clause || counted.thing !== "children" || voice !== "active") return false;
  return !partiesIn(parties, clause.from, clause.to).some(({ role }) => role === "goal" || role === "place");
}
