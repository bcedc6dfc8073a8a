import type { NumberWords } from "../locale.ts";

/** Case, possessive and copula endings that a number takes, written on the word or after an apostrophe; longest first. */
export const NUMBER_SUFFIXES: readonly string[] = [
  ..."sındandır sindendir sundandır sündendir".split(" "),
  ..."sından sinden sundan sünden ından inden undan ünden".split(" "),
  ..."sının sinin sunun sünün ının inin unun ünün nın nin nun nün ın in un ün".split(" "),
  ..."sında sinde sunda sünde ında inde unda ünde".split(" "),
  ..."sını sini sunu sünü ını ini unu ünü".split(" "),
  ..."sına sine suna süne ına ine una üne".split(" "),
  ..."sıyla siyle suyla süyle ıyla iyle uyla üyle yla yle la le".split(" "),
  ..."dandır dendir dan den tan ten da de ta te".split(" "),
  ..."dır dir dur dür tır tir tur tür ydı ydi ydu ydü".split(" "),
  ..."sı si su sü yı yi yu yü ya ye ı i u ü a e".split(" "),
];

/** "54'üncüsünde": the possessive and case of an ordinal. */
const ORDINAL_ENDINGS: readonly string[] = [
  "",
  ..."si sı su sü".split(" "),
  ..."sini sını sunu sünü sinin sının sunun sünün".split(" "),
  ..."sine sına suna süne sinde sında sunda sünde sinden sından sundan sünden".split(" "),
  ..."yi yı yu yü ye ya nin nın nun nün de da den dan ydi ydı ydu ydü".split(" "),
];

export const numbers: NumberWords = {
  words: {
    sıfır: 0,
    bir: 1,
    iki: 2,
    üç: 3,
    dört: 4,
    dörd: 4,
    beş: 5,
    altı: 6,
    yedi: 7,
    sekiz: 8,
    dokuz: 9,
    on: 10,
    yirmi: 20,
    otuz: 30,
    kırk: 40,
    elli: 50,
    altmış: 60,
    yetmiş: 70,
    seksen: 80,
    doksan: 90,
  },
  hundreds: ["yüz"],
  scales: { bin: 1000, milyon: 1_000_000, milyar: 1_000_000_000 },
  halves: { buçuk: 0.5, yarım: 0.5 },
  and: [],
  one: [],
  suffixes: NUMBER_SUFFIXES,
  eachSuffixes: ["şar", "şer", "ar", "er"],
  joined: true,
  lookalikes: [
    "bir",
    ..."ona onu onun onda ondan onla onunla biri birini birinin birine birinden birisi birisini birde birden bire birle".split(
      " ",
    ),
    ..."yüzde yüzle yüzü yüzünü yüzüne yüzünden binde altıda altının yarıyı".split(" "),
  ],
  oneBeside: ["bir"],
  eachWords: {
    birer: 1,
    ikişer: 2,
    üçer: 3,
    dörder: 4,
    beşer: 5,
    altışar: 6,
    yedişer: 7,
    sekizer: 8,
    dokuzar: 9,
    onar: 10,
    yirmişer: 20,
    otuzar: 30,
    kırkar: 40,
    ellişer: 50,
    altmışar: 60,
    yetmişer: 70,
    seksener: 80,
    doksanar: 90,
    yüzer: 100,
    biner: 1000,
  },
  ordinals: [
    ..."birinci* ikinci* üçüncü* dördüncü* beşinci* altıncı* yedinci* sekizinci* dokuzuncu* onuncu*".split(" "),
    ..."yirminci* otuzuncu* kırkıncı* ellinci* altmışıncı* yetmişinci* sekseninci* doksanıncı* yüzüncü* bininci*".split(
      " ",
    ),
  ],
  partSuffixes:
    "ı i u ü sı si su sü ını ini unu ünü sını sini sunu sünü ının inin unun ünün sının sinin sunun sünün".split(" "),
  ordinalStop: true,
  ordinalSuffixes: ["inci", "ıncı", "uncu", "üncü", "nci", "ncı", "ncu", "ncü"].flatMap((ordinal) =>
    ORDINAL_ENDINGS.map((ending) => ordinal + ending),
  ),
  idioms: [
    "yüz yüze",
    "bu/o yüzden",
    // "Muhammed bin Selman": the son of.
    "abdullah/ahmed/ahmet/faysal/hamad/hamed/halid/hamdan/mansur/muhammed/nahyan/nasser/nasır/raşid/selman/tahnun/temim/zayed bin",
    "bin abdullah/abdulaziz/abdülaziz/abdurrahman/ahmed/halife/hamad/hamed/jassim/casim/mübarek/nahyan/raşid/salman/selman/sultan/zayed",
  ],
  vague: [
    "onlarca",
    "yüzlerce",
    "binlerce",
    "on binlerce",
    "yüz binlerce",
    "birkaç",
    "birçok",
    "pek çok",
    "çok sayıda",
    "düzinelerce",
  ],
};
