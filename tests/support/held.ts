import type { TestDb } from './db.ts'

/** How long the first may wait for the others, in milliseconds: half of what the database lets a statement wait for a lock. */
const PATIENCE = 2500

/** How many of the connections to this database wait for a lock. */
async function waiting({ owner }: Pick<TestDb, 'owner'>): Promise<number> {
  // Inside a transaction the list of backends is a snapshot: one that connects later is not in it.
  await owner.query('SELECT pg_stat_clear_snapshot()')
  const { rows } = await owner.query<{ waiting: number }>(
    `SELECT count(DISTINCT l.pid)::int AS waiting FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE NOT l.granted AND a.datname = current_database()`,
  )
  return rows[0]?.waiting ?? 0
}

/**
 * Acts that truly meet: rows may be read but none is written into the table until all have come as far as they can,
 * whether to their first row or to the lock that lets one pass. Without it the second often starts when the first is
 * done, and a missing lock is not seen.
 */
export async function heldAt<T>(
  test: Pick<TestDb, 'owner'>,
  table: string,
  start: () => readonly Promise<T>[],
): Promise<T[]> {
  await test.owner.query('BEGIN')
  await test.owner.query(`LOCK TABLE "${table}" IN SHARE MODE`)
  const acts = start()
  let areDone = false
  const settled = Promise.allSettled(acts).then(() => (areDone = true))
  let since: number | null = null
  for (;;) {
    const count = await waiting(test)
    if (areDone || count >= acts.length) break
    if (count > 0) since ??= performance.now()
    if (since !== null && performance.now() - since > PATIENCE) break
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  await test.owner.query('COMMIT')
  await settled
  return Promise.all(acts)
}
