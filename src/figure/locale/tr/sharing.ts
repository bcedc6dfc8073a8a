import type { SharingWords } from "../locale.ts";

export const sharing: SharingWords = {
  each: [
    "her iki taraftan",
    "her iki taraf/tarafın",
    "her taraftan",
    "her bir taraftan",
    "taraf başına",
    "iki taraftan da",
    "karşılıklı",
    "karşılıklı olarak",
    "her iki ülke*",
    "iki ülkeden/ülkenin",
  ],
  pairEndings: ["e", "a", "ye", "ya"],
  against: ["karşılık", "karşı", "karşılığında"],
  same: ["aynı sayıda", "eşit sayıda", "bir o kadar", "o kadar"],
  unlike: [
    "ayındakiyle/haftakiyle/aykiyle/yılkiyle/seferkiyle/öncekiyle/günküyle aynı/eşit sayıda",
    "ocaktakiyle/şubattakiyle/marttakiyle/nisandakiyle/mayıstakiyle/hazirandakiyle/temmuzdakiyle/ağustostakiyle/eylüldekiyle/ekimdekiyle/kasımdakiyle/aralıktakiyle aynı/eşit sayıda",
  ],
  inReturn: ["karşılığında", "buna karşılık", "bunun karşılığında", "karşılık olarak"],
  respectively: ["sırasıyla", "sırası ile"],
  altogether: [
    "iki taraftan/ülkeden toplam*",
    "iki tarafın toplam*",
    "toplam …8 karşılıklı",
    "karşılıklı toplam",
    "karşılıklı olarak toplam",
    "iki ülke arasında toplam",
    "takas edilen* …4 sayısı",
    "takas edilenlerin toplamı/sayısı",
    "takas edilenlerin toplam sayısı",
  ],
};
