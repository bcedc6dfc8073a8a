/** A text with what decides whose it is. */
export interface DatedText {
  readonly text: string;
  readonly day: Date;
}

/** Words in a shingle, the run of words by which texts are compared. */
const shingleWords = 4;
/** Hashes in a sketch: the smallest of a text's shingle hashes, so that a text and its part share those of the part. */
export const sketchSize = 64;
/** A text of fewer shingles is too short to be told from another by its words. */
const fewestShingles = 12;

/**
 * Names a text by its wording, for finding near-copies among many: copies share most of a sketch, cuts their part of it.
 * @returns up to 64 signed 32-bit integers; none for a text too short to have a wording of its own
 */
export function sketchOf(text: string): number[] {
  const hashes = new Set([...shinglesOf(wordsOf(text))].map(hash));
  return hashes.size < fewestShingles ? [] : [...hashes].sort((a, b) => a - b).slice(0, sketchSize);
}

/** Copies follow each other within days; the same wording much later is a template that was filled in anew. */
const copyDays = 4;
/** The part of the shorter text's wording that the other has too. */
const sharedByCopies = 0.5;
/** Of words that are all the same but for those in quotation marks nothing can be told: nearly all must be shared. */
const sharedIfQuoted = 0.9;
/** The part of the shorter text's numbers that the other may lack: a reprint rounds one, a template changes most. */
const otherNumbers = 0.2;

/**
 * Whether one text is a reprint of the other: whole, cut or lightly edited. What stands in quotation marks is the
 * speaker's wording, not the writer's, and counts for neither; other numbers make another report, however alike the words.
 */
export function isCopy(one: DatedText, other: DatedText): boolean {
  if (Math.abs(one.day.getTime() - other.day.getTime()) > copyDays * 86_400_000) return false;
  return sharesWording(one.text, other.text) && sharesNumbers(one.text, other.text);
}

function sharesWording(one: string, other: string): boolean {
  const [ownOne, ownOther] = [withoutQuotes(one), withoutQuotes(other)].map((text) => shinglesOf(wordsOf(text)));
  if (ownOne === undefined || ownOther === undefined) return false;
  if (Math.min(ownOne.size, ownOther.size) >= fewestShingles) return shared(ownOne, ownOther) >= sharedByCopies;
  const [allOne, allOther] = [shinglesOf(wordsOf(one)), shinglesOf(wordsOf(other))];
  return Math.min(allOne.size, allOther.size) >= fewestShingles && shared(allOne, allOther) >= sharedIfQuoted;
}

function sharesNumbers(one: string, other: string): boolean {
  const [numbersOne, numbersOther] = [numbersOf(one), numbersOf(other)];
  const fewer = numbersOne.size <= numbersOther.size ? numbersOne : numbersOther;
  const more = fewer === numbersOne ? numbersOther : numbersOne;
  const lacking = [...fewer].filter((number) => !more.has(number)).length;
  return lacking <= fewer.size * otherNumbers;
}

/** The part of the smaller set that the larger holds too. */
function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  return [...small].filter((shingle) => large.has(shingle)).length / small.size;
}

const QUOTES = [/«[^«»\n]{1,800}»/g, /“[^“”\n]{1,800}”/g, /„[^„“”\n]{1,800}[“”]/g, /"[^"\n]{1,800}"/g];

function withoutQuotes(text: string): string {
  return QUOTES.reduce((rest, quote) => rest.replace(quote, " "), text);
}

function wordsOf(text: string): string[] {
  const same = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200f\ufeff]/g, "");
  return withoutGroupMarks(same).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function numbersOf(text: string): Set<string> {
  return new Set(withoutGroupMarks(text.normalize("NFKC")).match(/\d+/g) ?? []);
}

/** "1,000", "1 000" and "1.000" are one number. */
function withoutGroupMarks(text: string): string {
  return text.replace(/(?<=\d)[,. '](?=\d{3}(?!\d))/g, "");
}

function shinglesOf(words: readonly string[]): Set<string> {
  const shingles = new Set<string>();
  for (let start = 0; start + shingleWords <= words.length; start += 1) {
    shingles.add(words.slice(start, start + shingleWords).join(" "));
  }
  return shingles;
}

/** FNV-1a with a last mixing, so that the smallest hashes are an even choice. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
