import { expect, it } from "vitest";
import { Memo } from "../../../src/figure/text/memo.ts";

it("keeps what is asked for again and again, and forgets the rest", () => {
  const memo = new Memo<number>(10);
  memo.set("common", 1);
  for (let count = 0; count < 1_000; count++) {
    memo.set(`word${String(count)}`, count);
    expect(memo.get("common")).toBe(1);
  }
  expect(memo.get("word0")).toBeUndefined();
  expect(memo.get("word999")).toBe(999);
});

it("does not keep what nobody writes", () => {
  const memo = new Memo<number>();
  memo.set("a".repeat(1_000), 1);
  expect(memo.get("a".repeat(1_000))).toBeUndefined();
});
