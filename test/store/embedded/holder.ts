import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Client } from "pg";
import { projectRoot } from "../../../src/runtime/project.ts";

/** What a process that holds the embedded server said when it had it. */
export interface Held {
  readonly child: ChildProcess;
  readonly answer: { socket?: string; port?: number; code?: string; message?: string };
  /** Closes the server as the service would, and waits for the process's end. */
  close(): Promise<void>;
  /** SIGKILL, and waits for the process's end. */
  kill(): Promise<void>;
}

const program = `
  const { openEmbedded } = await import(process.argv[1] + "/dist/src/store/embedded/embedded.js");
  const { silentLog } = await import(process.argv[1] + "/dist/src/runtime/log.js");
  const options = JSON.parse(process.argv[2]);
  if (options.user) { process.setgroups([]); process.setgid(options.user); process.setuid(options.user); }
  try {
    const server = await openEmbedded(options, silentLog);
    console.log(JSON.stringify({ socket: server.socket, port: server.port }));
    process.stdin.on("end", () => server.close().then(() => process.exit(0))).resume();
  } catch (error) {
    console.log(JSON.stringify({ code: error.code, message: error.message }));
    process.exit(1);
  }
`;

/** Opens the server of a data directory in a process of its own. */
export async function hold(options: {
  dataDirectory: string;
  use: "service" | "command";
  sqlPort?: number | null;
  user?: number;
}): Promise<Held> {
  const given = JSON.stringify({ sqlPort: null, ...options });
  const child = spawn(process.execPath, ["--input-type=module", "-e", program, projectRoot, given], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { PATH: process.env["PATH"] },
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  for await (const line of createInterface({ input: child.stdout })) {
    return {
      child,
      answer: JSON.parse(line),
      close: async () => {
        child.stdin.end();
        await ended;
      },
      kill: async () => {
        child.kill("SIGKILL");
        await ended;
      },
    };
  }
  throw new Error("the holding process ended without a word");
}

/** A folder that every user may walk into, removed by `remove` with whatever the server put elsewhere for it. */
export function dataFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "recount-embedded-"));
  chmodSync(path, 0o755);
  return { path, remove: () => removeData(path) };
}

export function removeData(path: string): void {
  try {
    rmSync(realpathSync(join(path, "postgres")), { recursive: true, force: true });
  } catch {
    // There was no server in it.
  }
  rmSync(path, { recursive: true, force: true });
}

export async function ask(server: { socket?: string; port?: number }, text: string): Promise<unknown[]> {
  const client = new Client({
    host: server.socket ?? "",
    port: server.port ?? 0,
    user: "recount",
    database: "recount",
  });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(text);
    return rows.flatMap((row) => Object.values(row));
  } finally {
    await client.end();
  }
}
