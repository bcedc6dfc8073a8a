import { isAbsolute, join, resolve } from "node:path";
import { z } from "zod";
import { counted } from "./counted.ts";
import { RecountError } from "./errors.ts";
import { projectRoot } from "./project.ts";
import { type Problem, problemAt, readSource, type Source } from "./yaml-source.ts";

export const logLevels = ["trace", "debug", "info", "warn", "error"] as const;

/** How the service runs: `config/service.yaml`, overruled by the environment. */
export type Config = Readonly<z.infer<typeof shape>> & {
  /** Absolute. */
  readonly data: string;
  /** A Postgres 15 or newer; null for the embedded server. */
  readonly databaseUrl: string | null;
};

type Environment = Readonly<Record<string, string | undefined>>;

const port = z.int("a port from 1 to 65535").min(1, "a port from 1 to 65535").max(65_535, "a port from 1 to 65535");
const text = z.string("a text").min(1, "a text that is not empty");
const days = z.int("a whole number of days from 1").min(1, "a whole number of days from 1");
const count = z.int("a whole number from 1 to 1000").min(1, "a whole number from 1 to 1000").max(1000, "at most 1000");
const hostName = z.string("a host name").regex(/^[^\s/:]+$/, "a host name without scheme and port");
const privateHosts = z.array(
  z.string("a host").regex(/^[^\s/@]+(?:\/\d{1,3})?$/, 'a host, "host:port", an address or a block like "10.0.0.0/8"'),
  "a list of hosts",
);
const gap = z.number("seconds from 0 to 600").min(0, "seconds from 0 to 600").max(600, "seconds from 0 to 600");

const shape = z.strictObject({
  dossiers: z.array(text, "a list of dossiers").min(1, "at least one dossier"),
  data: text,
  database: z.strictObject({ sqlPort: port.nullable() }),
  web: z.strictObject({ host: text, port, names: z.array(hostName, "a list of host names").default([]) }),
  log: z.strictObject({ level: z.enum(logLevels, `one of ${logLevels.join(", ")}`) }),
  queue: z.strictObject({ concurrency: count }),
  http: z.strictObject({
    contact: text.nullable(),
    gapSeconds: gap.default(2),
    allowPrivate: privateHosts.default([]),
  }),
  archive: z
    .strictObject({ keep: z.enum(["disk", "database", "none"], "disk, database or none") })
    .default({ keep: "disk" }),
  retention: z.strictObject({ pollDays: days, tickDays: days, rawDays: days.default(730) }),
  changesFile: z.strictObject({ rotateMegabytes: count, keep: count }),
});

/** Environment variable → where its value goes, and how it is read; whatever is not readable is left for the check. */
const overrides: Readonly<Record<string, { path: readonly string[]; readonly read: (value: string) => unknown }>> = {
  RECOUNT_DOSSIERS: { path: ["dossiers"], read: (value) => value.split(",").map((name) => name.trim()) },
  RECOUNT_DATA: { path: ["data"], read: (value) => resolve(value) },
  RECOUNT_SQL_PORT: { path: ["database", "sqlPort"], read: numberOrText },
  RECOUNT_HOST: { path: ["web", "host"], read: (value) => value },
  RECOUNT_PORT: { path: ["web", "port"], read: numberOrText },
  RECOUNT_NAMES: { path: ["web", "names"], read: (value) => value.split(",").map((name) => name.trim()) },
  RECOUNT_LOG_LEVEL: { path: ["log", "level"], read: (value) => value },
  RECOUNT_ARCHIVE: { path: ["archive", "keep"], read: (value) => value },
  RECOUNT_ALLOW_PRIVATE: {
    path: ["http", "allowPrivate"],
    read: (value) => value.split(",").map((host) => host.trim()),
  },
  RECOUNT_CONTACT: { path: ["http", "contact"], read: (value) => value },
};

/**
 * Decodes the service's configuration.
 * @param folder the folder of `service.yaml`
 * @throws RecountError CONFIG_INVALID that lists every problem at once
 */
export function readConfig(environment: Environment = process.env, folder = join(projectRoot, "config")): Config {
  const source = readSource(folder, "service.yaml");
  const value = structuredClone(source.value);
  const origins = applyEnvironment(value, environment);
  const decoded = shape.safeParse(value);
  const problems = [
    ...source.problems.map(describe),
    ...(decoded.error?.issues ?? []).map((issue) => describeIssue({ ...source, value }, issue, origins)),
    ...databaseUrlProblems(environment),
  ];
  if (problems.length > 0 || !decoded.success) {
    throw new RecountError(
      "CONFIG_INVALID",
      "never",
      `the service's configuration has ${counted(problems.length, "problem")}:\n${problems.join("\n")}`,
      "Correct the lines above.",
    );
  }
  const { data } = decoded.data;
  return {
    ...decoded.data,
    data: isAbsolute(data) ? data : join(projectRoot, data),
    databaseUrl: environment["DATABASE_URL"] || null,
  };
}

/** The configuration with some variables of the environment overruled by a command's own options. */
export function readConfigWith(overrules: Environment): Config {
  return readConfig({ ...process.env, ...overrules });
}

/** @returns dotted path → the variable that set it */
function applyEnvironment(value: unknown, environment: Environment): ReadonlyMap<string, string> {
  const origins = new Map<string, string>();
  for (const [name, { path, read }] of Object.entries(overrides)) {
    const given = environment[name];
    if (given === undefined || given === "") continue;
    if (setAt(value, path, read(given))) origins.set(path.join("."), name);
  }
  return origins;
}

function setAt(value: unknown, path: readonly string[], wanted: unknown): boolean {
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== "object" || value === null) return false;
  if (rest.length > 0) return setAt(new Map<string, unknown>(Object.entries(value)).get(key), rest, wanted);
  Object.assign(value, { [key]: wanted });
  return true;
}

function databaseUrlProblems(environment: Environment): string[] {
  const url = environment["DATABASE_URL"];
  if (url === undefined || url === "" || /^postgres(ql)?:\/\//.test(url)) return [];
  // The value may hold a password, so it is not shown.
  return ["DATABASE_URL: found another kind of address; allowed: postgres://user:password@host:5432/database"];
}

function describeIssue(source: Source, issue: z.core.$ZodIssue, origins: ReadonlyMap<string, string>): string {
  const path = issue.path.map(String);
  const variable = path.map((_, index) => origins.get(path.slice(0, index + 1).join("."))).find(Boolean);
  if (issue.code === "unrecognized_keys") {
    const keys = issue.keys.map((key) => `"${key}"`).join(", ");
    return describe({ ...problemAt(source, issue.path, "only the keys of the shipped file"), found: keys });
  }
  const problem = problemAt(source, issue.path, issue.message);
  if (variable === undefined) return describe(problem);
  return `${variable}: found ${problem.found}; allowed: ${problem.allowed}`;
}

function describe({ file, line, path, found, allowed }: Problem): string {
  return `${file}:${String(line)}  ${path === "" ? "" : `${path}: `}found ${found}; allowed: ${allowed}`;
}

function numberOrText(value: string): unknown {
  return value.trim() === "" || Number.isNaN(Number(value)) ? value : Number(value);
}
