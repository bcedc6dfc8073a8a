import { compare } from "./compare.ts";
import type { TaskList } from "./context.ts";
import { keepHouse } from "./keep-house.ts";
import { writeChanges } from "./write-changes.ts";

/** Every task of the queue, under the name its jobs bear. */
export const tasks: TaskList = {
  compare,
  keep_house: keepHouse,
  write_changes: writeChanges,
};
