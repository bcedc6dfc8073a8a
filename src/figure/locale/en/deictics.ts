import type { Deictics } from "../locale.ts";

export const deictics: Deictics = {
  we: ["we", "we've", "we have", "our side", "our country"],
  toUs: ["to us", "give/given/gave/bring/brought/send/sent/hand/handed us", "us back", "on our side", "to our side"],
  fromUs: ["from us", "from our side"],
  our: ["our", "ours", "of ours"],
  they: ["they", "the other side", "the opposite side"],
  toThem: ["to them", "give/given/gave/bring/brought/send/sent/hand/handed them", "to the other side"],
  fromThem: ["from them", "from the other side"],
  their: ["their", "theirs", "of theirs"],
  home: [
    "home",
    "homeland",
    "motherland",
    "native land",
    "home soil",
    "native soil",
    "back in their country",
    "to their families",
    "to their relatives",
  ],
};
