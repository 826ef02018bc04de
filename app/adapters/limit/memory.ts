import { ok, refuse } from '#app/domain/kernel/result.ts'
import type { RateLimit } from '#app/services/ports.ts'

/** Counts in memory, without time: for tests. */
export function createMemoryRateLimit(points = Number.POSITIVE_INFINITY): RateLimit {
  const spent = new Map<string, number>()
  return {
    spend: (bucket, key) => {
      const count = (spent.get(`${bucket}:${key}`) ?? 0) + 1
      spent.set(`${bucket}:${key}`, count)
      return Promise.resolve(
        count > points ? refuse('throttled', { retryAfterSeconds: 60 }) : ok({ left: points - count }),
      )
    },
    forgive: (bucket, key) => {
      spent.delete(`${bucket}:${key}`)
      return Promise.resolve()
    },
  }
}
