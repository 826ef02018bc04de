import type { Db } from '#app/adapters/db/client.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide, type DenialReason } from '#app/domain/access/policy.ts'
import { isStorable } from '#app/domain/kernel/storable.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import { decodeCursor, PAGE_SIZE, type Page, pageOf } from '../page.ts'

export type PersonRow = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly secondFactor: boolean
  readonly disabled: boolean
  readonly roles: readonly string[]
}

/** All accounts by address, one page, for the administrator alone. One statement for the page and one for its roles. */
export async function people(
  db: Db,
  actor: Actor,
  search: { readonly q: string; readonly after: string | null },
): Promise<Result<Page<PersonRow>, DenialReason>> {
  const permit = decide(actor, 'people.read', { campaignId: null, phase: null })
  if (!permit.ok) return permit
  const cursor = decodeCursor(search.after)
  const q = isStorable(search.q) ? search.q.trim().slice(0, 120) : ''
  const rows = await db.office.person.findMany({
    where: {
      ...(cursor ? { email: { gt: cursor.value } } : {}),
      ...(q === ''
        ? {}
        : {
            OR: [
              { email: { contains: q.toLowerCase() } },
              { name: { contains: q, mode: 'insensitive' as const } },
            ],
          }),
    },
    select: {
      id: true,
      name: true,
      email: true,
      totpEnrolledAt: true,
      disabledAt: true,
      grants: { where: { revokedAt: null }, select: { role: true } },
      seats: { where: { state: 'accepted' }, select: { role: true } },
    },
    orderBy: { email: 'asc' },
    take: PAGE_SIZE + 1,
  })
  const page = pageOf(rows, (row) => ({ value: row.email, id: row.id }))
  return ok({
    next: page.next,
    rows: page.rows.map(({ id, name, email, totpEnrolledAt, disabledAt, grants, seats }) => ({
      id,
      name,
      email,
      secondFactor: totpEnrolledAt !== null,
      disabled: disabledAt !== null,
      roles: [...new Set([...grants, ...seats].map(({ role }) => role))],
    })),
  })
}
