import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** The folder that holds `package.json`, from `src/` and from `dist/src/` alike. */
export const projectRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

/** Of Recount, as `package.json` tells it. */
export function projectVersion(): string {
  const told: unknown = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
  return z.object({ version: z.string() }).parse(told).version;
}

function findRoot(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("package.json of recount not found above its own code");
  return findRoot(parent);
}
