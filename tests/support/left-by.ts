import { expect } from 'vitest'
import type { Result } from '#app/domain/kernel/result.ts'
import type { TestDb } from './db.ts'
import type { Given } from './given.ts'
import { heldAt } from './held.ts'

type Trace = { readonly entries: readonly string[]; readonly notices: readonly string[] }

/** What stands in the second list beyond the first, in its order: each word as often as it is new. */
function beyond(before: readonly string[], after: readonly string[]): string[] {
  const known = [...before]
  return after.filter((word) => {
    const at = known.indexOf(word)
    if (at >= 0) known.splice(at, 1)
    return at < 0
  })
}

/**
 * What an act answered, and what it left in the log and in the outbox beyond what stood there: acts as they were written,
 * notices by name, one for each person told. An act that leaves nothing gives two empty lists.
 */
export async function leftBy<T>(
  given: Pick<Given, 'trace'>,
  act: () => Promise<T>,
): Promise<Trace & { readonly result: T }> {
  const before = await given.trace()
  const result = await act()
  const after = await given.trace()
  return {
    result,
    entries: after.entries.slice(before.entries.length),
    notices: beyond(before.notices, after.notices).sort(),
  }
}

/**
 * Two at once: exactly one is done, and the other is refused with this reason. Given the database, none of them writes its
 * entry before both have come as far as they can (`heldAt`): for acts that lock or write a row before they can be refused.
 */
export async function oneOfTwo(
  reason: string,
  act: (which: 0 | 1) => Promise<Result<unknown>>,
  test?: TestDb,
): Promise<void> {
  const start = () => [act(0), act(1)]
  const both = test ? await heldAt(test, 'audit_entry', start) : await Promise.all(start())
  expect(both.map((one) => (one.ok ? 'done' : one.reason)).sort()).toEqual(['done', reason].sort())
}
