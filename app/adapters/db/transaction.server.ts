import { setTimeout as wait } from 'node:timers/promises'
import { type Instant, instantOf } from '#app/domain/kernel/instant.ts'
import type { Refusal, Result } from '#app/domain/kernel/result.ts'
import type { Client, Tx } from './client.server.ts'

class Rollback extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super('rolled back by a refusal')
    this.refusal = refusal
  }
}

const ATTEMPTS = 4

type Cause = { readonly kind?: unknown; readonly originalCode?: unknown }
type Failure = {
  readonly code?: unknown
  readonly cause?: Cause
  readonly meta?: { readonly driverAdapterError?: { readonly cause?: Cause } }
}
const isFailure = (error: unknown): error is Failure => typeof error === 'object' && error !== null
/** The driver's own word: on the error itself (raised at commit) or inside one of a raw statement. */
const causeOf = ({ cause, meta }: Failure): Cause | undefined => meta?.driverAdapterError?.cause ?? cause
/** SQLSTATE of a serialization failure and of a deadlock, when the driver has no word of its own for it. */
const CONFLICT_STATES: readonly unknown[] = ['40001', '40P01']

/** Serialization failures and deadlocks come in more than one shape (reliability.md section 0, finding 6). */
export const isConflict = (error: unknown): boolean =>
  isFailure(error) &&
  (error.code === 'P2034' ||
    causeOf(error)?.kind === 'TransactionWriteConflict' ||
    CONFLICT_STATES.includes(causeOf(error)?.originalCode))

/** A unique index said no: two acts at once, and this one came second. */
export const isDuplicate = (error: unknown): boolean =>
  isFailure(error) && (error.code === 'P2002' || causeOf(error)?.kind === 'UniqueConstraintViolation')

/**
 * Runs `work` in one transaction as `personId`; a refusal rolls everything back and is returned unchanged.
 * Conflicts are tried again from the start, so `work` must do nothing outside the database.
 */
export async function inTransaction<T, R extends string>(
  client: Client,
  personId: string,
  work: (tx: Tx, now: Instant) => Promise<Result<T, R>>,
): Promise<Result<T, R>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await client.$transaction(async (tx) => {
        const result = await work(tx, await begin(tx, personId))
        if (!result.ok) throw new Rollback(result)
        return result
      })
    } catch (error) {
      if (error instanceof Rollback) return error.refusal as Refusal<R>
      if (!isConflict(error) || attempt === ATTEMPTS) throw error
      await wait(attempt * 15)
    }
  }
}

/** Reads as the jury does: row security needs the person of the unit (reliability.md R2). */
export const readAs = <T>(
  client: Client,
  personId: string,
  work: (tx: Tx, now: Instant) => Promise<T>,
): Promise<T> => client.$transaction(async (tx) => work(tx, await begin(tx, personId)))

/**
 * A part of a unit that its own role may not do (the jury's may not write a tally, the applicants' not read a register), done
 * under the office's role in the same transaction: it stands or falls with the act that it follows from. The role ends
 * with the part, and with the transaction whatever happens.
 */
export async function asOffice<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const [was] = await tx.$queryRaw<{ role: string }[]>`
    SELECT current_setting('role') AS role, set_config('role', 'imtiyaz_office', true)`
  const done = await work()
  await tx.$queryRaw`SELECT set_config('role', ${was?.role}, true)`
  return done
}

/** The person of the unit and its instant, in one statement: every unit begins with it. */
async function begin(tx: Tx, personId: string): Promise<Instant> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`
    SELECT set_config('app.user', ${personId}, true), award_now() AS now`
  if (!row) throw new Error('award_now() returned no row')
  return instantOf(row.now)
}

/** The one clock (product.md section 4). */
export async function awardNow(client: Client | Tx): Promise<Instant> {
  const [row] = await client.$queryRaw<{ now: Date }[]>`SELECT award_now() AS now`
  if (!row) throw new Error('award_now() returned no row')
  return instantOf(row.now)
}
