import type { ActWords } from "../locale.ts";

/** Light verbs and their nouns: "teslim etti", "iade edildi". Each act noun takes the same auxiliaries. */
const WITH_ETMEK = ["teslim", "iade"];

const ETMEK_DONE = "etti*/etmiş*/ettiğ*/ettik*/ederek/ederken/edip/eden*/ediyor*/etmekte*/etmesi*/ettiri*";

const ETMEK_AHEAD = "edecek*/edeceğ*/edebilir*/etmeye*/etmeyi*/etmek*";

const ETMEK_NOT = "etmedi*/etmeyecek*/etmeyeceğ*/etmemiş*/etmiyor*/etmeyen*";

const EDILMEK_DONE = "edildi*/edilmiş*/edildiğ*/edilerek/edilirken/edilip/edilen*/ediliyor*/edilmekte*/edilmesi*";

const EDILMEK_AHEAD = "edilecek*/edileceğ*/edilebilir*/edilmeye*";

const EDILMEK_NOT = "edilmedi*/edilmeyecek*/edilmemiş*/edilmiyor*/edilmeyen*";

const each = (nouns: readonly string[], tails: string): readonly string[] => nouns.map((noun) => `${noun} ${tails}`);

const GIVE: readonly ActWords[] = [
  {
    does: "give",
    voice: "active",
    words: [
      ...each(WITH_ETMEK, ETMEK_DONE),
      "verdi*/vermiş*/verdiğ*/verdik*/vererek/verirken/verip/veren*/veriyor*/vermesi*",
      "gönderdi*/göndermiş*/gönderdiğ*/gönderen*/gönderip/göndererek/gönderiyor*/yolladı*/yolladığ*",
      "devretti*/devretmiş*/devrettiğ*/devreden*/devredip",
      "nakletti*/naklettiğ*",
      "ulaştırdı*/ulaştırdığ*",
    ],
  },
  {
    does: "give",
    voice: "active",
    time: "ahead",
    words: [
      ...each(WITH_ETMEK, ETMEK_AHEAD),
      "verecek*/vereceğ*/verebilir*/vermek*/vermeye*/vermeyi*",
      "gönderecek*/göndereceğ*/göndermek*/göndermeye*/göndermeyi*/devredecek*/devredeceğ*/devretmeye*/devretmeyi*",
    ],
  },
  {
    does: "give",
    voice: "active",
    time: "not",
    words: [...each(WITH_ETMEK, ETMEK_NOT), "vermedi*/vermeyecek*/vermemiş*/vermiyor*/göndermedi*/göndermemiş*"],
  },
  {
    does: "give",
    voice: "passive",
    words: [
      ...each(WITH_ETMEK, EDILMEK_DONE),
      "verildi*/verilmiş*/verildiğ*/verilen*/verilip/verilerek/verilirken/veriliyor*/verilmesi*",
      "gönderildi*/gönderilmiş*/gönderildiğ*/gönderilen*/gönderilmesi*",
      "devredildi*/devredilmiş*/devredildiğ*/devredilen*/devredilmesi*",
      "nakledildi*/nakledilen*/nakledildiğ*",
      "ulaştırıldı*/ulaştırılan*/ulaştırıldığ*",
    ],
  },
  {
    does: "give",
    voice: "passive",
    time: "ahead",
    words: [
      ...each(WITH_ETMEK, EDILMEK_AHEAD),
      "verilecek*/verileceğ*/verilmeye*/verilmek*/gönderilmeye*/gönderilecek*/gönderileceğ*/devredilecek*/devredileceğ*",
    ],
  },
  {
    does: "give",
    voice: "passive",
    time: "not",
    words: [...each(WITH_ETMEK, EDILMEK_NOT), "verilmedi*/verilmemiş*/verilmeyecek*"],
  },
  { does: "give", voice: "noun", words: ["teslimat*", "teslimi*", "iadesi*", "iadeleri*", "devri*"] },
];

const RECEIVE: readonly ActWords[] = [
  {
    does: "receive",
    voice: "active",
    words: [
      "aldı*/almış*/aldığ*/aldık*/alarak/alırken/alıp/alan/alıyor*/alması*",
      "teslim aldı*/almış*/aldığ*/aldık*/alan*/alıp/alarak/alırken",
      "geri aldı*/almış*/aldığ*/aldık*/alan*/alıp/alarak/alırken",
      "geri kazandı*/kazandığ*",
    ],
  },
  {
    does: "receive",
    voice: "active",
    time: "ahead",
    words: ["alacak*/alacağ*/alabilir*/almayı*/almaya*", "teslim alacak*/alacağ*", "geri alacak*/alacağ*"],
  },
  { does: "receive", voice: "active", time: "not", words: ["almadı*/almayacak*/almamış*", "alamadı*/alamamış*"] },
  {
    does: "receive",
    voice: "passive",
    words: [
      "alındı*/alınmış*/alındığ*/alınan*/alınırken/alınması*",
      "teslim alındı*/alınmış*/alındığ*/alınan*",
      "geri alındı*/alınmış*/alındığ*/alınan*",
    ],
  },
  { does: "receive", voice: "passive", time: "ahead", words: ["alınacak*/alınacağ*"] },
];

const COME: readonly ActWords[] = [
  {
    does: "come",
    voice: "active",
    words: [
      "döndü*/dönmüş*/döndüğ*/dönen*/dönerek/dönerken/dönüyor*/dönmesi*",
      "geri döndü*/dönmüş*/döndüğ*/dönen*",
      "geldi*/gelmiş*/geldiğ*/gelen*/gitti*/gitmiş*/gittiğ*/giden*/vardı",
      "ulaşan*/ulaştı*/ulaşmış*/ulaştığ*",
      "kavuştu*/kavuşmuş*/kavuştuğ*/kavuşan*/kavuşuyor*",
      "kurtuldu*/kurtulmuş*/kurtulduğ*/kurtulan*",
      "yolunu tuttu*/tuttuğ*",
      "ayak bastı*/bastığ*/basan*",
      "evde",
      "evinde",
      "evlerinde",
    ],
  },
  {
    does: "come",
    voice: "active",
    time: "ahead",
    words: ["dönecek*/döneceğ*/dönebilir*", "gelecek/gelecekler/geleceğini", "kavuşacak*/kavuşacağ*"],
  },
  { does: "come", voice: "active", time: "not", words: ["dönmedi*/dönmeyecek*/dönmemiş*", "gelmedi*/gelmemiş*"] },
  { does: "come", voice: "noun", words: ["dönüş*", "geri dönüş*"] },
  {
    does: "return",
    voice: "passive",
    words: [
      "getirildi*/getirilmiş*/getirildiğ*/getirilen*/getirilmesi*",
      "geri getirildi*/getirilmiş*/getirildiğ*/getirilen*/getirilmesi*",
      "götürüldü*",
      "döndürüldü*/döndürülen*",
    ],
  },
  {
    does: "return",
    voice: "active",
    words: ["getirdi*/getirmiş*/getirdiğ*/getiren*", "geri getirdi*/getirmiş*/getirdiğ*"],
  },
  {
    does: "return",
    voice: "passive",
    time: "ahead",
    words: ["getirilecek*/getirileceğ*", "geri getirilecek*/getirileceğ*"],
  },
];

const FREE: readonly ActWords[] = [
  {
    does: "free",
    voice: "active",
    words: [
      "serbest bıraktı*/bırakmış*/bıraktığ*/bırakan*/bırakarak/bırakırken/bırakınca/bırakması*",
      "bıraktı*/bırakmış*/bıraktığ*/bırakınca",
      "salıverdi*/salıverdiğ*/saldı/saldığ*",
      "esaretten/esaretinden çıkardı*/çıkardığ*",
      "kurtardı*/kurtarmış*/kurtardığ*/kurtaran*",
      "tahliye etti*/ettiğ*",
    ],
  },
  {
    does: "free",
    voice: "passive",
    words: [
      "serbest bırakıldı*/bırakılmış*/bırakıldığ*/bırakılan*/bırakılması*",
      "serbest kaldı*/kalmış*/kaldığ*/kalan*/kalması*/kalmasına",
      "bırakıldı*/bırakılmış*/bırakıldığ*/bırakılan*/bırakılması*",
      "kurtarıldı*/kurtarılmış*/kurtarıldığ*/kurtarılan*",
      "salıverildi*/salıverilen*/salındı/salındığ*",
      "esaretten/esaretinden çıkarıldı*/çıkarıldığ*/çıkarılan*/çıktı*/çıktığ*/çıkan*",
    ],
  },
  {
    does: "free",
    voice: "active",
    time: "ahead",
    words: ["serbest bırakacak*/bırakacağ*/bırakmaya*/bırakmayı*", "bırakacak*/bırakacağ*/bırakmakta*"],
  },
  {
    does: "free",
    voice: "passive",
    time: "ahead",
    words: [
      "serbest bırakılacak*/bırakılacağ*/bırakılmaya*",
      "bırakılacak*/bırakılacağ*/bırakılmaya*",
      "serbest kalacak*/kalacağ*",
    ],
  },
  {
    does: "free",
    voice: "active",
    time: "not",
    words: [
      "serbest bırakmadı*/bırakmamış*/bırakmıyor*/bırakmayacak*",
      "bırakmadı*/bırakmamış*/bırakmıyor*/bırakmayacak*",
    ],
  },
  { does: "free", voice: "noun", words: ["serbest bırakma*"] },
  { does: "free", voice: "passive", time: "not", words: ["serbest bırakılmadı*/bırakılmamış*", "bırakılmadı*"] },
];

const SWAP: readonly ActWords[] = [
  {
    does: "swap",
    voice: "active",
    words: [
      `takas ${ETMEK_DONE}`,
      "değişti/değişmiş*/değiştiğ*/değiştirdi*/değiştirmiş*/değiştirdiğ*",
      "mübadele etti*/ettiğ*",
      "değiş tokuş etti*/ettiğ*",
      "takas yaptı*/yapmış*/yaptığ*",
      "takası yaptı*/yapmış*/yaptığ*",
      "takas gerçekleştirdi*/gerçekleştirmiş*/gerçekleştirdiğ*",
      "takası gerçekleştirdi*/gerçekleştirmiş*/gerçekleştirdiğ*",
    ],
  },
  {
    does: "swap",
    voice: "passive",
    words: [
      `takas ${EDILMEK_DONE}`,
      "değişildi*/değişilmiş*/değişildiğ*/değişilen*",
      "değiştirildi*/değiştirilmiş*/değiştirildiğ*/değiştirilen*",
    ],
  },
  {
    does: "swap",
    voice: "active",
    time: "ahead",
    words: [
      `takas ${ETMEK_AHEAD}`,
      "takas/takası/değişim/değişimi gerçekleştirecek*/gerçekleştireceğ*/yapacak*/yapacağ*",
    ],
  },
  {
    does: "swap",
    voice: "passive",
    time: "ahead",
    words: [
      `takas ${EDILMEK_AHEAD}`,
      "takas/takası yapılacak*/yapılacağ*/gerçekleştirilecek*/gerçekleştirileceğ*/gerçekleşecek*/gerçekleşeceğ*",
    ],
  },
  { does: "swap", voice: "active", time: "not", words: [`takas ${ETMEK_NOT}`] },
  {
    does: "swap",
    voice: "noun",
    words: ["takas/takası*/takasın*/takasta/takaslar*/takasa", "değişim/değişimi*/değişimin*/değişimde*", "mübadele*"],
  },
];

const OTHER: readonly ActWords[] = [
  {
    does: "hold",
    voice: "passive",
    words: [
      "tutuluyor*/tutulan*/tutulduğ*/tutulmakta*",
      "alıkonul*/alıkonan*",
      "elinde/elindeki/elindekiler*",
      "esaretinde/esaretindeki/esaretteki/esarette",
      "cezaevinde*",
      "bekletil*",
      "tutuklu",
      "esaret altında",
      "kalacak*/kaldığını/kaldı",
      "hapiste",
      "cezaevlerinde*",
    ],
  },
  { does: "hold", voice: "active", words: ["tutuyor*/tuttuğ*", "elinde tut*", "alıkoyuyor*", "elinde bulundur*"] },
  {
    does: "lose",
    voice: "passive",
    words: [
      "öldü/öldüler/öldüğü*/öldürüldü*/öldürülen*",
      "yaralandı*/yaralandığ*",
      "hayatını kaybetti*/kaybettiğ*",
      "yaşamını yitirdi*/yitirdiğ*",
      "etkisiz hale getir*",
      "infaz edil*",
      "esir düştü*/düşmüş*/düştüğ*",
      "esir alındı*/alındığ*",
      "teslim oldu*/olduğ*/olmuş*",
      "kayıp",
    ],
  },
  { does: "lose", voice: "active", words: ["öldürdü*", "esir aldı*/aldığ*/almış*", "etkisiz hale getirdi*"] },
];

export const acts: readonly ActWords[] = [...GIVE, ...RECEIVE, ...COME, ...FREE, ...SWAP, ...OTHER];
