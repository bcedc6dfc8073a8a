import { agencyOf } from "./agency.ts";
import { languageOf } from "./language.ts";
import type { Article, ReadBy } from "./page.ts";

/** A feed's own text of this length is taken for the whole article, and the page is left alone. */
export const fullTextLength = 1_500;

interface Known {
  readonly title: string | null;
  readonly publishedAt: Date | null;
  /** Settles a doubt about the text's own. */
  readonly language: string | null;
  readonly readBy: ReadBy;
}

/** The article of a text that came without a page. */
export function givenText(text: string, { language, ...known }: Known): Article {
  return {
    text,
    ...known,
    authors: [],
    modifiedAt: null,
    language: languageOf(text, language),
    section: null,
    agency: agencyOf(text),
    canonical: null,
    isLogin: false,
  };
}
