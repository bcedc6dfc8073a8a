/** Removes poll records and ticks that are past their retention, once a day. */
export const job = { name: "keep-house", schedule: "17 3 * * *", task: "keep_house" } as const;
