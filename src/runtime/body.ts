import type { Readable } from "node:stream";
import { promisify } from "node:util";
import * as zlib from "node:zlib";
import { RecountError } from "./errors.ts";
import { tooLarge } from "./http-error.ts";

type Unpack<Options> = (bytes: Buffer, options: Options) => Promise<Buffer>;
type Decode = (bytes: Buffer, maxBytes: number) => Promise<Buffer>;

const gunzip: Unpack<zlib.ZlibOptions> = promisify(zlib.gunzip);
const inflate: Unpack<zlib.ZlibOptions> = promisify(zlib.inflate);
const inflateRaw: Unpack<zlib.ZlibOptions> = promisify(zlib.inflateRaw);
const brotli: Unpack<zlib.BrotliOptions> = promisify(zlib.brotliDecompress);

/** A stream cut short still gives what it holds: half a feed is better than none. */
const lenient = (maxBytes: number) => ({ maxOutputLength: maxBytes, finishFlush: zlib.constants.Z_SYNC_FLUSH });

const decoders: Record<string, Decode> = {
  gzip: (bytes, maxBytes) => gunzip(bytes, lenient(maxBytes)),
  "x-gzip": (bytes, maxBytes) => gunzip(bytes, lenient(maxBytes)),
  // Some servers call raw deflate data "deflate", against the standard; the zlib header tells.
  deflate: (bytes, maxBytes) => ((bytes[0] ?? 0) % 16 === 8 ? inflate : inflateRaw)(bytes, lenient(maxBytes)),
  br: (bytes, maxBytes) => brotli(bytes, { maxOutputLength: maxBytes }),
  ...zstdDecoder(),
};

export const acceptedEncodings = Object.keys(decoders)
  .filter((name) => !name.startsWith("x-"))
  .join(", ");

/**
 * Reads a body to its end and unpacks it.
 * @param maxBytes cap for what is sent and for what it unpacks to, each
 * @throws RecountError TOO_LARGE or BAD_RESPONSE
 */
export async function readBody(
  address: string,
  body: Readable,
  headers: Readonly<Record<string, string>>,
  maxBytes: number,
): Promise<Buffer> {
  const tooLong = () => tooLarge(address, `more than ${maxBytes} bytes`);
  if (Number(headers["content-length"]) > maxBytes) {
    body.on("error", () => undefined).destroy();
    throw tooLong();
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    if (!Buffer.isBuffer(chunk)) continue;
    length += chunk.length;
    if (length > maxBytes) throw tooLong();
    chunks.push(chunk);
  }
  let bytes: Buffer = Buffer.concat(chunks, length);
  for (const name of encodingsOf(address, headers)) bytes = await unpack(address, name, bytes, maxBytes);
  return bytes;
}

async function unpack(address: string, name: string, bytes: Buffer, maxBytes: number): Promise<Buffer> {
  const decode = decoders[name];
  if (decode === undefined) throw badCompression(address, `unknown content-encoding ${name}`);
  if (bytes.length === 0) return bytes;
  try {
    return await decode(bytes, maxBytes);
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(address, `unpacks to more than ${maxBytes} bytes`);
    throw cause;
  }
}

/** In the order in which they are undone. */
function encodingsOf(address: string, headers: Readonly<Record<string, string>>): string[] {
  const names = (headers["content-encoding"] ?? "").toLowerCase().split(",");
  const real = names.map((name) => name.trim()).filter((name) => name !== "" && name !== "identity");
  if (real.length > 2) throw badCompression(address, "packed more than twice");
  return real.reverse();
}

function badCompression(address: string, what: string): RecountError {
  return new RecountError(
    "BAD_RESPONSE",
    "later",
    `${address}: ${what}`,
    "The server is at fault: tell the publisher.",
  );
}

/** zstd came to Node with 22.15. */
function zstdDecoder(): Record<string, Decode> {
  const name = "zstdDecompressSync";
  const decode: unknown = name in zlib ? Reflect.get(zlib, name) : undefined;
  if (typeof decode !== "function") return {};
  return {
    zstd: async (bytes, maxBytes) => {
      const unpacked: unknown = Reflect.apply(decode, zlib, [bytes, { maxOutputLength: maxBytes }]);
      return Buffer.isBuffer(unpacked) ? unpacked : Buffer.alloc(0);
    },
  };
}
