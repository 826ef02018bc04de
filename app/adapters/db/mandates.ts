import type { MandateRole } from '#app/domain/access/actor.ts'
import type { Mandate, MandateState, SeatConflictFacts } from '#app/domain/administration/mandate.ts'
import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Tx } from './client.server.ts'
import type { Mandate as Row } from './generated/client.ts'

/** The database says `active` where the domain says `granted`. */
const stateOf = (stored: string): MandateState => (stored === 'active' ? 'granted' : (stored as MandateState))
const storedState = (state: MandateState): string => (state === 'granted' ? 'active' : state)

const at = (date: Date | null): Instant | null => date && instantOf(date)
const date = (instant: Instant | null): Date | null => (instant === null ? null : toDate(instant))

const toMandate = (row: Row): Mandate => ({
  id: row.id,
  personId: row.personId,
  administrationId: row.administrationId,
  role: row.role as MandateRole,
  state: stateOf(row.state),
  requestedAt: instantOf(row.requestedAt),
  grantedAt: at(row.grantedAt),
  grantedBy: row.grantedBy,
  expiresAt: at(row.expiresAt),
  revokedAt: at(row.revokedAt),
})

/** A person's mandates for one body, the person's row locked so that two requests at once queue. */
export async function mandatesFor(tx: Tx, personId: string, administrationId: string): Promise<Mandate[]> {
  await tx.$executeRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR UPDATE`
  return (await tx.mandate.findMany({ where: { personId, administrationId } })).map(toMandate)
}

/** The mandate with its version, its row locked. */
export async function lockMandate(
  tx: Tx,
  id: string,
): Promise<{ readonly mandate: Mandate; readonly version: number } | null> {
  const locked = await tx.$queryRaw<
    { id: string }[]
  >`SELECT id FROM mandate WHERE id = ${id}::uuid FOR UPDATE`
  if (locked.length === 0) return null
  const row = await tx.mandate.findUnique({ where: { id } })
  return row && { mandate: toMandate(row), version: row.version }
}

export async function insertMandate(tx: Tx, mandate: Mandate): Promise<void> {
  await tx.mandate.create({
    data: {
      id: mandate.id,
      personId: mandate.personId,
      administrationId: mandate.administrationId,
      role: mandate.role,
      state: storedState(mandate.state),
      requestedAt: toDate(mandate.requestedAt),
    },
  })
}

export async function storeMandate(tx: Tx, mandate: Mandate): Promise<void> {
  await tx.mandate.update({
    where: { id: mandate.id },
    data: {
      state: storedState(mandate.state),
      grantedAt: date(mandate.grantedAt),
      grantedBy: mandate.grantedBy,
      expiresAt: date(mandate.expiresAt),
      revokedAt: date(mandate.revokedAt),
      version: { increment: 1 },
    },
  })
}

/** The seats a person holds in running campaigns, with the administrations that compete there, alone or as a partner. */
export async function seatConflictFacts(tx: Tx, personId: string): Promise<SeatConflictFacts> {
  const seats = await tx.$queryRaw<{ campaignId: string; competing: string[] }[]>`
    SELECT s.campaign_id AS "campaignId",
      coalesce(array_agg(DISTINCT b.id::text) FILTER (WHERE b.id IS NOT NULL), '{}') AS competing
      FROM seat s JOIN campaign c ON c.id = s.campaign_id AND c.phase NOT IN ('published', 'archived')
      LEFT JOIN nomination n ON n.campaign_id = c.id AND n.state NOT IN ('withdrawn', 'disqualified')
      LEFT JOIN LATERAL (SELECT n.administration_id AS id UNION ALL SELECT p.administration_id FROM nomination_partner p
        WHERE p.nomination_id = n.id) b ON true
     WHERE s.person_id = ${personId}::uuid AND s.state = 'accepted' GROUP BY s.campaign_id`
  return { seats }
}

/** The open requests to act for one body. */
export const requestedMandates = async (tx: Tx, administrationId: string): Promise<Mandate[]> =>
  (
    await tx.mandate.findMany({
      where: { administrationId, state: 'requested' },
      orderBy: { requestedAt: 'asc' },
    })
  ).map(toMandate)
