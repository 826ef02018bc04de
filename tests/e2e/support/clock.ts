import { setAwardClock } from '#app/adapters/db/clock.ts'
import { instant } from '#app/domain/kernel/instant.ts'

/** Does something while the one clock of the product stands at an instant, then gives the clock back. */
export async function atInstant<T>(at: number, work: () => Promise<T>): Promise<T> {
  const url = process.env['E2E_DATABASE_URL'] ?? ''
  await setAwardClock(url, instant(at))
  try {
    return await work()
  } finally {
    await setAwardClock(url, null)
  }
}
