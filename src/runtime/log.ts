import { type DestinationStream, pino } from "pino";
import pretty from "pino-pretty";
import { type Clock, systemClock } from "./clock.ts";
import { visible } from "./visible.ts";

/** A fixed sentence plus fields; ids live in child loggers, units in keys. */
export type Log = pino.Logger;

export const silentLog: Log = pino({ level: "silent" });

const longestUnwritten = 4 * 2 ** 20;

export interface LogOptions {
  readonly level: string;
  /** True for readable lines in colour, false for one JSON object a line. */
  readonly terminal: boolean;
  readonly clock?: Clock;
  /** Standard output unless given. */
  readonly destination?: DestinationStream;
}

/** Opens the program's log. Lines are written at once, so that a killed process has said all it had to say. */
export function openLog({ level, terminal, clock = systemClock, destination }: LogOptions): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: () => `,"time":"${clock.now().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }), log: shown },
    serializers: { err: withoutClient },
    redact: ["password", "*.password", "databaseUrl", "*.databaseUrl"],
  };
  const plain = destination ?? standardOutput();
  if (!terminal) return pino(options, plain);
  return pino(
    options,
    pretty({ destination: plain, sync: true, translateTime: "SYS:HH:MM:ss", ignore: "pid,hostname" }),
  );
}

/** What cannot be written, as on a full disk, is written later, or is lost when it grows too long; it stops nothing. */
function standardOutput(): DestinationStream {
  const output = pino.destination({ fd: 1, sync: true, maxLength: longestUnwritten });
  output.on("error", () => undefined);
  return output;
}

/** Fields may quote what came from outside; nothing in them may steer a terminal or turn a line around. */
function shown(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === "string" ? visible(value) : value]),
  );
}

/** pg hangs the whole connection on its errors; the log wants only what was said. */
function withoutClient(err: unknown): unknown {
  if (!(err instanceof Error)) return err;
  const said = pino.stdSerializers.err(err);
  return Object.fromEntries(Object.entries(said).filter(([key]) => key !== "client"));
}
