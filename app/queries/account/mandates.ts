import type { Db } from '#app/adapters/db/client.server.ts'
import { awardNow } from '#app/adapters/db/transaction.server.ts'
import type { Actor, MandateRole } from '#app/domain/access/actor.ts'
import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { findAdministrations, type Found } from './administrations.ts'

/** `ended`: granted once, and past its term. */
export type MandateStanding = 'requested' | 'active' | 'refused' | 'revoked' | 'ended'
export type OwnMandate = {
  readonly id: string
  readonly role: MandateRole
  readonly standing: MandateStanding
  readonly administrationId: string
  readonly administration: Localized
  /** The body itself still waits for the register's decision. */
  readonly bodyAwaited: boolean
  readonly requestedAt: Instant
  readonly expiresAt: Instant | null
}
export type MandatesScreen = {
  readonly mandates: readonly OwnMandate[]
  /** Null when nothing was looked for. */
  readonly found: Found | null
}

const MOST_SHOWN = 50

/**
 * One's own mandates, newest first, and the approved administrations whose name holds every word typed. Four
 * statements at most, whatever there is.
 */
export async function myMandates(db: Db, actor: Actor, asked: string): Promise<MandatesScreen> {
  const now = toDate(await awardNow(db.applicant))
  const rows = await db.applicant.mandate.findMany({
    where: { personId: actor.personId },
    select: {
      id: true,
      role: true,
      state: true,
      administrationId: true,
      requestedAt: true,
      expiresAt: true,
      administration: { select: { name: true, state: true } },
    },
    orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
    take: MOST_SHOWN,
  })
  const standingOf = (state: string, expiresAt: Date | null): MandateStanding =>
    state === 'active' && expiresAt !== null && expiresAt <= now ? 'ended' : (state as MandateStanding)
  return {
    mandates: rows.map((row) => ({
      id: row.id,
      role: row.role as MandateRole,
      standing: standingOf(row.state, row.expiresAt),
      administrationId: row.administrationId,
      administration: row.administration.name as Localized,
      bodyAwaited: row.administration.state === 'requested',
      requestedAt: instantOf(row.requestedAt),
      expiresAt: row.expiresAt && instantOf(row.expiresAt),
    })),
    found: await findAdministrations(db, asked),
  }
}
