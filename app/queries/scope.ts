import { isOfBodies } from '#app/adapters/db/own-files.ts'
import { Prisma } from '#app/adapters/db/generated/client.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Role } from '#app/domain/access/rule.ts'
import { type Scope, type Thing, visible, type VisibilityFacts } from '#app/domain/access/visibility.ts'
import type { Brand } from '#app/domain/kernel/brand.ts'

/** The rows of a thing that somebody may see. Only `scopeOf` makes one, so a forgotten check does not compile. */
export type ScopeOf<T extends Thing> = Brand<{ readonly thing: T; readonly scope: Scope }, 'Scope'>

/** The scope of the first role, in the order asked, that sees the thing at all; null when none does. */
export function scopeOf<T extends Thing>(
  actor: Actor | null,
  thing: T,
  roles: readonly Role[],
  facts: VisibilityFacts,
): ScopeOf<T> | null {
  for (const role of roles) {
    const scope = visible(actor, role, thing, facts)
    if (scope.kind !== 'none') return { thing, scope } as ScopeOf<T>
  }
  return null
}

const NOBODY = Prisma.sql`false`

/**
 * The condition on rows of `nomination n`. A nomination from which the person is recused, or for whose bodies they act,
 * is not there at all: not in the list, the count, the export or the search (product.md section 8).
 */
export function nominationCondition({ scope }: ScopeOf<'nomination'>): Prisma.Sql {
  switch (scope.kind) {
    case 'own-administrations':
      return Prisma.sql`n.administration_id = ANY (${[...scope.ids]}::uuid[])`
    case 'campaign':
      return Prisma.join(
        [
          Prisma.sql`n.campaign_id = ${scope.campaignId}::uuid`,
          ...(scope.hideRecusedOf === null ? [] : [Prisma.sql`NOT ${recusedOf(scope.hideRecusedOf)}`]),
          // Few of the office act for anybody: the others' lists are read without a second condition.
          ...(scope.hideFilesOf.length === 0 ? [] : [Prisma.sql`NOT ${isOfBodies(scope.hideFilesOf)}`]),
        ],
        ' AND ',
      )
    case 'assigned':
      return Prisma.sql`n.campaign_id = ${scope.campaignId}::uuid AND NOT ${recusedOf(scope.hideRecusedOf)}
        AND EXISTS (SELECT 1 FROM assignment a WHERE a.nomination_id = n.id AND a.seat_id = ${scope.seatId}::uuid AND a.removed_at IS NULL)`
    case 'none':
    case 'public':
    case 'own':
    case 'installation':
      return NOBODY
  }
}

/**
 * The condition on rows of `complaint c`; one about a nomination from which the person is recused is not there. That of an
 * own body is: it was written to the office and is answered by other hands, and says nothing of who judged.
 */
export function complaintCondition({ scope }: ScopeOf<'complaint'>): Prisma.Sql {
  switch (scope.kind) {
    case 'own-administrations':
      return Prisma.sql`c.administration_id = ANY (${[...scope.ids]}::uuid[])`
    case 'campaign':
      return scope.hideRecusedOf === null
        ? Prisma.sql`c.campaign_id = ${scope.campaignId}::uuid`
        : Prisma.sql`c.campaign_id = ${scope.campaignId}::uuid AND NOT EXISTS (
            SELECT 1 FROM nomination n WHERE n.id = c.nomination_id AND ${recusedOf(scope.hideRecusedOf)})`
    case 'own':
      return Prisma.sql`c.author_id = ${scope.personId}::uuid`
    case 'assigned':
    case 'none':
    case 'public':
    case 'installation':
      return NOBODY
  }
}

const recusedOf = (personId: string): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM recusal r JOIN seat rs ON rs.id = r.seat_id
   WHERE r.nomination_id = n.id AND r.lifted_at IS NULL AND rs.person_id = ${personId}::uuid)`
