#!/usr/bin/env node
import { CommanderError } from "commander";
import { printFailure } from "./failure.ts";
import { recountProgram } from "./program.ts";
import { readerGone, watchForReader } from "./reader-gone.ts";

watchForReader();
try {
  const program = await recountProgram(process.argv[2]);
  await program.parseAsync();
} catch (cause) {
  // Help and version come this way too, with exit code 0; every other complaint of commander's is wrong use.
  if (cause instanceof CommanderError) process.exitCode = cause.exitCode === 0 ? 0 : 2;
  else if (!readerGone.aborted) {
    printFailure(cause);
    process.exitCode = 1;
  }
}
