import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { projectRoot } from "../../src/runtime/project.ts";

const logModule = JSON.stringify(join(projectRoot, "dist", "src", "runtime", "log.js"));
const script = `
  const { openLog } = await import(${logModule});
  const log = openLog({ level: "info", terminal: process.argv[1] === "terminal" });
  for (let line = 0; line < 3; line += 1) log.info({ line }, "said");
  await new Promise((resolve) => setTimeout(resolve, 50));
  process.stderr.write("went on");
`;

it.skipIf(!existsSync("/dev/full")).each(["terminal", "file"])(
  "a log that cannot be written, as on a full disk, stops nothing (%s)",
  async (where) => {
    const shell = 'exec "$0" --input-type=module -e "$1" "$2" > /dev/full';
    const { stderr } = await promisify(execFile)("sh", ["-c", shell, process.execPath, script, where]);
    expect(stderr).toBe("went on");
  },
);
