/** What tells a language from its neighbours: letters that only it has, and words that every text of it is full of. */
export interface Signs {
  readonly script: "latin" | "cyrillic";
  readonly letters: string;
  readonly words: readonly string[];
}

/** "i" is Ukrainian here: typed in Latin within a Cyrillic word it stands for "і", which Russian lacks. */
export const SIGNS: Readonly<Record<string, Signs>> = {
  en: {
    script: "latin",
    letters: "",
    words: "the of and to in a was were for from with by on has have said that is are it its at who as after".split(
      " ",
    ),
  },
  tr: {
    script: "latin",
    letters: "ığşçöü",
    words: "ve bir bu ile için da de olarak göre daha olan kadar sonra ise dedi edildi esir asker kişi".split(" "),
  },
  ru: {
    script: "cyrillic",
    letters: "ыэъё",
    words: (
      "и с в о об из что как это по его они она был была были или для при не но ее их который также сообщил тел обмен " +
      "сторона военных пленных человек сейчас время только после между более около из-за домой"
    ).split(" "),
  },
  uk: {
    script: "cyrillic",
    letters: "іїєґií'",
    words: (
      "та й з із зі що як це про його вони вона був була були або для під не але її їх який також повідомив тіл обмін у до " +
      "сторона військових полонених осіб допомогу допомога хлопців дітей наших зараз час тільки після між понад близько через додому від за"
    ).split(" "),
  },
};
