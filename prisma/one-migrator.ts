import pg from 'pg'

/** The key of the lock that one process holds while it migrates; the others wait, then find nothing to do. */
const LOCK = 20_050

/**
 * Runs `work` as the only one who migrates this database. What an earlier run left unfinished in the list is struck
 * first: every file is one transaction, so that a run that was killed or refused left nothing else behind.
 */
export async function asOnlyMigrator<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    const { rows } = await client.query<{ there: boolean }>(
      `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`,
    )
    if (rows[0]?.there) await client.query('DELETE FROM _prisma_migrations WHERE finished_at IS NULL')
    return await work()
  } finally {
    await client.end()
  }
}
