import { RecountError, type Retry } from "./errors.ts";

/** An answer that is neither the document nor "not modified". */
export class HttpError extends RecountError {
  readonly status: number;
  /** Name and port of who answered, which after a redirect is not who was asked. */
  readonly host: string;
  /** As sent: seconds or a date. */
  readonly retryAfter: string | null;

  constructor(address: string, status: number, retryAfter: string | null) {
    const [retry, remedy] = remedies[status] ?? (status >= 500 ? serverFault : otherFault);
    super(`HTTP_${status}`, retry, `${address} answered ${status}`, remedy);
    this.status = status;
    this.host = URL.canParse(address) ? new URL(address).host : address;
    this.retryAfter = retryAfter;
  }
}

/** A host asked to be left alone for a while, by Retry-After. */
export class HostPaused extends RecountError {
  readonly until: Date;

  constructor(host: string, until: Date) {
    const said = `${host} asked to be left alone until ${until.toISOString()}`;
    super("HOST_PAUSED", "soon", said, "Nothing to do: it is tried again by itself when the host says so.");
    this.until = until;
  }
}

const serverFault = ["soon", "Nothing to do: the server is at fault; it is tried again by itself."] as const;
const otherFault = ["later", "Open the address in a browser and correct it if it has moved."] as const;
const login = [
  "later",
  "The server wants a login or refuses robots: look for another address of this outlet.",
] as const;

const remedies: Readonly<Record<number, readonly [Retry, string]>> = {
  401: login,
  402: login,
  403: login,
  404: ["later", "Nothing is at this address: look up where it has moved and correct it."],
  410: ["later", "The publisher has taken it down for good: remove it or replace its address."],
  429: ["later", "The host wants fewer requests: it is tried again when the host says so."],
  451: ["later", "Withheld for legal reasons where this program runs: look for another address of this outlet."],
  503: ["later", "The host is overloaded or closed for a while: it is tried again when the host says so."],
};

const dnsCodes = new Set(["ENOTFOUND", "EAI_AGAIN", "EAI_NODATA", "EAI_FAIL", "EAI_NONAME"]);
const timeoutCodes = new Set([
  "ETIMEDOUT",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
]);

/** Turns whatever undici, the socket or the decompressor threw into a coded failure. */
export function codedFailure(address: string, cause: unknown): RecountError {
  const known = chain(cause).find((error) => error instanceof RecountError);
  if (known instanceof RecountError) return known;
  const codes = chain(cause).map(codeOf);
  const has = (set: ReadonlySet<string>) => codes.some((code) => set.has(code));
  const said = cause instanceof Error ? cause.message || codes.join(", ") : String(cause);
  if (has(timeoutCodes)) return timeout(address, "no connection in time", cause);
  if (has(dnsCodes)) return failure("DNS", address, said, "Check the host name and this machine's network.", cause);
  if (codes.includes("UND_ERR_HEADERS_OVERFLOW")) return tooLarge(address, "its headers are too long");
  if (
    codes.some(
      (code) => code.includes("CERT") || code.includes("TLS") || code.includes("SSL") || code.startsWith("DEPTH_"),
    )
  ) {
    return failure("TLS", address, said, "The certificate or the encryption is wrong: open it in a browser.", cause);
  }
  if (codes.some((code) => code.startsWith("Z_") || code.startsWith("ERR_BROTLI") || code.startsWith("ERR_ZSTD"))) {
    return failure("BAD_RESPONSE", address, `broken compression: ${said}`, passing, cause);
  }
  const isNoHttp = chain(cause).some((error) => error instanceof Error && error.name === "HTTPParserError");
  if (isNoHttp || codes.some((code) => code.startsWith("HPE_") || code.startsWith("UND_ERR_HTTP"))) {
    return failure(
      "BAD_RESPONSE",
      address,
      said,
      "The answer is no valid HTTP: check that the address is a web server's.",
      cause,
    );
  }
  return failure("CONNECTION", address, said, passing, cause);
}

export function timeout(address: string, what: string, cause?: unknown): RecountError {
  return new RecountError("TIMEOUT", "soon", `${address}: ${what}`, passing, { cause });
}

export function tooLarge(address: string, what: string): RecountError {
  const remedy = "Check that the address is the feed's or the article's and not a file's.";
  return new RecountError("TOO_LARGE", "later", `${address}: ${what}`, remedy);
}

const passing = "Nothing to do if it passes; it is tried again by itself.";

function failure(code: string, address: string, said: string, remedy: string, cause: unknown): RecountError {
  return new RecountError(code, code === "TLS" ? "later" : "soon", `${address}: ${said}`, remedy, { cause });
}

function chain(cause: unknown): unknown[] {
  const found: unknown[] = [];
  for (let error = cause; error instanceof Error && found.length < 8; error = error.cause) {
    found.push(error);
    if (error instanceof AggregateError) found.push(...error.errors.flatMap((inner) => chain(inner)));
  }
  return found;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}
