import type { ActWords } from "../locale.ts";

/** Light verbs and their nouns: "teslim etti", "iade edildi". Each act noun takes the same auxiliaries. */
const WITH_ETMEK = ["teslim", "iade"];

const ETMEK_DONE = "etti*/etmiş*/ettiğ*/ettik*/ederek/ederken/edip/eden*/ediyor*/etmekte*/etmesi*/ettiri*";

const ETMEK_AHEAD = "edecek*/edeceğ*/edebilir*/etmeye*/etmeyi*/etmek*";

const ETMEK_NOT = "etmedi*/etmeyecek*/etmeyeceğ*/etmemiş*/etmiyor*/etmeyen*";

/** "Kurtarabildi": what could be done was done. */
const ABLE = "bildi*/bilmiş*/bildiğ*/bilen*/biliyor*";

const EDILMEK_DONE = "edildi*/edilmiş*/edildiğ*/edilerek/edilirken/edilip/edilen*/ediliyor*/edilmekte*/edilmesi*";

const EDILMEK_AHEAD = "edilecek*/edileceğ*/edilebilir*/edilmeye*";

const EDILMEK_NOT = "edilmedi*/edilmeyecek*/edilmemiş*/edilmiyor*/edilmeyen*";

const able = (stems: string): string =>
  stems
    .split(" ")
    .flatMap((stem) => ABLE.split("/").map((tail) => stem + tail))
    .join("/");

const each = (nouns: readonly string[], tails: string): readonly string[] => nouns.map((noun) => `${noun} ${tails}`);

const GIVE: readonly ActWords[] = [
  {
    does: "give",
    voice: "active",
    words: [
      ...each(WITH_ETMEK, ETMEK_DONE),
      ...each(WITH_ETMEK, able("ede")),
      able("vere göndere devrede"),
      `geri ${able("vere göndere")}`,
      "geri verdi*/vermiş*/verdiğ*/verdik*/vererek/verirken/verip/veren*/veriyor*/vermesi*",
      "geri gönderdi*/göndermiş*/gönderdiğ*/gönderen*/gönderip/göndererek/gönderiyor*/göndermesi*",
      "verdi*/vermiş*/verdiğ*/verdik*/vererek/verirken/verip/veren*/veriyor*/vermesi*",
      "gönderdi*/göndermiş*/gönderdiğ*/gönderen*/gönderip/göndererek/gönderiyor*/göndermesi*/yolladı*/yollamış*/yolladığ*",
      "devretti*/devretmiş*/devrettiğ*/devreden*/devredip/devrederek/devrediyor*/devretmesi*",
      "nakletti*/nakletmiş*/naklettiğ*/nakleden*",
      "ulaştırdı*/ulaştırmış*/ulaştırdığ*/ulaştıran*",
    ],
  },
  {
    does: "give",
    voice: "active",
    time: "ahead",
    words: [
      ...each(WITH_ETMEK, ETMEK_AHEAD),
      "verecek*/vereceğ*/verebilir*/vermek*/vermeye*/vermeyi*",
      "geri verecek*/vereceğ*/verebilir*/vermek*/vermeye*/vermeyi*/gönderecek*/göndereceğ*/göndermek*/göndermeye*/göndermeyi*",
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
      ...each(WITH_ETMEK, able("edile")),
      able("verile gönderile"),
      `geri ${able("verile gönderile")}`,
      "geri verildi*/verilmiş*/verildiğ*/verilen*/verilip/verilerek/veriliyor*/verilmesi*",
      "geri gönderildi*/gönderilmiş*/gönderildiğ*/gönderilen*/gönderiliyor*/gönderilmesi*",
      "verildi*/verilmiş*/verildiğ*/verilen*/verilip/verilerek/verilirken/veriliyor*/verilmesi*",
      "gönderildi*/gönderilmiş*/gönderildiğ*/gönderilen*/gönderilip/gönderilerek/gönderiliyor*/gönderilmesi*",
      "devredildi*/devredilmiş*/devredildiğ*/devredilen*/devredilip/devredilerek/devrediliyor*/devredilmesi*",
      "nakledildi*/nakledilmiş*/nakledilen*/nakledildiğ*",
      "ulaştırıldı*/ulaştırılmış*/ulaştırılan*/ulaştırıldığ*",
    ],
  },
  {
    does: "give",
    voice: "passive",
    time: "ahead",
    words: [
      ...each(WITH_ETMEK, EDILMEK_AHEAD),
      "geri verilecek*/verileceğ*/verilmeye*/gönderilecek*/gönderileceğ*/gönderilmeye*",
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
      able("ala"),
      `teslim/geri ${able("ala")}`,
      "almayı başar*",
      "teslim/geri almayı başar*",
      "geri kazandı*/kazanmış*/kazandığ*",
    ],
  },
  {
    does: "receive",
    voice: "active",
    time: "ahead",
    words: [
      "alacak*/alacağ*/alabilir*/almak/almayı*/almaya*",
      "teslim/geri alacak*/alacağ*/alabilir*/almak/almayı*/almaya*",
    ],
  },
  { does: "receive", voice: "active", time: "not", words: ["almadı*/almayacak*/almamış*", "alamadı*/alamamış*"] },
  {
    does: "receive",
    voice: "passive",
    words: [
      able("alına"),
      `teslim/geri ${able("alına")}`,
      "alındı*/alınmış*/alındığ*/alınan*/alınırken/alınıyor*/alınması*",
      "teslim alındı*/alınmış*/alındığ*/alınan*/alınıyor*/alınması*",
      "geri alındı*/alınmış*/alındığ*/alınan*/alınıyor*/alınması*",
    ],
  },
  { does: "receive", voice: "passive", time: "ahead", words: ["alınacak*/alınacağ*"] },
];

const COME: readonly ActWords[] = [
  {
    does: "come",
    voice: "active",
    words: [
      able("döne gele kavuşa ulaşa kurtula"),
      `geri ${able("döne")}`,
      "döndü*/dönmüş*/döndüğ*/dönen*/dönerek/dönerken/dönüyor*/dönmesi*",
      "geri döndü*/dönmüş*/döndüğ*/dönen*",
      "geldi*/gelmiş*/geldiğ*/gelen*/gelip/gelerek/geliyor*/gelmesi*/gitti*/gitmiş*/gittiğ*/giden*/vardı",
      "ulaşan*/ulaştı*/ulaşmış*/ulaştığ*/ulaşıyor*/ulaşması*",
      "kavuştu*/kavuşmuş*/kavuştuğ*/kavuşan*/kavuşuyor*/kavuşması*",
      "kurtuldu*/kurtulmuş*/kurtulduğ*/kurtulan*/kurtuluyor*/kurtulması*",
      "özgür kaldı*/kalmış*/kaldığ*/kalan*/kalması*",
      "özgürlüğünü/özgürlüklerini kazandı*/kazanmış*/kazandığ*/kazanan*",
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
    words: [
      "dönecek*/döneceğ*/dönebilir*",
      "gelecek/gelecekler/geleceğini",
      "gidecek*/gideceğ*/ulaşacak*/ulaşacağ*/kurtulacak*/kurtulacağ*",
      "kavuşacak*/kavuşacağ*/kavuşabilir*",
    ],
  },
  { does: "come", voice: "active", time: "not", words: ["dönmedi*/dönmeyecek*/dönmemiş*", "gelmedi*/gelmemiş*"] },
  { does: "come", voice: "noun", words: ["dönüş*", "geri dönüş*"] },
  {
    does: "return",
    voice: "passive",
    words: [
      able("getirile döndürüle"),
      `geri ${able("getirile döndürüle")}`,
      "getirildi*/getirilmiş*/getirildiğ*/getirilen*/getirilip/getirilerek/getiriliyor*/getirilmesi*",
      "geri getirildi*/getirilmiş*/getirildiğ*/getirilen*/getiriliyor*/getirilmesi*",
      "götürüldü*",
      "döndürüldü*/döndürülmüş*/döndürüldüğ*/döndürülen*/döndürülmesi*",
      "geri döndürüldü*/döndürülmüş*/döndürüldüğ*/döndürülen*/döndürülmesi*",
      "kavuşturuldu*/kavuşturulmuş*/kavuşturulduğ*/kavuşturulan*/kavuşturulması*",
    ],
  },
  {
    does: "return",
    voice: "active",
    words: [
      able("getire döndüre"),
      `geri ${able("getire döndüre")}`,
      "getirdi*/getirmiş*/getirdiğ*/getiren*/getirerek/getirip/getiriyor*/getirmesi*",
      "geri getirdi*/getirmiş*/getirdiğ*/getiren*/getiriyor*/getirmesi*",
      // Who rescues gets back, unlike who lets go.
      able("kurtara"),
      "kurtardı*/kurtarmış*/kurtardığ*/kurtaran*/kurtarıyor*/kurtarması*",
      "esaretten/esaretinden çıkardı*/çıkarmış*/çıkardığ*/çıkaran*",
      `esaretten/esaretinden ${able("çıkara")}`,
      "getirmeyi/döndürmeyi/kurtarmayı başar*",
      "geri getirmeyi/döndürmeyi başar*",
      "döndürdü*/döndürmüş*/döndürdüğ*/döndüren*",
      "geri döndürdü*/döndürmüş*/döndürdüğ*/döndüren*",
    ],
  },
  {
    does: "return",
    voice: "active",
    time: "ahead",
    words: [
      "kurtaracak*/kurtaracağ*/kurtarmak/kurtarmayı/kurtarmaya*",
      "getirecek*/getireceğ*/getirmek/getirmeyi/getirmeye*/döndürecek*/döndüreceğ*/döndürmek/döndürmeyi/döndürmeye*",
      "geri getirecek*/getireceğ*/getirmek/getirmeyi/getirmeye*/döndürecek*/döndüreceğ*/döndürmek/döndürmeyi/döndürmeye*",
    ],
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
      `serbest ${able("bıraka")}`,
      able("bıraka"),
      "serbest bıraktı*/bırakmış*/bıraktığ*/bırakan*/bırakarak/bırakıp/bırakırken/bırakınca/bırakıyor*/bırakması*",
      "bıraktı*/bırakmış*/bıraktığ*/bırakınca",
      "salıverdi*/salıvermiş*/salıverdiğ*/salıveren*/saldı/saldığ*",
      "tahliye etti*/ettiğ*",
    ],
  },
  {
    does: "free",
    voice: "passive",
    words: [
      `serbest ${able("bırakıla kala")}`,
      able("bırakıla kurtarıla"),
      "serbest bırakıldı*/bırakılmış*/bırakıldığ*/bırakılan*/bırakılıyor*/bırakılması*",
      "serbest kaldı*/kalmış*/kaldığ*/kalan*/kalması*/kalmasına",
      "bırakıldı*/bırakılmış*/bırakıldığ*/bırakılan*/bırakılması*",
      "kurtarıldı*/kurtarılmış*/kurtarıldığ*/kurtarılan*/kurtarılıyor*/kurtarılması*",
      "salıverildi*/salıverilmiş*/salıverildiğ*/salıverilen*/salıverilmesi*/salındı/salındığ*",
      "esaretten/esaretinden çıkarıldı*/çıkarılmış*/çıkarıldığ*/çıkarılan*/çıktı*/çıkmış*/çıktığ*/çıkan*",
      `esaretten/esaretinden ${able("çıkarıla")}`,
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
      `takas ${able("ede")}`,
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
      `takas ${able("edile")}`,
      "el değiştirdi*/değiştirmiş*/değiştirdiğ*/değiştiren*",
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
      "esir olduğ*/bulunan*/bulunuyor*/bulunduğ*",
      "parmaklıklar ardında*",
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
  {
    does: "hold",
    voice: "active",
    words: [
      "tutuyor*/tuttuğ*",
      "elinde tut*",
      "alıkoydu*/alıkoymuş*/alıkoyduğ*/alıkoyan*/alıkoyuyor*",
      "elinde bulundur*",
    ],
  },
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
