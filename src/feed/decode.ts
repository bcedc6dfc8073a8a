import iconv from "iconv-lite";
import jschardet from "jschardet";

const marks: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe, 0x00, 0x00], "utf-32le"],
  [[0x00, 0x00, 0xfe, 0xff], "utf-32be"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
  [[0x3c, 0x00, 0x3f, 0x00], "utf-16le"],
  [[0x00, 0x3c, 0x00, 0x3f], "utf-16be"],
];

/** What is written under a name is in truth its superset. @see https://encoding.spec.whatwg.org/#names-and-labels */
const supersets: Readonly<Record<string, string>> = {
  "iso-8859-1": "windows-1252",
  latin1: "windows-1252",
  "us-ascii": "windows-1252",
  "iso-8859-9": "windows-1254",
  "tis-620": "windows-874",
  "iso-8859-11": "windows-874",
};

/**
 * Turns bytes into text: byte order mark, else valid UTF-8, else what is declared, else what the letters look like.
 * @param contentType the header, whose charset stands behind the document's own declaration: servers guess
 */
export function decodeBytes(bytes: Buffer, contentType: string | undefined): string {
  const marked = marks.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return iconv.decode(bytes, marked[1]);
  const utf8 = asUtf8(bytes);
  if (utf8 !== undefined) return isEscapedSevenBit(utf8) ? iconv.decode(bytes, "iso-2022-jp") : utf8;
  const head = bytes.subarray(0, 4_096).toString("latin1");
  const declared =
    /<\?xml[^<>]*?encoding\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1] ??
    /<meta[^<>]*?charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1] ??
    /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? "")?.[1];
  const usable = declared !== undefined && iconv.encodingExists(declared) && !/^utf-?(8|16|32)/i.test(declared);
  const name = (usable ? declared : detected(bytes)).toLowerCase();
  return iconv.decode(bytes, supersets[name] ?? name);
}

function asUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // A body cut in the middle of its last character is UTF-8 all the same.
    return decodesButItsEnd(bytes);
  }
}

function decodesButItsEnd(bytes: Buffer): string | undefined {
  for (const cut of [1, 2, 3]) {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, bytes.length - cut));
    } catch {}
  }
  return undefined;
}

/** ISO-2022-JP is made of ASCII bytes, so it passes for UTF-8. */
function isEscapedSevenBit(text: string): boolean {
  return text.includes("\u001b$B") || text.includes("\u001b$@");
}

function detected(bytes: Buffer): string {
  const { encoding } = jschardet.detect(bytes.subarray(0, 100_000));
  return encoding !== null && iconv.encodingExists(encoding) ? encoding : "windows-1252";
}
