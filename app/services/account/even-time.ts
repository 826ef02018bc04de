import { setTimeout as wait } from 'node:timers/promises'
import type { Result } from '#app/domain/kernel/result.ts'

/**
 * Answers no sooner than `floor` milliseconds: an address with an account and one without cost the same time to the
 * one who asks (reliability.md T13).
 */
export async function evenTime<T>(floor: number, work: () => Promise<T>): Promise<T> {
  const [value] = await Promise.all([work(), wait(floor)])
  return value
}

/** The same for one refusal alone: every other answer comes when it is ready. */
export async function evenRefusal<T, R extends string>(
  floor: number,
  reason: R,
  work: () => Promise<Result<T, R>>,
): Promise<Result<T, R>> {
  const over = wait(floor)
  const done = await work()
  if (!done.ok && done.reason === reason) await over
  return done
}
