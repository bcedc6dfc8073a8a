// Makes a clone ready to run: installs what is missing, builds what is stale.
import { lstatSync, writeFileSync } from "node:fs";
import { fail, hashOf, inRoot, read, say, step } from "./step.mjs";

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

await import("./build.mjs");

function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
