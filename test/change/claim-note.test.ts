import { expect, it } from "vitest";
import { claimNotes } from "../../src/change/claim-note.ts";

const today = "2026-05-16";

it("gives a total's period in the words of its text, and says when there is none", () => {
  const total = { plan: false, as_of: "2026-02-08" };
  expect(claimNotes({ ...total, period: "2025" }, today)).toEqual(["2025", "2026-02-08"]);
  expect(claimNotes({ ...total, period: null }, today)).toEqual(["no period named", "2026-02-08"]);
});

it("calls a plan expired once its day is past", () => {
  const plan = { plan: true, period: "16 May", as_of: "2026-05-16" };
  expect(claimNotes(plan, today)).toEqual(["16 May", "2026-05-16"]);
  expect(claimNotes(plan, "2026-05-17")).toEqual(["16 May", "2026-05-16", "expired"]);
});

it("says of a plan whose text names no day that it does not, and never calls it expired", () => {
  const plan = { plan: true, period: null, as_of: "2026-03-05" };
  expect(claimNotes(plan, today)).toEqual(["no day named", "as of 2026-03-05"]);
});
