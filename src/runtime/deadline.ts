import type { RecountError } from "./errors.ts";
import { timeout } from "./http-error.ts";

/** Stops requests that send nothing for too long, or take too long in all; waiting for a turn does not count. */
export class Deadline {
  failure: RecountError | undefined;
  private readonly controller = new AbortController();
  private readonly address: string;
  private readonly limits: { readonly firstByteMs: number; readonly totalMs: number };
  private leftMs: number;
  private begunMs = 0;
  private total: NodeJS.Timeout | undefined;
  private first: NodeJS.Timeout | undefined;

  constructor(address: string, limits: { readonly firstByteMs: number; readonly totalMs: number }) {
    this.address = address;
    this.limits = limits;
    this.leftMs = limits.totalMs;
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** A request begins. */
  begin(): void {
    const { firstByteMs, totalMs } = this.limits;
    this.begunMs = performance.now();
    this.total = setTimeout(() => this.stop(`not finished in ${totalMs} ms`), Math.max(0, this.leftMs));
    this.first = setTimeout(() => this.stop(`no answer in ${firstByteMs} ms`), firstByteMs);
  }

  firstByteSeen(): void {
    clearTimeout(this.first);
  }

  /** It is over, however it ended. */
  end(): void {
    clearTimeout(this.first);
    clearTimeout(this.total);
    this.leftMs -= performance.now() - this.begunMs;
  }

  private stop(what: string): void {
    this.failure ??= timeout(this.address, what);
    this.controller.abort(this.failure);
  }
}
