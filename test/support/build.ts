import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Worker threads and child processes start from `dist/`, so the suite builds it first. */
export default function buildBeforeTests(): void {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
}
