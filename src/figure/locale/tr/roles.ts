import type { RoleRule } from "../locale.ts";

/** Case says the role; in nominal clauses ("Rusya'nın verdiğini söyledi") the genitive is the subject. */
export const roles: readonly RoleRule[] = [
  { role: "agent", after: ["tarafından", "tarafınca"] },
  { role: "partner", after: ["ile", "ve", "arasındaki"] },
  // "Serbest bırakılan Ukraynalılar arasında": one side alone is whose people they are.
  { role: "topic", after: ["arasında"] },
  {
    role: "origin",
    after: [
      "kontrolündeki bölgelerden/bölgeden/topraklardan/topraktan",
      "kontrolü altındaki bölgelerden/bölgeden/topraklardan/topraktan",
      "elindeki bölgelerden/bölgeden/topraklardan",
      "denetimindeki bölgelerden/topraklardan",
      "esaretinden",
      // "Rusya'ya götürülen": where they were.
      "götürülen*/kaçırılan*",
      "zorla götürülen*/kaçırılan*",
    ],
  },
  { role: "goal", after: ["kontrolündeki/denetimindeki bölgeye/bölgelere/topraklara/topraklarına"] },
  { role: "holder", after: ["elinde/elindeki", "cezaevlerinde/cezaevlerindeki", "esaretinde/esaretindeki"] },
  // "Ukrayna ordusuna mensup": whose they are, not whom they go to.
  { role: "owner", after: ["mensup", "bağlı", "ait", "yanlısı"] },
  { role: "owner", after: ["arabuluculu*", "ara buluculu*", "aracılığı*", "arabulucu"] },
  {
    role: "owner",
    after: [
      "araya/devreye girmesi*",
      "yardımı*/yardımları*/desteği*/katkısı*/katkıları*/çabası*/çabaları*/girişimi*/girişimleri*",
      "ev sahipliği*",
      "garantörlüğü*",
    ],
  },
  { role: "place", after: ["üzerinden"] },
  { role: "goal", after: ["aileleri*/ailesi*", "akrabaları*/yakınları*", "evlerine/evine"], cases: ["loc"] },
  { role: "holder", cases: ["loc"] },
  { role: "goal", cases: ["dat"] },
  { role: "origin", cases: ["abl"] },
  { role: "partner", cases: ["ins"] },
  { role: "subject", cases: ["nom", "gen"] },
];

export const caseEndings = {
  "": ["nom"],
  ...spread("a e ya ye na ne", ["dat"]),
  ...spread("ın in un ün nın nin nun nün", ["gen"]),
  ...spread("ı i u ü yı yi yu yü nı ni nu nü", ["acc"]),
  ...spread("da de ta te nda nde", ["loc"]),
  ...spread("daki deki taki teki ndaki ndeki", ["loc"]),
  ...spread("dan den tan ten ndan nden", ["abl"]),
  ...spread("la le yla yle", ["ins"]),
  ...spread("nca nce", ["nom"]),
} as const;

function spread<const Value>(endings: string, value: Value): Readonly<Record<string, Value>> {
  return Object.fromEntries(endings.split(" ").map((ending) => [ending, value]));
}
