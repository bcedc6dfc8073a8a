import { rename, writeFile } from "node:fs/promises";

/** A file that is there is whole: it takes its name when it is written to the end, so that a killed run leaves none. */
export async function writeWholeFile(path: string, text: string): Promise<void> {
  const part = `${path}.part`;
  await writeFile(part, text);
  await rename(part, path);
}
