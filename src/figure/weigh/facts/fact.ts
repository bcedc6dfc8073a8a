/** Hears a fact: something about a number, as a number. */
export type TellFact = (name: string, value: number) => void;

const wholeNames = new Map<string, Map<string, string>>();

/** Tells facts under a name that comes before theirs: "1 before" and "real" as "1 before real". */
export function under(first: string, tell: TellFact): TellFact {
  const known = wholeNames.get(first) ?? new Map<string, string>();
  wholeNames.set(first, known);
  return (name, value) => {
    const whole = known.get(name) ?? `${first} ${name}`;
    known.set(name, whole);
    tell(whole, value);
  };
}

/** A name as its place in a list whose neighbours are alike; -1: none of them. */
export function codeOf(names: readonly string[], name: string | null | undefined): number {
  return names.indexOf(name ?? "");
}

/** What acts do, from what is done to a side's people to what sends them one way, and both ways. */
export const DOINGS = ["lose", "hold", "come", "return", "receive", "free", "give", "swap"] as const;

/** How far off is what is nowhere. */
export const NOWHERE = 99;

/** 1: this side, -1: the other one of the two, 0: none of them. */
export type Towards = (side: string | null | undefined) => number;
