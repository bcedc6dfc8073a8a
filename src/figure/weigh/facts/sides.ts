import type { Side } from "../../figure.ts";
import { partiesIn } from "../../frame/act.ts";
import type { Party } from "../../frame/party.ts";
import type { Role } from "../../locale/locale.ts";
import { firstFrom } from "../../text/places.ts";
import type { Around } from "../around.ts";
import type { Case } from "../case.ts";
import { codeOf, NOWHERE, type TellFact, type Towards, under } from "./fact.ts";

/** Those who had them, those of whom it is told, those who get them. */
const ROLES: readonly Role[] = ["subject", "agent", "origin", "holder", "owner", "topic", "place", "partner", "goal"];

/** Which side the names around a number are of. */
export function tellNamedSides(one: Case, { page, segment, sentence }: Around, towards: Towards, tell: TellFact): void {
  const { counted, act, parties } = one;
  const first = (from: number, to: number) => partiesIn(parties, from, to)[0]?.side;
  tell("first", towards(first(sentence.from, sentence.to)));
  tell("first of clause", towards(first(segment.from, segment.to)));
  tell("subject", towards(act?.subject?.side));
  tell("last before", towards(parties[firstFrom(parties, sentence.from) - 1]?.side));
  const adjectives = page.marks.within("adjective", sentence.from, sentence.to);
  tell("adjective before", towards(adjectives.findLast(({ from }) => from < counted.from)?.tag.side));
  tell("adjective after", towards(adjectives.find(({ from }) => from >= counted.to)?.tag.side));
}

/** What part a side plays in the sentence of a number. */
export function tellPart(one: Case, { sentence }: Around, side: Side | null, tell: TellFact): void {
  const { act, parties, direction } = one;
  const { from } = one.counted.quantity;
  const named = partiesIn(parties, sentence.from, sentence.to).filter((party) => party.side === side);
  const before = named.findLast((party) => party.from < from);
  const after = named.find((party) => party.from > from);
  const acting = act?.from ?? null;
  tellParty(before, before ? from - before.to : NOWHERE, acting, under("before", tell));
  tellParty(after, after ? after.from - from : NOWHERE, acting, under("after", tell));
  const count = (...roles: readonly Role[]) => named.filter(({ role }) => roles.includes(role)).length;
  tell("named", named.length);
  tell("goal", count("goal"));
  tell("origin", count("origin", "agent"));
  tell("subject", named.filter(({ role, weak }) => role === "subject" && !weak).length);
  const votes = direction.all.filter((vote) => vote.to === side);
  tell(
    "votes",
    votes.reduce((sum, { weight }) => sum + weight, 0),
  );
}

function tellParty(party: Party | undefined, tokens: number, acting: number | null, tell: TellFact): void {
  tell("role", codeOf(ROLES, party?.role));
  tell("tokens", tokens);
  tell("order", !party || acting === null ? 0 : party.from < acting ? -1 : 1);
  tell("weak", party ? Number(party.weak) + (party.joint === true ? 2 : 0) : -1);
}
