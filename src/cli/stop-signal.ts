export interface Stop {
  readonly promise: Promise<void>;
  readonly signal: AbortSignal;
}

const stopMs = 4_500;

/** Settles at SIGINT or SIGTERM; a second one ends the process at once. */
export function stopSignal(): Stop {
  const controller = new AbortController();
  const promise = new Promise<void>((resolve) => {
    const onSignal = () => {
      if (controller.signal.aborted) process.exit(130);
      // Whatever hangs, a database that does not answer for one, the process is gone in time.
      setTimeout(() => process.exit(1), stopMs).unref();
      controller.abort();
      resolve();
    };
    process.on("SIGINT", onSignal);
    process.on("SIGTERM", onSignal);
  });
  return { promise, signal: controller.signal };
}
