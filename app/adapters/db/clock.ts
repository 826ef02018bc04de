import pg from 'pg'
import type { Instant } from '#app/domain/kernel/instant.ts'

/**
 * Sets the one clock of a database, or gives it back to the server (`null`). Only the owner role may write the
 * row: for tests, the demonstration and replays, never a real installation (product.md section 4).
 */
export async function setAwardClock(ownerUrl: string, now: Instant | null): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    if (now === null) await owner.query('DELETE FROM award_clock')
    else
      await owner.query(
        'INSERT INTO award_clock (id, now_at) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET now_at = excluded.now_at',
        [new Date(now)],
      )
  } finally {
    await owner.end()
  }
}
