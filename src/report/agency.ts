/** Credits as agencies print them at a text's head or end. */
const credits: readonly (readonly [string, RegExp])[] = [
  ["TASS", /\/TASS\/|\/ТАСС\/|\(TASS\)|\(ТАСС\)/],
  ["Reuters", /\(Reuters\)|— Reuters|- Reuters/],
  ["AP", /\(AP\)/],
  ["AFP", /\(AFP\)|\bAFP\s*[–—-]/],
  ["AA", /\(AA\)|\bAA\s*[–—-]/],
  ["RIA Novosti", /РИА Новости\.|\(РИА Новости\)/],
  ["Interfax", /ИНТЕРФАКС\.RU|INTERFAX\.RU|\/Interfax\//i],
  ["Interfax-Ukraine", /Інтерфакс-Україна|Interfax-Ukraine/],
  ["Ukrinform", /Укрінформ|Ukrinform/],
  ["DPA", /\(dpa\)/],
];

/** The agency whose copy a text is, by its credit in the first or last lines; null when none is printed. */
export function agencyOf(text: string): string | null {
  const ends = `${text.slice(0, 300)}\n${text.slice(-200)}`;
  return credits.find(([, credit]) => credit.test(ends))?.[0] ?? null;
}
