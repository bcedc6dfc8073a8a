import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { projectRoot } from "../../src/runtime/project.ts";

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
}

/** A `recount` command that runs, with what it has said so far. */
export interface Running {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  stdout(): string;
  stderr(): string;
  /** Waits until standard output or standard error holds the text. */
  says(text: string, timeoutMs?: number): Promise<void>;
  ended: Promise<Finished>;
}

type Environment = Readonly<Record<string, string>>;

/** Starts `recount` from `dist/` as a user would, with no other environment than the given one. */
export function start(args: readonly string[], environment: Environment = {}): Running {
  const startedMs = performance.now();
  const child = spawn(process.execPath, [join(projectRoot, "dist", "src", "cli", "recount.js"), ...args], {
    env: { PATH: process.env["PATH"] ?? "", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const ended = once(child, "close").then(() => ({
    code: child.exitCode,
    stdout,
    stderr,
    durationMs: performance.now() - startedMs,
  }));
  return {
    child,
    stdout: () => stdout,
    stderr: () => stderr,
    ended,
    says: async (text, timeoutMs = 100_000) => {
      for (let waitedMs = 0; waitedMs < timeoutMs; waitedMs += 50) {
        if (stdout.includes(text) || stderr.includes(text)) return;
        if (child.exitCode !== null) break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`never said: ${text}\n${stdout.slice(-2_000)}\n${stderr.slice(-2_000)}`);
    },
  };
}

/** Runs `recount` to its end. */
export function command(args: readonly string[], environment: Environment = {}): Promise<Finished> {
  return start(args, environment).ended;
}
