import { isCopy, sketchOf } from "../src/report/copies.ts";
import { labelledPairs, scoreCopies } from "../test/support/copy-pairs.ts";

// Near-copies told from reports that only look like them, on the labelled pairs of test/report/copies.
const pairs = labelledPairs();
const start = performance.now();
const { copies, precision, recall, wrong } = scoreCopies(pairs, isCopy);
const ms = (performance.now() - start) / pairs.length;
const found = pairs.filter((pair) => pair.isCopy && sharedHashes(pair.one.text, pair.other.text) >= 3).length;
console.log(wrong.join("\n"));
console.table({
  recount: {
    ...{ pairs: pairs.length, copies, precision: precision.toFixed(3), recall: recall.toFixed(3) },
    ...{ "found by sketch": `${found} of ${copies}`, "ms a pair": ms.toFixed(2) },
  },
});

function sharedHashes(one: string, other: string): number {
  const hashes = new Set(sketchOf(one));
  return sketchOf(other).filter((hash) => hashes.has(hash)).length;
}
