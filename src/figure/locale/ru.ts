import { forms } from "./lists.ts";
import type { Locale } from "./locale.ts";
import { acts, captivity } from "./ru/acts.ts";
import { clauses } from "./ru/clauses.ts";
import { deictics } from "./ru/deictics.ts";
import { masks } from "./ru/masks.ts";
import { nouns } from "./ru/nouns.ts";
import { numbers } from "./ru/numbers.ts";
import { qualifiers } from "./ru/qualifiers.ts";
import { roles } from "./ru/roles.ts";
import { scope } from "./ru/scope.ts";
import { sharing } from "./ru/sharing.ts";
import { speech } from "./ru/speech.ts";
import { statuses } from "./ru/statuses.ts";
import { talkWords } from "./ru/talks.ts";
import { time } from "./ru/time.ts";
import { weights } from "./ru/weights.ts";

/** Russian: roles told by preposition and case, the noun's case by its forms. */
export const ru: Locale = {
  tag: "ru",
  writing: {
    letters: "cyrillic",
    dottedI: false,
    fold: { ё: "е" },
    apostrophe: "suffix",
    abbreviations: [
      ..."тыс млн млрд руб г гг ч мин сек мес чел т е д п н п стр ст см им ул обл пос дер р-н рн".split(" "),
      ..."укр рос росс мин-во ген полк подп майор кап лейт серж ряд л-т мед сл проф акад сост др пр напр".split(" "),
      ..."янв февр фев мар апр июн июл авг сент сен окт нояб ноя дек".split(" "),
    ],
    verbLast: false,
    attributes: "ой ей ую юю ого его ому ему ом ем ых их ым им ыми ими ая яя ое ее ые ие".split(" "),
    deadEnding: ["ими"],
    attributeEndings: "нных нные нным нными вших вшие вшим вшихся вшиеся щих щие щим щихся щиеся мых мые мым".split(
      " ",
    ),
    agreement: [
      ["л", "лся"],
      ["ла", "лась"],
      ["ло", "лось"],
      ["ли", "лись"],
    ],
  },
  numbers,
  qualifiers,
  nouns,
  masks,
  acts,
  passive: [],
  captivity,
  captives: forms("плен* обмен* обменя* заложник* удержива* репатриац* неволе неволи узник*"),
  mediation: [
    "посредни*",
    "при участии",
    "содействи*",
    "помог/помогла/помогли вернуть/возвратить/освободить/вызволить/вернуться",
  ],
  roles,
  caseEndings: {},
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
    "россия/россии/россию 24",
    "получил/получила/получили/получают срок/сроки/приговор/приговоры",
    "остается/остаются/оставалась/осталась неизвестн*",
    "дважды/трижды по",
    "черту/итог/итоги подвел/подвела/подвели",
    "впервые за неделю/месяц/год/полгода/лето/зиму",
    "впервые за … месяца/месяцев/недели/недель/дней/дня/лет/года",
    "первый/первым/первого за … месяца/месяцев/недели/недель",
    "обмен/обмена/обменом за … месяца/месяцев/недели/недель",
  ],
};
