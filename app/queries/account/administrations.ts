import type { Db } from '#app/adapters/db/client.server.ts'
import { Prisma } from '#app/adapters/db/generated/client.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { foldTitle } from '#app/domain/nomination/fold.ts'
import { likeText } from '../page.ts'

/** What anybody with an account may know of a body of the register. */
export type AdministrationFound = {
  readonly id: string
  readonly name: Localized
  readonly acronym: string | null
  readonly type: string
}
export type Found = {
  readonly asked: string
  readonly rows: readonly AdministrationFound[]
  /** More bodies match than are shown. */
  readonly more: boolean
}

const MOST_FOUND = 20
const MOST_TYPED = 100
const SUPERVISORS = ['ministry', 'department', 'constitutional_body', 'region']
const MOST_SUPERVISORS = 200

/**
 * The folding of letters of domain/nomination/fold.ts, written for PostgreSQL without the extension `unaccent`: marks
 * and tatweel out, Arabic letter forms and case as one. Words are sought one by one, so punctuation may stay.
 */
const FOLDED = Prisma.sql`translate(lower(regexp_replace(
  normalize(concat_ws(' ', name->>'fr', name->>'ar', name->>'zgh', acronym), NFKD),
  '[\\u0300-\\u036F\\u064B-\\u065F\\u0670\\u0640]', '', 'g')), 'ٱىة', 'ايه')`

/** Approved bodies whose names hold every word typed, whatever accents, letter forms or case. Null: nothing typed. */
export async function findAdministrations(db: Db, typed: string): Promise<Found | null> {
  const asked = typed.slice(0, MOST_TYPED)
  const words = foldTitle(asked).split(' ').filter(Boolean)
  if (words.length === 0) return null
  const patterns = words.map(likeText)
  const rows = await db.applicant.$queryRaw<AdministrationFound[]>`
    SELECT id, name, acronym, type FROM administration
     WHERE state = 'approved' AND ${FOLDED} LIKE ALL (${patterns}::text[])
     ORDER BY coalesce(name->>'fr', name->>'ar'), id LIMIT ${MOST_FOUND + 1}`
  return { asked, rows: rows.slice(0, MOST_FOUND), more: rows.length > MOST_FOUND }
}

/** The bodies that may be named as a supervising body (tutelle). */
export async function supervisingBodies(
  db: Db,
): Promise<readonly { readonly id: string; readonly name: Localized }[]> {
  const rows = await db.applicant.administration.findMany({
    where: { state: 'approved', type: { in: SUPERVISORS } },
    select: { id: true, name: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MOST_SUPERVISORS,
  })
  return rows.map(({ id, name }) => ({ id, name: name as Localized }))
}
