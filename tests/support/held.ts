import type { TestDb } from './db.ts'

const LOOKS = 1000

/**
 * Two acts that truly meet: rows may be read but none is written into the table until both have come as far as they
 * can, whether to their first row or to the lock that lets one pass. Without it the second often starts when the first
 * is done, and a missing lock is not seen.
 */
export async function heldAt<T>(
  { owner }: TestDb,
  table: string,
  start: () => readonly Promise<T>[],
): Promise<T[]> {
  await owner.query('BEGIN')
  await owner.query(`LOCK TABLE "${table}" IN SHARE MODE`)
  const acts = start()
  for (let looks = 0; looks < LOOKS; looks += 1) {
    const { rows } = await owner.query<{ waiting: number }>(
      `SELECT count(DISTINCT pid)::int AS waiting FROM pg_locks WHERE NOT granted
         AND (database IS NULL OR database = (SELECT oid FROM pg_database WHERE datname = current_database()))`,
    )
    if ((rows[0]?.waiting ?? 0) >= acts.length) break
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  await owner.query('COMMIT')
  return Promise.all(acts)
}
