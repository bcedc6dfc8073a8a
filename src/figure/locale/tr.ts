import type { Locale } from "./locale.ts";
import { acts } from "./tr/acts.ts";
import { clauses } from "./tr/clauses.ts";
import { deictics } from "./tr/deictics.ts";
import { masks } from "./tr/masks.ts";
import { nouns } from "./tr/nouns.ts";
import { numbers } from "./tr/numbers.ts";
import { qualifiers } from "./tr/qualifiers.ts";
import { caseEndings, roles } from "./tr/roles.ts";
import { scope } from "./tr/scope.ts";
import { sharing } from "./tr/sharing.ts";
import { speech } from "./tr/speech.ts";
import { statuses } from "./tr/statuses.ts";
import { talkWords } from "./tr/talks.ts";
import { time } from "./tr/time.ts";
import { weights } from "./tr/weights.ts";

/** Turkish: verbs last, suffixes after an apostrophe on names and digits, roles told by case. */
export const tr: Locale = {
  tag: "tr",
  writing: {
    letters: "latin",
    dottedI: true,
    fold: { â: "a", î: "i", û: "u" },
    apostrophe: "suffix",
    abbreviations: [
      ..."dr prof doç alb yzb bnb yb org tümg tuğg gen av sn st no bkz vb vd vs d ö bak müd mah cad sok tel yy".split(
        " ",
      ),
      ..."oca şub mar nis may haz ağu eyl eki ara pzt çar per cum cmt paz".split(" "),
    ],
    verbLast: true,
    whileEndings: ["ken"],
  },
  numbers,
  qualifiers,
  nouns,
  masks,
  acts,
  passive: [],
  mediation: ["arabulucu*", "ara bulucu*", "aracılı*"],
  captives: "esir* esaret* takas* değişim* mübadele* tutsak* rehin* tutuklu* alıkon* mahkum* mahkûm*".split(" "),
  captivity: ["esaret*", "esaretten", "esir kamp*", "tutsaklık*", "cezaev*"],
  roles,
  caseEndings,
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
    "eli boş dön*",
    "arabuluculuk/arabuluculuğu/arabuluculuğunu/aracılık/aracılığı/aracılığını/sorumluluk/sorumluluğu üstlen*",
    "ev sahipliği/sahipliğini üstlen*",
    "yer/rol aldı*/alan*/alıyor*/almış*/aldığ*",
    "yer/bilgi/söz/ara/son/yanıt/cevap/destek/izin/mesaj verdi*/verildi*/verilen*/veren*/verdiğ*/verildiğ*/veriyor*/vermiş*",
    "haber/onay/örnek/demeç/mülakat/röportaj/güvence/garanti/talimat/emir/önem/ayrıntı/rakam verdi*/verildi*/verilen*/veren*/verdiğ*/verildiğ*/veriyor*/vermiş*",
    "haberini/müjdesini/bilgisini/talimatını/onayını/emrini/rakamını/sayısını verdi*/verildi*/veren*/verdiğ*/veriyor*/vermiş*",
    "verdiği/verdikleri/veren/verilen bilgi*/rakam*/sayı*/veri*/veriler*/haber*/yanıt*/cevap*/söz*/mülakat*/röportaj*/demeç*/ifade*/destek*/talimat*/emir/emri*",
    "olarak verdi*/verdiğ*/veriyor*/vermiş*",
  ],
};
