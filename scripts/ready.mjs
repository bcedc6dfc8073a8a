// Makes a clone ready to run: installs what is missing, builds what is stale. Plain JavaScript without packages, since it runs
// before there are any. Whatever it prints goes to stderr, so that stdout belongs to the command that follows.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const inRoot = (...parts) => join(root, ...parts);

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Recount needs Node 20.19 or newer; this is ${process.version}. Install a newer one and try again.`);
}

const lock = hashOf([inRoot("package-lock.json")]);
const installed = inRoot("node_modules", ".recount-installed");
// Packages that several checkouts share through a link are their owner's to install.
if (!isLink(inRoot("node_modules")) && read(installed) !== lock) {
  say("installing packages (npm ci)");
  // Production mode would leave out the compiler.
  step(process.platform === "win32" ? "npm.cmd" : "npm", ["ci", "--include=dev", "--no-audit", "--no-fund"]);
  writeFileSync(installed, lock);
}

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

function step(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2] });
  if (error) fail(`${command} could not be started: ${error.message}`);
  if (status !== 0) fail(`${command} ${args[0]} ended with ${status}; the lines above say why.`);
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files)
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update("\0");
  return hash.digest("hex");
}

function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function read(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function say(what) {
  process.stderr.write(`recount: ${what}\n`);
}

function fail(why) {
  process.stderr.write(`recount: ${why}\n`);
  process.exit(1);
}
