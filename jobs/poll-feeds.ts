/** Looks every minute which feeds are due; each feed's own state says when it is. */
export const job = { name: "poll-feeds", schedule: "* * * * *", task: "poll_due_feeds" } as const;
