import type {
  Administration,
  AdministrationState,
  AdministrationType,
} from '#app/domain/administration/administration.ts'
import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { Client, Tx } from './client.server.ts'

/** A body that never was one (`refused`) and one that is no more are both closed to new mandates. */
const stateOf = (stored: string): AdministrationState =>
  stored === 'refused' ? 'closed' : (stored as AdministrationState)
const storedState = (state: AdministrationState): string => (state === 'closed' ? 'refused' : state)

export type AdministrationRow = Administration & {
  readonly acronym: string | null
  readonly demonstration: boolean
}

export async function insertAdministration(
  tx: Tx,
  ids: { readonly rowId: () => string },
  body: AdministrationRow,
  now: Instant,
): Promise<void> {
  const { id, name, acronym, type, parentId, state, demonstration } = body
  await tx.administration.createMany({
    data: {
      id,
      name,
      acronym,
      type,
      parentId,
      state: storedState(state),
      demonstration,
      createdAt: toDate(now),
    },
  })
  await tx.administrationName.createMany({
    data: body.names.map((dated) => ({
      id: ids.rowId(),
      administrationId: id,
      name: dated.name,
      validFrom: dated.from === null ? null : new Date(`${dated.from}T00:00:00Z`),
      validUntil: dated.until === null ? null : new Date(`${dated.until}T00:00:00Z`),
    })),
  })
}

/** The body, its row locked; the history of names is read where it is shown. */
export async function lockAdministration(
  tx: Tx,
  id: string,
): Promise<(AdministrationRow & { readonly version: number }) | null> {
  const [row] = await tx.$queryRaw<
    {
      id: string
      name: Localized
      acronym: string | null
      type: string
      parent_id: string | null
      state: string
      demonstration: boolean
      version: number
    }[]
  >`SELECT id, name, acronym, type, parent_id, state, demonstration, version
      FROM administration WHERE id = ${id}::uuid FOR UPDATE`
  if (!row) return null
  return {
    id: row.id,
    name: row.name,
    names: [],
    acronym: row.acronym,
    type: row.type as AdministrationType,
    parentId: row.parent_id,
    state: stateOf(row.state),
    demonstration: row.demonstration,
    version: row.version,
  }
}

/** The state alone, without a lock: what a person who asks for a mandate may know. */
export async function administrationState(tx: Tx, id: string): Promise<AdministrationState | null> {
  const row = await tx.administration.findUnique({ where: { id }, select: { state: true } })
  return row && stateOf(row.state)
}

export async function storeAdministrationState(tx: Tx, body: Administration): Promise<void> {
  await tx.administration.updateMany({
    where: { id: body.id },
    data: { state: storedState(body.state), version: { increment: 1 } },
  })
}

/**
 * Bodies of the same name, whatever its language: the same request twice, or a body that exists already. Requests for
 * bodies queue here: two people at once would both find nothing, and the register would hold one body twice.
 */
export async function administrationsNamed(
  tx: Tx,
  name: Localized,
): Promise<readonly { readonly id: string }[]> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(20051, 3)`
  return tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM administration WHERE state <> 'refused'
       AND ((${name.ar ?? null}::text IS NOT NULL AND name->>'ar' = ${name.ar ?? null})
         OR (${name.fr ?? null}::text IS NOT NULL AND lower(name->>'fr') = lower(${name.fr ?? null})))
     LIMIT 5`
}

/** Who approves bodies and mandates: the secretariats in office, and the administrators. */
export async function registrars(client: Client | Tx): Promise<readonly string[]> {
  const rows = await client.$queryRaw<{ person_id: string }[]>`
    SELECT DISTINCT g.person_id FROM role_grant g JOIN person p ON p.id = g.person_id AND p.disabled_at IS NULL
      LEFT JOIN campaign c ON c.id = g.campaign_id
     WHERE g.revoked_at IS NULL AND (g.role = 'administrator'
        OR (g.role = 'secretariat' AND c.phase NOT IN ('published', 'archived'))) ORDER BY 1`
  return rows.map((row) => row.person_id)
}
