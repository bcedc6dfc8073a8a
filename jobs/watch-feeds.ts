/** Looks every five minutes which feeds broke, moved, fell silent or ran dry, and which are well again. */
export const job = { name: "watch-feeds", schedule: "2-59/5 * * * *", task: "watch_feeds" } as const;
