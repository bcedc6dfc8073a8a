import { pino } from "pino";

/** A fixed sentence plus fields; ids live in child loggers, units in keys. */
export type Log = pino.Logger;

export const silentLog: Log = pino({ level: "silent" });
