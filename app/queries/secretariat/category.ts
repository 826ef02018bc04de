import { loadCategoryProposals, loadCategorySurroundings } from '#app/adapters/db/category-proposals.ts'
import { loadNomination } from '#app/adapters/db/nominations.ts'
import { loadDecisions } from '#app/adapters/db/screening.ts'
import { awardNow } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { mayEnter } from '#app/domain/category/category.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { categoryNamed, standing } from '#app/domain/nomination/recategorisation.ts'
import type { Context } from '#app/services/context.ts'
import { mayScreen, screeningHead } from './screening-access.ts'

/** Another category for one file: what is open, what was proposed before, and where the file could go. */
export async function categoryDesk(ctx: Context, actor: Actor, id: string) {
  const db = ctx.db.office
  const found = await loadNomination(db, id, 'read')
  const seen =
    found && found.nomination.depositedVersions > 0 && mayScreen(actor, 'screening.read-file', found)
  if (!found || !seen) return refuse('not-found') as Result<never, 'not-found'>
  const { nomination, campaign } = found
  const { regulation } = campaign
  const proposals = await loadCategoryProposals(db, id)
  const { others, juryBegan } = await loadCategorySurroundings(db, nomination)
  const decisions = await loadDecisions(db, id)
  const stands = standing({
    nomination,
    phase: campaign.phase,
    decisionStands: decisions.some(({ state }) => state !== 'returned'),
    juryBegan,
  })
  const shown = proposals.map(
    ({ id: proposalId, to, reason, state, proposedAt, dueAt, answer, settledAt }) => ({
      ...{ id: proposalId, reason, state, proposedAt, dueAt, answer, settledAt },
      name: categoryNamed(regulation, to),
    }),
  )
  const open = shown.find(({ state }) => state === 'open') ?? null
  const may = mayScreen(actor, 'screening.propose-category', found)
  return ok({
    now: await awardNow(db),
    head: screeningHead(found),
    screeningVersion: found.screeningVersion,
    workingDays: regulation.screening.completionWorkingDays,
    categories: regulation.categories
      .filter(({ code }) => code !== nomination.categoryCode)
      .map(({ code, name, description }) => ({
        ...{ code, name, description },
        isFull: !mayEnter(regulation, code, nomination.administrationId, others).ok,
      })),
    open,
    earlier: shown.filter(({ state }) => state !== 'open'),
    refused: stands.ok ? null : stands.reason,
    can: { propose: may && stands.ok && open === null, takeBack: may && open !== null },
  })
}
