import { phrases } from "../lists.ts";
import type { RoleRule } from "../locale.ts";

export const roles: readonly RoleRule[] = [
  { role: "subject", cases: ["nom"] },
  { role: "goal", cases: ["dat"] },
  { role: "goal", before: ["до", "на територію", "на підконтрольну"], cases: ["gen", "acc"] },
  { role: "goal", before: ["в", "у", "на"], cases: ["acc"] },
  {
    role: "origin",
    before: phrases(
      "з|із|зі|від|з території|із території|з боку|з-під|з підконтрольної|з підконтрольної території|" +
        "з території підконтрольної",
    ),
    cases: ["gen"],
  },
  {
    role: "origin",
    before: ["з підконтрольної", "підконтрольної", "з території підконтрольної", "підконтрольній"],
    cases: ["dat"],
  },
  { role: "partner", before: phrases("з|із|зі|між|та|і"), cases: ["ins"] },
  { role: "partner", before: ["між"], cases: ["ins"] },
  { role: "agent", cases: ["ins"] },
  { role: "place", before: ["в", "у", "на"], cases: ["loc"] },
  { role: "holder", before: ["у", "в"], cases: ["gen", "loc"] },
  {
    role: "owner",
    before: phrases("за посередництва|за посередництвом|за сприяння|за участі|за участю|за підтримки"),
    cases: ["gen"],
  },
  { role: "owner", cases: ["gen"] },
  { role: "topic", before: ["щодо", "стосовно", "що стосується"], cases: ["gen"] },
];
