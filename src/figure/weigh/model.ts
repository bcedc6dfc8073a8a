import type { Locale } from "../locale/locale.ts";
import { ANSWERS, type Answer } from "./questions.ts";
import { Rows } from "./rows.ts";
import { type Telling, writtenOnce } from "./sign.ts";
import { weights } from "./weights.ts";

/** Weights are whole hundredths. */
export const UNIT = 100;

/** What a cell holds. */
const HEAVIEST = 32_767;

/** How many signs a trace names. */
const REASONS = 3;

const COLUMN = new Map<string, number>(ANSWERS.map((answer, at) => [answer, at]));

/** What signs weigh together for each answer, in log-odds. */
export class Sums {
  readonly values = new Int32Array(ANSWERS.length);

  of(answer: Answer): number {
    return (this.values[COLUMN.get(answer) ?? -1] ?? 0) / UNIT;
  }
}

/** What each sign weighs for each answer. */
export class Model {
  private readonly rows: Rows;
  /** Row after row: how many cells, then columns with their weights, since most signs weigh for few answers. */
  private readonly cells: Int16Array;

  /** @param lines "SIGN, a tab, ANSWER WEIGHT ANSWER WEIGHT …" */
  constructor(lines: readonly string[]) {
    const cells = [0];
    const rows = lines.map((line) => {
      const [sign = "", told = ""] = line.split("\t");
      const begin = cells.length;
      const row = told.split(" ").map((word, at) => (at % 2 === 0 ? columnOf(word, line) : weightOf(word, line)));
      cells.push(row.length, ...row);
      return [sign, begin] as const;
    });
    this.rows = new Rows(rows);
    this.cells = Int16Array.from(cells);
  }

  sums(telling: Telling): Sums {
    const sums = new Sums();
    this.add(sums, telling);
    return sums;
  }

  add({ values }: Sums, telling: Telling): void {
    telling((...words) => {
      this.weigh(values, this.rows.of(words));
    });
  }

  /** Each sign once: saying a thing twice makes it no surer. */
  sumsOnce(telling: Telling): Sums {
    const sums = new Sums();
    const heard = new Set<number>();
    telling((...words) => {
      const row = this.rows.of(words);
      if (heard.has(row)) return;
      heard.add(row);
      this.weigh(sums.values, row);
    });
    return sums;
  }

  /** The signs that speak most for an answer, held against another: "clause before since, sentence total". */
  reasons(telling: Telling, answer: Answer, instead: Answer): string {
    const lead = (sign: string) => {
      const sums = this.sums((tell) => {
        tell(sign);
      });
      return sums.of(answer) - sums.of(instead);
    };
    return writtenOnce(telling)
      .map((sign) => ({ sign, lead: lead(sign) }))
      .toSorted((a, b) => b.lead - a.lead)
      .slice(0, REASONS)
      .map(({ sign }) => sign)
      .join(", ");
  }

  private weigh(values: Int32Array, row: number): void {
    const { cells } = this;
    const end = row + 1 + (cells[row] ?? 0);
    for (let at = row + 1; at < end; at += 2) {
      const column = cells[at] ?? 0;
      values[column] = (values[column] ?? 0) + (cells[at + 1] ?? 0);
    }
  }
}

function columnOf(answer: string, line: string): number {
  const column = COLUMN.get(answer);
  if (column === undefined) throw new RangeError(`no question has such an answer: ${line}`);
  return column;
}

function weightOf(word: string, line: string): number {
  const weight = Number(word);
  if (!Number.isInteger(weight) || Math.abs(weight) > HEAVIEST) throw new RangeError(`not a weight: ${line}`);
  return weight;
}

const models = new WeakMap<Locale, Model>();

/** The weights of a language and those that all languages share. */
export function modelOf(locale: Locale): Model {
  const model = models.get(locale) ?? new Model([...weights, ...locale.weights]);
  models.set(locale, model);
  return model;
}
