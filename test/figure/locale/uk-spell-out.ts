/** Ukrainian number words written out by rule, as a check on the locale's list of forms. */
export const GRAMMATICAL_CASES = ["nom", "gen", "dat", "acc", "ins", "loc"] as const;
export type GrammaticalCase = (typeof GRAMMATICAL_CASES)[number];
export type Gender = "m" | "f";

const ONE: Readonly<Record<Gender, string>> = {
  m: "один одного одному один одним одному",
  f: "одна однієї одній одну однією одній",
};
const TWO: Readonly<Record<Gender, string>> = {
  m: "два двох двом два двома двох",
  f: "дві двох двом дві двома двох",
};
const THREE = "три трьох трьом три трьома трьох";
const FOUR = "чотири чотирьох чотирьом чотири чотирма чотирьох";
const SEVEN = "сім семи семи сім сьома семи";
const EIGHT = "вісім восьми восьми вісім вісьма восьми";
const TEENS = ["оди", "два", "три", "чотир", "п'ят", "шіст", "сім", "вісім", "дев'ят"].map((stem) => `${stem}надцят`);
const TENS = new Map([
  [2, "двадцят"],
  [3, "тридцят"],
]);
const HUNDREDS: readonly string[] = [
  "сто ста ста сто ста ста",
  "двісті двохсот двомстам двісті двомастами двохстах",
  "триста трьохсот трьомстам триста трьомастами трьохстах",
  "чотириста чотирьохсот чотирьомстам чотириста чотирмастами чотирьохстах",
  "п'ятсот п'ятисот п'ятистам п'ятсот п'ятьмастами п'ятистах",
  "шістсот шестисот шестистам шістсот шістьмастами шестистах",
  "сімсот семисот семистам сімсот сьомастами семистах",
  "вісімсот восьмисот восьмистам вісімсот вісьмастами восьмистах",
  "дев'ятсот дев'ятисот дев'ятистам дев'ятсот дев'ятьмастами дев'ятистах",
];
const SCALES = [
  {
    value: 1e6,
    gender: "m",
    one: "мільйон мільйона мільйону мільйон мільйоном мільйоні",
    few: "мільйони",
    many: "мільйонів",
  },
  { value: 1e3, gender: "f", one: "тисяча тисячі тисячі тисячу тисячею тисячі", few: "тисячі", many: "тисяч" },
] as const;
const SCALE_PLURALS: Readonly<Record<number, string>> = {
  1e6: "- мільйонів мільйонам - мільйонами мільйонах",
  1e3: "- тисяч тисячам - тисячами тисячах",
};

/** @param value 1 to 999,999,999 */
export function inUkrainian(value: number, inCase: GrammaticalCase, gender: Gender): string {
  const words: string[] = [];
  let rest = value;
  for (const scale of SCALES) {
    const count = Math.floor(rest / scale.value);
    rest %= scale.value;
    if (count > 0) words.push(belowThousand(count, inCase, scale.gender), scaleWord(scale, count, inCase));
  }
  if (rest > 0) words.push(belowThousand(rest, inCase, gender));
  return words.join(" ");
}

function scaleWord(scale: (typeof SCALES)[number], count: number, inCase: GrammaticalCase): string {
  const units = count % 100 > 10 && count % 100 < 20 ? 0 : count % 10;
  if (units === 1) return form(scale.one, inCase);
  if (inCase === "nom" || inCase === "acc") return units > 1 && units < 5 ? scale.few : scale.many;
  return form(SCALE_PLURALS[scale.value] ?? "", inCase);
}

function belowThousand(value: number, inCase: GrammaticalCase, gender: Gender): string {
  const hundreds = HUNDREDS[Math.floor(value / 100) - 1];
  const rest = value % 100;
  const tens = Math.floor(rest / 10);
  const words = hundreds ? [form(hundreds, inCase)] : [];
  if (rest >= 10 && rest < 20) words.push(soft(rest === 10 ? "десят" : (TEENS[rest - 11] ?? ""), inCase));
  else {
    if (tens > 1) words.push(tensWord(tens, inCase));
    if (rest % 10 > 0) words.push(unit(rest % 10, inCase, gender));
  }
  return words.join(" ");
}

function unit(value: number, inCase: GrammaticalCase, gender: Gender): string {
  const irregular = ["", ONE[gender], TWO[gender], THREE, FOUR, "", "", SEVEN, EIGHT][value];
  if (irregular) return form(irregular, inCase);
  if (value === 6) return inCase === "nom" || inCase === "acc" ? "шість" : inCase === "ins" ? "шістьма" : "шести";
  return soft(value === 5 ? "п'ят" : "дев'ят", inCase);
}

function tensWord(tens: number, inCase: GrammaticalCase): string {
  const direct = inCase === "nom" || inCase === "acc";
  if (tens === 4) return direct ? "сорок" : "сорока";
  if (tens === 9) return direct ? "дев'яносто" : "дев'яноста";
  const young = TENS.get(tens);
  if (young) return soft(young, inCase);
  const stem = `${["п'ят", "шіст", "сім", "вісім"][tens - 5] ?? ""}десят`;
  return direct ? stem : inCase === "ins" ? `${stem}ьма` : `${stem}и`;
}

function soft(stem: string, inCase: GrammaticalCase): string {
  if (inCase === "nom" || inCase === "acc") return `${stem}ь`;
  return inCase === "ins" ? `${stem}ьма` : `${stem}и`;
}

function form(list: string, inCase: GrammaticalCase): string {
  return list.split(" ")[GRAMMATICAL_CASES.indexOf(inCase)] ?? "";
}
