import { locales } from "../locale/locales.ts";

/** The states of a subject that the words of some language tell, by name: "held", "planned" … */
export function statesOf(subject: string): readonly string[] {
  const told = locales.flatMap(({ statuses }) => statuses.filter((rule) => rule.subject === subject));
  return [...new Set(told.map(({ state }) => state))].toSorted();
}
