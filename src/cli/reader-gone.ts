const reader = new AbortController();

/** Aborts when nobody takes what is printed any more, as after `| head -1`: there is nothing left to do, and nothing to complain of. */
export const readerGone: AbortSignal = reader.signal;

/** Listens for the end of standard output and standard error; unheard it would end the process in the middle of its work. */
export function watchForReader(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (cause: NodeJS.ErrnoException) => {
      if (cause.code !== "EPIPE") throw cause;
      reader.abort(cause);
    });
}
