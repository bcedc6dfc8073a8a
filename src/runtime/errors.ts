/** When trying again makes sense: never without a change by a person, soon (passing), later (hours or days). */
export type Retry = "never" | "soon" | "later";

/** Every coded failure; `docs/errors.md` lists the codes with their remedies, and a test holds the two together. */
export class RecountError extends Error {
  readonly code: string;
  readonly retry: Retry;
  /** What the reader can do about it, one sentence. */
  readonly remedy: string;

  constructor(code: string, retry: Retry, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "RecountError";
    this.code = code;
    this.retry = retry;
    this.remedy = remedy;
  }
}
