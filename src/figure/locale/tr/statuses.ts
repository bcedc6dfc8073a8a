import type { StatusWords } from "../locale.ts";

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
        "bir araya gelerek",
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
      [...TALKS, "tur müzakere*", "tur görüşme*", "turuna/turunun"],
      [
        "yapıldı*",
        "yapılmış*",
        "başladı*",
        "ev sahipliği yaptı*/yaptık*",
        "gerçekleşti*",
        "gerçekleşmiş*",
        "tamamlandı*",
        "tamamladı*",
        "sona erdi/erdiğini/ermiş*/erdikten",
        "sonuçlandı*",
        "düzenlendi*/düzenlenmiş*",
        "gerçekleştirdi*/gerçekleştirildi*/gerçekleştirilmiş*",
        "tur müzakere/görüşme gerçekleştir*",
      ],
    ],
    none: ["takas*/değişim* yapıl*/gerçekleş*/tamamlan*/düzenlen*", "yeniden/tekrar"],
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
  {
    subject: "talks",
    state: "held",
    all: [
      ["görüşmelerde/müzakerelerde/görüşmede/toplantıda"],
      ["@venues"],
      ["anlaşmıştı*/anlaştı*", "anlaşmaya var*", "mutabık kal*", "mutabakata var*", "karar veril*"],
    ],
    within: 14,
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
