import type { RoleRule } from "../locale.ts";

export const roles: readonly RoleRule[] = [
  { role: "subject", cases: ["nom"] },
  { role: "goal", cases: ["dat"] },
  { role: "goal", before: ["в", "во", "на"], cases: ["acc"] },
  { role: "goal", before: ["для"], cases: ["gen"] },
  { role: "goal", before: ["к", "ко"], cases: ["dat"] },
  {
    role: "origin",
    before: ["из", "от", "с", "со", "с территории", "со стороны", "из рук", "из плена", "из тюрем", "из-под"],
    cases: ["gen"],
  },
  {
    role: "origin",
    before: [
      "с подконтрольной",
      "с подконтрольных",
      "с территории , подконтрольной",
      "с территории подконтрольной",
      "с территорий , подконтрольных",
      "из подконтрольной",
    ],
    cases: ["dat"],
  },
  { role: "origin", before: ["с контролируемой", "с территории , контролируемой"], cases: ["ins"] },
  { role: "place", before: ["в", "во", "на"], cases: ["loc"] },
  { role: "place", before: ["на территории", "на территориях"], cases: ["gen"] },
  { role: "partner", before: ["с", "со", "между"], cases: ["ins"] },
  { role: "agent", cases: ["ins"] },
  { role: "holder", before: ["у", "в руках", "в плену у", "в тюрьмах", "в лагерях"], cases: ["gen"] },
  { role: "owner", cases: ["gen"] },
  { role: "topic", before: ["что касается"], cases: ["gen"] },
];
