import { setTimeout as wait } from 'node:timers/promises'

/**
 * Answers no sooner than `floor` milliseconds: an address with an account and one without cost the same time to the
 * one who asks (reliability.md T13).
 */
export async function evenTime<T>(floor: number, work: () => Promise<T>): Promise<T> {
  const [value] = await Promise.all([work(), wait(floor)])
  return value
}
