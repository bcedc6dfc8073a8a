import type { Pool, PoolClient } from "pg";

/**
 * Runs the work in one transaction on one client: all of it is written, or nothing. The work must use that client alone;
 * waiting for a second one inside a transaction can lock up the pool.
 */
export async function transaction<Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const noteBroken = (err: Error): void => {
    broken = err;
  };
  // A connection that breaks between two statements says so here; unheard it would end the process.
  client.on("error", noteBroken);
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (cause) {
    await client.query("rollback").catch(noteBroken);
    throw cause;
  } finally {
    client.off("error", noteBroken);
    client.release(broken);
  }
}
