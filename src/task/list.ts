import type { TaskList } from "./context.ts";
import { keepHouse } from "./keep-house.ts";

/** Every task of the queue, under the name its jobs bear. */
export const tasks: TaskList = {
  keep_house: keepHouse,
};
