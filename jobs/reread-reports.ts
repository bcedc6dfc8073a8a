/** Looks every five minutes which reports may have been edited since they were read. */
export const job = { name: "reread-reports", schedule: "*/5 * * * *", task: "reread_due_reports" } as const;
