import type { ClauseWords } from "../locale.ts";

export const clauses: ClauseWords = {
  starts: ["ancak", "ama", "fakat", "oysa", "ayrıca", "böylece"],
  contrast: ["ancak", "ama", "fakat", "oysa"],
  and: ["ve", "ile"],
  relative: [],
  part: [
    ..."aralarında aralarındaki bunlardan bunların içlerinde içlerinden yanlarında beraberinde".split(" "),
    "dönenler/bırakılanlar/kalanlar/kurtarılanlar/kurtulanlar/edilenler/getirilenler/esirler/askerler/bunlar arasında",
    "dönenlerden/bırakılanlardan/kurtarılanlardan/kurtulanlardan/edilenlerden/getirilenlerden/esirlerden/askerlerden",
  ],
};
