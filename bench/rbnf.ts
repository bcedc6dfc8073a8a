import { z } from "zod";

// An interpreter of CLDR's rules for spelling numbers out (RBNF), as far as whole cardinal numbers need it.
// https://unicode.org/reports/tr35/tr35-numbers.html#Rule-Based_Number_Formatting

const pair = z.tuple([z.string(), z.string()]);
const shape = z.object({
  rbnf: z.object({ rbnf: z.object({ SpelloutRules: z.record(z.string(), z.array(pair)) }) }),
});

/** A piece of a rule: letters, a number spelled by a set of rules, a word by the plural form, or what a round number leaves out. */
type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly of: "count" | "rest" | "same"; readonly set: string }
  | { readonly kind: "plural"; readonly forms: ReadonlyMap<string, string> }
  | { readonly kind: "optional"; readonly pieces: readonly Piece[] };

interface Rule {
  readonly base: number;
  /** What the number is divided by: the count comes before, the rest after. */
  readonly divisor: number;
  readonly pieces: readonly Piece[];
}

/** Spells whole numbers by each of a language's sets of cardinal rules. */
export class Speller {
  /** The sets that a text may use, "%spellout-cardinal-feminine-genitive" and the like. */
  readonly sets: readonly string[];
  private readonly rules = new Map<string, readonly Rule[]>();
  private readonly plural: Intl.PluralRules;

  /** @param json the text of a language's file in the package cldr-rbnf */
  constructor(language: string, json: string) {
    this.plural = new Intl.PluralRules(language);
    const sets = shape.parse(JSON.parse(json)).rbnf.rbnf.SpelloutRules;
    for (const [name, written] of Object.entries(sets)) this.rules.set(name, rulesOf(name, written));
    this.sets = Object.keys(sets).filter((name) => /^%spellout-cardinal/.test(name));
  }

  /** @returns null where the set spells no such number in letters */
  spell(value: number, set: string): string | null {
    const rules = this.rules.get(set);
    const last = rules?.findLast(({ base }) => base <= value);
    if (!rules || !last) return null;
    // "21" is the rule of 21 to 29; the round number after them takes the rule before.
    const round = value % last.divisor === 0 && last.base % last.divisor !== 0 && last.pieces.some(hasRest);
    const rule = round ? rules[rules.indexOf(last) - 1] : last;
    return rule ? this.say(rule.pieces, value, rule) : null;
  }

  private say(pieces: readonly Piece[], value: number, rule: Rule): string | null {
    const [count, rest] = [Math.floor(value / rule.divisor), value % rule.divisor];
    let said = "";
    for (const piece of pieces) {
      const more = this.sayPiece(piece, { same: value, count, rest }, rule);
      if (more === null) return null;
      said += more;
    }
    return said;
  }

  private sayPiece(piece: Piece, numbers: { same: number; count: number; rest: number }, rule: Rule): string | null {
    if (piece.kind === "text") return piece.text;
    if (piece.kind === "number") return this.spell(numbers[piece.of], piece.set);
    if (piece.kind === "plural")
      return piece.forms.get(this.plural.select(numbers.count)) ?? piece.forms.get("other") ?? null;
    return numbers.rest === 0 ? "" : this.say(piece.pieces, numbers.same, rule);
  }
}

function hasRest(piece: Piece): boolean {
  return piece.kind === "optional" ? piece.pieces.some(hasRest) : piece.kind === "number" && piece.of === "rest";
}

/** Rules of fractions and negative numbers have no whole base and are left out. */
function rulesOf(set: string, written: readonly (readonly [string, string])[]): readonly Rule[] {
  return written.flatMap(([key, body]) => {
    const [, base, radix = "10"] = /^(\d+)(?:\/(\d+))?$/.exec(key) ?? [];
    if (base === undefined) return [];
    const power = Math.floor(Math.log(Number(base)) / Math.log(Number(radix)) + 1e-9);
    const divisor = Number(base) > 0 ? Number(radix) ** power : Number(radix);
    const pieces = piecesOf(body.replace(/;$/, "").replace(/^'/, ""), set);
    return [{ base: Number(base), divisor, pieces }];
  });
}

const PIECE = /\$\(cardinal,([^)]*)\)\$|\[([^\]]*)\]|(←|→|=)([^←→=]*)\3|[^$[←→=]+/g;
const SOURCE = { "←": "count", "→": "rest", "=": "same" } as const;

function piecesOf(body: string, set: string): readonly Piece[] {
  return [...body.matchAll(PIECE)].map(([text, forms, optional, arrow, name]): Piece => {
    if (forms !== undefined)
      return {
        kind: "plural",
        forms: new Map([...forms.matchAll(/(\w+)\{([^}]*)\}/g)].map(([, key = "", form = ""]) => [key, form])),
      };
    if (optional !== undefined) return { kind: "optional", pieces: piecesOf(optional, set) };
    if (arrow === "←" || arrow === "→" || arrow === "=")
      return { kind: "number", of: SOURCE[arrow], set: name === undefined || name === "" ? set : name };
    return { kind: "text", text };
  });
}
