import { forms } from "./lists.ts";
import type { Locale } from "./locale.ts";
import { acts, captivity } from "./uk/acts.ts";
import { clauses } from "./uk/clauses.ts";
import { deictics } from "./uk/deictics.ts";
import { masks } from "./uk/masks.ts";
import { nouns } from "./uk/nouns.ts";
import { numbers } from "./uk/numbers.ts";
import { qualifiers } from "./uk/qualifiers.ts";
import { roles } from "./uk/roles.ts";
import { scope } from "./uk/scope.ts";
import { sharing } from "./uk/sharing.ts";
import { speech } from "./uk/speech.ts";
import { statuses } from "./uk/statuses.ts";
import { talkWords } from "./uk/talks.ts";
import { time } from "./uk/time.ts";
import { weights } from "./uk/weights.ts";

/** Ukrainian. Number words stand in all their forms; other words by stem and "*" where the stem is theirs alone. */
export const uk: Locale = {
  tag: "uk",
  writing: {
    letters: "cyrillic",
    dottedI: false,
    fold: { ґ: "г", "՝": "'", օ: "о", í: "і" },
    apostrophe: "joins",
    abbreviations: (
      "тис млн млрд год хв р рр ст стор вул м с обл ім проф полк ген оф тел бриг нац представн спец слов експ т ч д грн див напр " +
      "січ лют бер квіт трав черв лип серп вер жовт лист груд смт св о"
    ).split(" "),
    verbLast: false,
    agreement: ["ла лася лась", "ло лося лось", "ли лися лись", "в вся всь", "ють ять уть ать", "є", "ємо имо емо"].map(
      (group) => group.split(" "),
    ),
  },
  numbers,
  qualifiers,
  nouns,
  masks,
  acts,
  passive: ["є", "було", "буде", "був", "була", "були", "будуть"],
  captivity,
  captives: forms("полон* обмін* обмін бран* бранц* заручник* утриму* репатріац* неволі неволя в'язн* невільник*"),
  mediation: ["посередни*", "сприянн*", "допоміг/допомогла/допомогли повернути/звільнити/визволити/повернутися"],
  roles,
  caseEndings: {
    я: ["nom", "gen"],
    а: ["nom", "gen"],
    и: ["nom", "gen"],
    ї: ["gen", "dat", "loc"],
    і: ["dat", "loc"],
    у: ["acc", "dat", "loc"],
    ю: ["acc", "dat"],
    єю: ["ins"],
    ою: ["ins"],
    ом: ["ins"],
    ем: ["ins"],
    ам: ["dat"],
    ами: ["ins"],
    ах: ["loc"],
    ь: ["nom", "acc"],
    ів: ["gen", "acc"],
    ові: ["dat"],
    "": ["nom", "gen", "acc"],
  },
  deictics,
  sharing,
  scope,
  time,
  speech,
  clauses,
  statuses,
  talkWords,
  weights,
  ignored: [
    // "As of 12 o'clock" and "three days before that" are points in time, no spans of a total.
    "за два/три/чотири/кілька дні/днів/тижні/тижнів/місяці/місяців до цього/того",
    "за день/тиждень/місяць до цього/того",
    "станом на …2 год/година/годину/ранок/вечір/полудень",
    "отримав/отримала/отримали/отримують термін/терміни/строк/строки/вирок/вироки",
    "залишається/залишаються невідом*",
    "уточнення дав/дала/дали/надав/надала/надали",
  ],
};
