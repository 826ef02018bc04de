import { type Actor, seatIn } from '#app/domain/access/actor.ts'
import { bodiesOf } from '#app/domain/access/own-files.ts'
import { isReleased, type Phase } from '#app/domain/campaign/phase.ts'
import { type Client, type Tx } from './client.server.ts'
import { Prisma } from './generated/client.ts'

/** The condition on rows of `nomination n`: one of these bodies leads it or is a partner of it. */
export const isOfBodies = (bodies: readonly string[]): Prisma.Sql =>
  bodies.length === 0
    ? Prisma.sql`false`
    : Prisma.sql`(n.administration_id = ANY (${[...bodies]}::uuid[]) OR EXISTS (SELECT 1 FROM nomination_partner w
        WHERE w.nomination_id = n.id AND w.administration_id = ANY (${[...bodies]}::uuid[])))`

/** The files of a campaign for whose bodies this person acts (`domain/access/own-files.ts`); most people are asked nothing. */
export async function filesActedFor(
  client: Client | Tx,
  actor: Actor,
  campaignId: string,
): Promise<string[]> {
  const bodies = bodiesOf(actor)
  if (bodies.length === 0) return []
  const rows = await client.$queryRaw<{ id: string }[]>`
    SELECT n.id FROM nomination n WHERE n.campaign_id = ${campaignId}::uuid AND ${isOfBodies(bodies)} ORDER BY n.id`
  return rows.map(({ id }) => id)
}

/** The condition on a `mandate m` and a `nomination n`: it is given for a body of the file. */
const isOfBody = Prisma.sql`(m.administration_id = n.administration_id OR EXISTS (SELECT 1 FROM nomination_partner p
  WHERE p.nomination_id = n.id AND p.administration_id = m.administration_id))`

/**
 * Whether this person acts for a body of the file. Read from the rows at the moment of the act, not from the rights that
 * the request began with: a mandate given meanwhile counts.
 */
export async function actsForCompetitor(tx: Tx, personId: string, nominationId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ acts: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM mandate m JOIN nomination n ON n.id = ${nominationId}::uuid
      WHERE m.person_id = ${personId}::uuid AND m.state = 'active' AND (m.expires_at IS NULL OR m.expires_at > award_now())
        AND ${isOfBody}) AS acts`
  return row?.acts ?? false
}

/**
 * The categories in which this person's bodies compete, until the release: a decision on one file of a category tells of
 * every other. The jury is asked by its recusals instead.
 */
export async function categoriesApart(
  client: Client | Tx,
  actor: Actor,
  campaign: { readonly id: string; readonly phase: Phase },
): Promise<ReadonlySet<string>> {
  const bodies = bodiesOf(actor)
  if (bodies.length === 0 || isReleased(campaign.phase) || seatIn(actor, campaign.id)) return new Set()
  const rows = await client.$queryRaw<{ code: string }[]>`
    SELECT DISTINCT k.code FROM nomination n JOIN category k ON k.id = n.category_id
     WHERE n.campaign_id = ${campaign.id}::uuid AND n.state = 'admissible' AND ${isOfBodies(bodies)}`
  return new Set(rows.map(({ code }) => code))
}

/** Of these people of the office, those who act for no body of the file: the others hear nothing of what is made of it. */
export async function unconflicted(
  client: Client | Tx,
  people: readonly string[],
  nominationId: string,
): Promise<string[]> {
  const rows = await client.$queryRaw<{ person_id: string }[]>`
    SELECT DISTINCT m.person_id FROM mandate m JOIN nomination n ON n.id = ${nominationId}::uuid
     WHERE m.person_id = ANY (${[...people]}::uuid[]) AND m.state = 'active'
       AND (m.expires_at IS NULL OR m.expires_at > award_now()) AND ${isOfBody}`
  const acting = new Set(rows.map((row) => row.person_id))
  return people.filter((personId) => !acting.has(personId))
}
