import { type Instant, instantOf } from '#app/domain/kernel/instant.ts'
import type { Client, Tx } from './client.server.ts'

/** The clock that phones and mail clients keep, for codes and sessions. `award_now()` may stand still in a demonstration. */
export async function wallClock(client: Client | Tx): Promise<Instant> {
  const [row] = await client.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`
  if (!row) throw new Error('clock_timestamp() returned no row')
  return instantOf(row.now)
}
