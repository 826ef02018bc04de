import { Prisma } from '#app/adapters/db/generated/client.ts'
import { loadOpeningFacts } from '#app/adapters/db/opened-sheets.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'

export type TestAccountPage = {
  readonly campaignId: string
  readonly reference: string
  readonly title: Localized
  readonly hasAccount: boolean
}

/** Whether the file has a test account for this reader; the account itself is opened by an act, never by looking. */
export const testAccountPage = (
  ctx: Context,
  actor: Actor,
  nominationId: string,
): Promise<Result<TestAccountPage>> =>
  readAs(ctx.db.jury, actor.personId, async (tx): Promise<Result<TestAccountPage>> => {
    const facts = await loadOpeningFacts(tx, actor.personId, nominationId)
    if (!facts) return refuse('not-found')
    const permit = decide(actor, 'dossier.use-access', facts.access)
    if (!permit.ok) return permit
    const [row] = await tx.$queryRaw<Omit<TestAccountPage, 'campaignId'>[]>(Prisma.sql`
      SELECT n.reference, n.title, jury_has_test_account(n.id) AS "hasAccount"
      FROM nomination n WHERE n.id = ${nominationId}::uuid`)
    return row ? ok({ campaignId: facts.campaignId, ...row }) : refuse('not-found')
  })
