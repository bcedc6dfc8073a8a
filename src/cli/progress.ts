import { systemClock } from "../runtime/clock.ts";

const everyMs = 500;

/**
 * Tells how far a long command is, on standard error: a moving line on a terminal, a line for each tenth in a pipe.
 * @param what what is counted: "texts"
 */
export function progressLine(what: string): (done: number, all: number) => void {
  const begunMs = systemClock.now().getTime();
  let [lastMs, lastTenth] = [0, -1];
  return (done, all) => {
    const nowMs = systemClock.now().getTime();
    const share = all === 0 ? 1 : done / all;
    const rate = done / Math.max((nowMs - begunMs) / 1_000, 0.001);
    const left = rate === 0 ? "" : `, ${timeText((all - done) / rate)} left`;
    const line = `${done.toLocaleString("en")} of ${all.toLocaleString("en")} ${what} (${String(Math.floor(share * 100))} %), ${Math.round(rate).toLocaleString("en")} a second${left}`;
    if (process.stderr.isTTY) {
      if (nowMs - lastMs < everyMs && done < all) return;
      process.stderr.write(`\r\u001b[K${line}${done >= all ? "\n" : ""}`);
    } else {
      if (Math.floor(share * 10) === lastTenth) return;
      process.stderr.write(`${line}\n`);
    }
    lastMs = nowMs;
    lastTenth = Math.floor(share * 10);
  };
}

/** "40 s", "3 min" */
function timeText(seconds: number): string {
  return seconds < 90 ? `${String(Math.ceil(seconds))} s` : `${String(Math.ceil(seconds / 60))} min`;
}
