/** Writes what a crash kept from the change files; a comparison queues the same task at once. */
export const job = { name: "write-changes", schedule: "* * * * *", task: "write_changes" } as const;
