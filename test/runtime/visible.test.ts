import { Writable } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { openLog } from "../../src/runtime/log.ts";
import { tidy } from "../../src/runtime/markup.ts";
import { visible } from "../../src/runtime/visible.ts";

const spoof = "157\u202e 751\u0007\u001b[31m \u2066x\u2069\u061c\u200f";

describe("text from outside", () => {
  it.each([
    ["as it is stored", tidy],
    ["as it is shown", visible],
  ])("holds no control characters and no marks that turn it around, %s", (_where, clean) => {
    expect(clean(`${spoof}\nline`)).toBe("157 751[31m x\nline");
  });

  it.each([true, false])("is logged without them, on a terminal: %s", async (terminal) => {
    let written = "";
    const destination = new Writable({
      write(chunk: Buffer, _encoding, done) {
        written += chunk.toString();
        done();
      },
    });
    openLog({ level: "info", terminal, destination }).info({ detail: spoof }, "said");
    await vi.waitFor(() => expect(written).toContain("157 751[31m x"));
    expect(stripVTControlCharacters(written).replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
