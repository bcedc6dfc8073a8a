import { ANSWERS, type Answer } from "./questions.ts";
import { trees } from "./trees.ts";

/** Leaves are whole thousandths of log-odds. */
export const LEAF_UNIT = 1000;

/** Facts by name, each with its column. */
export class Facts {
  /** As exact as those that the trees were grown on. */
  readonly values: Float32Array;
  private readonly columns: ReadonlyMap<string, number>;

  constructor(columns: ReadonlyMap<string, number>) {
    this.columns = columns;
    this.values = new Float32Array(columns.size);
  }

  readonly tell = (name: string, value: number): void => {
    const column = this.columns.get(name);
    if (column !== undefined) this.values[column] = value;
  };

  /** The same facts and more. */
  beside(telling: (tell: Facts["tell"]) => void): Facts {
    const more = new Facts(this.columns);
    more.values.set(this.values);
    telling(more.tell);
    return more;
  }
}

interface Tree {
  /** For each question the column of its fact, and what the fact must be over. */
  readonly columns: readonly number[];
  readonly bounds: readonly number[];
  /** By the answers as the bits of a number, the first the lowest. */
  readonly leaves: readonly number[];
}

/** What is asked about a number beside the other numbers of its text: many small trees for each answer, whose leaves add up. */
export class Forest {
  private readonly columns = new Map<string, number>();
  private readonly treesOf = new Map<Answer, Tree[]>();

  /** @param lines "ANSWER, a tab, FACT > BOUND & FACT > BOUND …, a tab, LEAF LEAF …" */
  constructor(lines: readonly string[]) {
    for (const line of lines) {
      const [name = "", asked = "", leaves = ""] = line.split("\t");
      const answer = ANSWERS.find((known) => known === name);
      if (answer === undefined) throw new RangeError(`no question has such an answer: ${line}`);
      const questions = asked.split(" & ").map((question) => question.split(" > "));
      const tree = {
        columns: questions.map(([fact = ""]) => this.columnOf(fact)),
        bounds: questions.map(([, bound]) => Number(bound)),
        leaves: leaves.split(" ").map((leaf) => Number(leaf) / LEAF_UNIT),
      };
      if (
        tree.bounds.some(Number.isNaN) ||
        tree.leaves.length !== 2 ** questions.length ||
        tree.leaves.some(Number.isNaN)
      )
        throw new RangeError(`not a tree: ${line}`);
      const known = this.treesOf.get(answer) ?? [];
      known.push(tree);
      this.treesOf.set(answer, known);
    }
  }

  facts(telling: (tell: Facts["tell"]) => void): Facts {
    const facts = new Facts(this.columns);
    telling(facts.tell);
    return facts;
  }

  /** What the facts add to the log-odds of an answer. */
  of(answer: Answer, { values }: Facts): number {
    let sum = 0;
    for (const { columns, bounds, leaves } of this.treesOf.get(answer) ?? []) {
      let leaf = 0;
      for (let at = 0; at < columns.length; at++)
        if ((values[columns[at] ?? 0] ?? 0) > (bounds[at] ?? 0)) leaf |= 1 << at;
      sum += leaves[leaf] ?? 0;
    }
    return sum;
  }

  private columnOf(fact: string): number {
    const known = this.columns.get(fact) ?? this.columns.size;
    this.columns.set(fact, known);
    return known;
  }
}

let grown: Forest | null = null;

/** The trees that all languages and stories share. */
export function forest(): Forest {
  grown ??= new Forest(trees);
  return grown;
}
