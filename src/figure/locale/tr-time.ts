import type { ClauseWords, SpeechWords, StatusWords, TimeWords } from "./locale.ts";

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
    "geçen ay": "last_month",
    "geçtiğimiz ay": "last_month",
    ilkbaharda: "spring",
    yazın: "summer",
    yazdan: "summer",
    sonbaharda: "autumn",
    sonbahardan: "autumn",
    kışın: "winter",
  },
  monthFirst: false,
  thisYear: ["bu yıl", "bu yılın", "bu yıl içinde", "içinde bulunduğumuz yıl"],
  lastYear: ["geçen yıl", "geçtiğimiz yıl"],
  year: ["yılında", "yılı", "yılının", "içinde", "boyunca"],
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

export const speech: SpeechWords = {
  verbs: [
    "bildirmiş*/açıklamış*/söylemiş*/duyurmuş*/belirtmiş*/kaydetmiş*/aktarmış*/yazmış*/iletmiş*/paylaşmış*/savunmuş*",
    "bildirdi*/bildiren*/bildirildi*",
    "açıkladı*/açıklayan*/açıklandı*",
    "söyledi*/söyleyen*/söylüyor*",
    "duyurdu*/duyuran*/duyuruldu*/duyurmuş*",
    "belirtti*/belirten*/belirtiyor*/belirtildi*/belirtiliyor*",
    "kaydetti*/kaydeden*/kaydedildi*",
    "aktardı*/aktaran*/aktarıldı*/aktarılan*",
    "dedi/diyor/diyen/demişti/denildi",
    "yazdı*/yazan*",
    "ifade etti*/eden*/edildi*",
    "ifadesini kullandı*",
    "ifadelerini kullandı*",
    "dile getirdi*",
    "öne sürdü*/süren*",
    "ileri sürdü*",
    "savundu*/savunuyor*/savunan*",
    "iddia etti*/eden*",
    "vurguladı*/vurgulayan*",
    "doğruladı*/doğrulayan*",
    "paylaştı*",
    "doğrulayarak/duyurarak/vurgulayarak/açıklayarak/hatırlatarak/belirterek/söyleyerek/kaydederek",
    "ifade/teyit ederek",
    "konuştu",
    "ekledi*",
    "yineledi*",
    "hatırlattı*/hatırlatıyor*",
    "anımsattı*/anımsatan*",
    "teyit etti*",
    "bilgisini verdi*/paylaştı*",
  ],
  according: [],
  // "Bakanlıktan yapılan açıklamada": where a statement comes from, not people.
  accordingAfter: [
    "göre",
    "yapılan/gelen/verilen açıklama*/duyuru*/bilgi*/paylaşım*",
    "yapılan/gelen yazılı/resmi açıklama*",
  ],
  offices: [
    "sözcü*",
    "bakanlığı*",
    "bakanı*",
    "bakan",
    "bakanlık",
    "merkezi*",
    "merkez",
    "karargahı*",
    "karargâhı*",
    "ofisi*",
    "ofis",
    "yetkili*",
    "temsilci*",
    "danışman*",
    "heyeti*",
    "heyetinin başkanı*",
    "başkanı*",
    "başkan",
    "devlet başkanı*",
    "milletvekili*",
    "vekil",
    "komiseri*",
    "ombudsman*",
    "lideri*",
    "lider",
    "konseyi*",
    "kaynak*",
    "basını*",
    "genelkurmay*",
    "valisi*",
  ],
  same: [
    "bakanlık",
    "merkez",
    "açıklamada",
    "bakan",
    "sözcü",
    "yetkili",
    "başkan",
    "lider",
    "ofis",
    "temsilci",
    "duyuruda",
  ],
};

export const clauses: ClauseWords = {
  starts: ["ancak", "ama", "fakat", "oysa", "ayrıca", "böylece"],
  and: ["ve", "ile"],
  relative: [],
  part: [
    ..."aralarında aralarındaki bunlardan bunların içlerinde içlerinden yanlarında beraberinde".split(" "),
    "dönenler/bırakılanlar/kalanlar/kurtarılanlar/kurtulanlar/edilenler/getirilenler/esirler/askerler/bunlar arasında",
    "dönenlerden/bırakılanlardan/kurtarılanlardan/kurtulanlardan/edilenlerden/getirilenlerden/esirlerden/askerlerden",
  ],
};

const TALKS = ["müzakere*", "görüşme*", "barış görüşme*", "temas*"];
const EXCHANGE = ["takas*", "esir takas*", "değişim*", "esir değişim*"];
const HEYET = ["heyet*", "taraflar*", "iki taraf*", "iki ülke*"];
const MEETING = [...TALKS, "toplantı*", "istişare*", "zirve*"];

export const statuses: readonly StatusWords[] = [
  {
    subject: "talks",
    state: "suspended",
    all: [
      TALKS,
      [
        "askıya al*",
        "askıda*",
        "ara veril*",
        "ara verdi*",
        "durdu*",
        "durakla*",
        "durdurul*",
        "kesildi*",
        "donduruldu*",
      ],
    ],
  },
  {
    subject: "talks",
    state: "resumed",
    all: [TALKS, ["yeniden başladı*", "yeniden başlan*", "tekrar başladı*", "kaldığı yerden"]],
  },
  {
    subject: "talks",
    state: "planned",
    all: [
      ["müzakere*", "görüşme*", "istişare*", "heyetler*"],
      [
        "yapılacak*/yapılacağ*",
        "başlayacak*/başlayacağ*",
        "devam edecek*/edeceğ*",
        "görüşecek*/görüşeceğ*",
        "buluşacak*/buluşacağ*",
        "bir araya gelecek*",
        "planlan*",
        "gerçekleştirilecek*",
        "yapılabileceğ*",
        "sürecek*/süreceğ*",
        "sürdürmeyi/sürdürme* kararlaştır*/kararı*",
        "sürdürülecek*/sürdürüleceğ*",
        "düzenlenecek*/düzenleneceğ*",
      ],
    ],
    none: ["takas yapılacak*", "değişim*", "hangi", "belli değil", "belirsiz*"],
  },
  { subject: "talks", state: "planned", all: [["görüşeceğiz", "buluşacağız"]] },
  {
    subject: "talks",
    state: "held",
    all: [
      HEYET,
      [
        "görüştü*",
        "görüşmüş*",
        "bir araya geldi*",
        "bir araya gelmiş*",
        "müzakere yapmış*",
        "müzakere yaptı*",
        "buluştu*",
        "masaya oturdu*",
      ],
    ],
    within: 22,
  },
  {
    subject: "talks",
    state: "held",
    all: [
      [...TALKS, "tur müzakere*", "tur görüşme*"],
      [
        "yapıldı*",
        "yapılmış*",
        "gerçekleşti*",
        "gerçekleşmiş*",
        "tamamlandı*",
        "sona erdi*",
        "sonuçlandı*",
        "düzenlendi*/düzenlenmiş*",
        "gerçekleştirdi*/gerçekleştirildi*/gerçekleştirilmiş*",
        "tur müzakere/görüşme gerçekleştir*",
      ],
    ],
    none: EXCHANGE,
    within: 8,
  },
  {
    subject: "talks",
    state: "held",
    all: [
      ["tur", "kez"],
      ["görüştü*/görüşmüş*", "bir araya geldi*/gelmiş*"],
    ],
    within: 4,
  },
  // "2 Haziran'da İstanbul'da yapılan müzakerelerde": a meeting of a day that is named.
  {
    subject: "talks",
    state: "held",
    all: [MEETING, ["yapılan/düzenlenen/gerçekleşen/gerçekleştirilen"]],
    within: 7,
    dated: true,
  },
  {
    subject: "talks",
    state: "held",
    all: [
      MEETING,
      ["yapılan/düzenlenen/gerçekleşen/gerçekleştirilen"],
      ["geçen/geçtiğimiz hafta/ay", "bu hafta", "iki gün*", "iki günlük"],
    ],
    within: 8,
  },
  {
    subject: "proposal",
    state: "unanswered",
    all: [
      [
        "yanıt gelmedi*",
        "cevap gelmedi*",
        "yanıt alama*",
        "cevap alama*",
        "yanıtsız*",
        "cevapsız*",
        "karşılık duyma*",
        "yanıt verilme*",
        "yanıt verme*",
        "yanıt alın*amadı*",
      ],
    ],
  },
  {
    subject: "exchange",
    state: "suspended",
    all: [
      EXCHANGE,
      [
        "askıya al*",
        "ertele*",
        "durdu",
        "durdurul*",
        "durmuş*",
        "belirsiz bir tarihe/süreyle*",
        "süresiz ertele*/durdur*",
        "durdurdu*",
      ],
    ],
  },
];

function soften(month: string): string {
  return month === "aralık" ? "aralığ" : month === "ocak" ? "ocağ" : month;
}
