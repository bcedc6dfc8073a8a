import { accessSync, constants } from "node:fs";
import type { LaunchOptions } from "playwright-core";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** How to start this system's Chromium, or the one that CHROMIUM_PATH names; undefined, and said, when there is none. */
export function systemChromium(leftOut: string): LaunchOptions | undefined {
  const given = process.env["CHROMIUM_PATH"];
  const executablePath = (given ? [given] : usualPlaces).find(isExecutable);
  if (executablePath === undefined) {
    process.stderr.write(`No Chromium, so this run leaves out: ${leftOut}. Install it or set CHROMIUM_PATH.\n`);
    return undefined;
  }
  const quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  // Chromium's own sandbox does not start as root.
  return { executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox", ...quiet] : quiet };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
