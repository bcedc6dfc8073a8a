// Builds `dist/` from `src/` and `jobs/`, unless what is there was built from these very files.
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashOf, inRoot, read, say, step } from "./step.mjs";

const source = hashOf([
  inRoot("tsconfig.json"),
  inRoot("tsconfig.build.json"),
  inRoot("package-lock.json"),
  ...filesUnder(inRoot("src")),
  ...filesUnder(inRoot("jobs")),
]);
const built = inRoot("dist", ".recount-built");
if (read(built) !== source) {
  say("building");
  const fresh = inRoot(`dist.${process.pid}`);
  const tsc = inRoot("node_modules", "typescript", "bin", "tsc");
  step(process.execPath, [tsc, "-p", "tsconfig.build.json", "--outDir", fresh]);
  writeFileSync(join(fresh, ".recount-built"), source);
  replaceBy(fresh);
}

/** Exchanges `dist` in one step, so that a command that starts at the same time finds a whole one. */
function replaceBy(fresh) {
  const old = `${fresh}.old`;
  if (existsSync(inRoot("dist"))) renameSync(inRoot("dist"), old);
  renameSync(fresh, inRoot("dist"));
  rmSync(old, { recursive: true, force: true });
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
