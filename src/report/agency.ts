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

/** Names under which pages credit an agency as author or source. */
const names: Readonly<Record<string, string>> = {
  tass: "TASS",
  тасс: "TASS",
  reuters: "Reuters",
  "associated press": "AP",
  "the associated press": "AP",
  ap: "AP",
  afp: "AFP",
  "agence france-presse": "AFP",
  "anadolu agency": "AA",
  "anadolu ajansı": "AA",
  anadolu: "AA",
  aa: "AA",
  "риа новости": "RIA Novosti",
  "ria novosti": "RIA Novosti",
  интерфакс: "Interfax",
  interfax: "Interfax",
  "інтерфакс-україна": "Interfax-Ukraine",
  "interfax-ukraine": "Interfax-Ukraine",
  укрінформ: "Ukrinform",
  ukrinform: "Ukrinform",
  dpa: "DPA",
};

/**
 * The agency whose copy a text is, by its credit in the first or last lines, else by whom the page names.
 * @param credited authors and source as the page's head names them
 * @returns null when none is credited
 */
export function agencyOf(text: string, credited: readonly string[] = []): string | null {
  const ends = `${text.slice(0, 300)}\n${text.slice(-200)}`;
  const printed = credits.find(([, credit]) => credit.test(ends))?.[0];
  const named = credited.map((name) => names[name.trim().toLowerCase()]).find((name) => name !== undefined);
  return printed ?? named ?? null;
}
