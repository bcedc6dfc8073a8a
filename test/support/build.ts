import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Worker threads and child processes start from `dist/`, so the suite sees to it that it is built from what is tested. */
export default function buildBeforeTests(): void {
  const script = fileURLToPath(new URL("../../scripts/build.mjs", import.meta.url));
  execFileSync(process.execPath, [script], { stdio: ["ignore", "inherit", "inherit"] });
}
