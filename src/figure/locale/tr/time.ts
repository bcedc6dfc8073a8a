import type { TimeWords } from "../locale.ts";

const MONTHS = "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık".split(" ");

const SHORT = "oca şub mar nis may haz tem ağu eyl eki kas ara".split(" ");

const MONTH_ENDINGS = "a e ta te da de ı i u ü ın in un ün tan ten dan den".split(" ");

const WEEKDAYS = ["pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar"];

export const time: TimeWords = {
  months: Object.fromEntries([
    ...MONTHS.flatMap((name, index) =>
      [
        name,
        ...MONTH_ENDINGS.map((ending) => soften(name) + ending),
        ...MONTH_ENDINGS.map((ending) => name + ending),
      ].map((form) => [form, index + 1] as const),
    ),
    ...SHORT.map((name, index) => [name, index + 1] as const).filter(([name]) => name !== "tem" && name !== "kas"),
  ]),
  weekdays: Object.fromEntries(WEEKDAYS.map((name, index) => [name, index + 1])),
  days: { bugün: 0, "bu sabah": 0, "bu akşam": 0, dün: -1, "önceki gün": -2, yarın: 1, "ertesi gün": 1 },
  spans: {
    "geçen hafta": "last_week",
    "geçtiğimiz hafta": "last_week",
    "bu hafta": "this_week",
    "bir hafta önce": "last_week",
    "bir ay önce": "last_month",
    "geçen ay": "last_month",
    "geçtiğimiz ay": "last_month",
    ilkbaharda: "spring",
    yazın: "summer",
    yazdan: "summer",
    sonbaharda: "autumn",
    sonbahardan: "autumn",
    kışın: "winter",
  },
  overDays: { "iki günde": 2, "iki gün içinde": 2, "üç günde": 3, "üç gün içinde": 3 },
  monthFirst: false,
  dayEndings: ["ında", "inde", "unda", "ünde", "sında", "sinde", "sunda", "sünde"],
  thisYear: ["bu yıl", "bu yılın", "bu yıl içinde", "içinde bulunduğumuz yıl"],
  lastYear: ["geçen yıl", "geçtiğimiz yıl"],
  year: [
    "yılında",
    "yılındaki",
    "yılından",
    "yılına",
    "yılını",
    "yılı",
    "yılının",
    "yılıyla",
    "yılın",
    "yıllarında",
    "içinde",
    "boyunca",
  ],
  since: ["beri", "bu yana", "itibaren"],
  yearBeginning: ["yıl başından", "yılbaşından", "yılın başından", "sene başından"],
  stretches: [
    "bu yaz",
    "bahar boyunca",
    "yıl sonuna kadar",
    "ay sonuna kadar",
    "bugüne kadar",
    "bugüne dek",
    "şimdiye kadar",
    "şimdiye dek",
    "şu ana kadar",
    "aynı yıl",
    "programın başından bu yana",
  ],
};

function soften(month: string): string {
  return month === "aralık" ? "aralığ" : month === "ocak" ? "ocağ" : month;
}
