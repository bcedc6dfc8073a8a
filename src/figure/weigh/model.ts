import type { Locale } from "../locale/locale.ts";
import { ANSWERS, type Answer } from "./questions.ts";
import { weights } from "./weights.ts";

/** Weights are whole hundredths. */
export const UNIT = 100;

/** How many signs a trace names. */
const REASONS = 3;

const COLUMN = new Map<string, number>(ANSWERS.map((answer, at) => [answer, at]));

/** What signs weigh together for each answer, in log-odds. */
export class Sums {
  readonly values = new Float64Array(ANSWERS.length);

  of(answer: Answer): number {
    return (this.values[COLUMN.get(answer) ?? -1] ?? 0) / UNIT;
  }
}

/** What each sign weighs for each answer. */
export class Model {
  /** Sign → column and weight, column and weight …: most signs weigh for few answers. */
  private readonly weights = new Map<string, Int16Array>();

  /** @param lines "SIGN, a tab, ANSWER WEIGHT ANSWER WEIGHT …" */
  constructor(lines: readonly string[]) {
    for (const line of lines) {
      const [sign = "", told = ""] = line.split("\t");
      const row = told.split(" ").map((word, at) => (at % 2 === 0 ? (COLUMN.get(word) ?? -1) : Number(word)));
      if (row.includes(-1) && row.some((column, at) => at % 2 === 0 && column === -1))
        throw new RangeError(`no question has such an answer: ${line}`);
      this.weights.set(sign, Int16Array.from(row));
    }
  }

  sums(signs: readonly string[]): Sums {
    const sums = new Sums();
    this.add(sums, signs);
    return sums;
  }

  /** The signs that speak most for an answer, held against another: "clause before since, sentence total". */
  reasons(signs: readonly string[], answer: Answer, instead: Answer): string {
    const lead = (sign: string) => {
      const sums = this.sums([sign]);
      return sums.of(answer) - sums.of(instead);
    };
    const telling = [...new Set(signs)].map((sign) => ({ sign, lead: lead(sign) }));
    return telling
      .toSorted((a, b) => b.lead - a.lead)
      .slice(0, REASONS)
      .map(({ sign }) => sign)
      .join(", ");
  }

  add({ values }: Sums, signs: readonly string[]): void {
    for (const sign of signs) {
      const row = this.weights.get(sign);
      if (row === undefined) continue;
      for (let at = 0; at < row.length; at += 2) {
        const column = row[at] ?? 0;
        values[column] = (values[column] ?? 0) + (row[at + 1] ?? 0);
      }
    }
  }
}

const models = new WeakMap<Locale, Model>();

/** The weights of a language and those that all languages share. */
export function modelOf(locale: Locale): Model {
  const model = models.get(locale) ?? new Model([...weights, ...locale.weights]);
  models.set(locale, model);
  return model;
}
