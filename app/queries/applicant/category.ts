import { loadCategoryProposals } from '#app/adapters/db/category-proposals.ts'
import type { NominationCase } from '#app/adapters/db/nominations.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { type Instant } from '#app/domain/kernel/instant.ts'
import { ok } from '#app/domain/kernel/result.ts'
import { categoryNamed, type CategoryProposal } from '#app/domain/nomination/recategorisation.ts'
import type { Context } from '#app/services/context.ts'
import { headOf } from './dossier-screen.ts'
import { mayDo, ownNomination } from './nomination-access.ts'
import { outcomeOf } from './outcomes.ts'

/** The proposals about a file as its team may read them, by row security too. */
const proposalsOf = (ctx: Context, actor: Actor, id: string) =>
  readAs(ctx.db.applicant, actor.personId, async (tx, now) => ({
    now,
    proposals: await loadCategoryProposals(tx, id),
  }))

const shownOf = ({ campaign }: NominationCase, proposal: CategoryProposal) => {
  const { id, from, to, reason, state, proposedAt, dueAt, answer, settledAt } = proposal
  return {
    ...{ id, to, reason, state, proposedAt, dueAt, answer, settledAt },
    fromName: categoryNamed(campaign.regulation, from),
    toName: categoryNamed(campaign.regulation, to),
    description: campaign.regulation.categories.find(({ code }) => code === to)?.description ?? null,
  }
}

const isLate = ({ dueAt }: { readonly dueAt: Instant }, now: Instant): boolean => now >= dueAt

/** Another category for one's own file: what the secretariat proposes and why, and whether this person may answer. */
export async function categoryAsked(ctx: Context, actor: Actor, id: string) {
  const own = await ownNomination(ctx, actor, id)
  if (!own.ok) return own
  const found = own.value
  const { now, proposals } = await proposalsOf(ctx, actor, id)
  const shown = proposals.map((proposal) => shownOf(found, proposal))
  const open = shown.find(({ state }) => state === 'open') ?? null
  const outcome = await outcomeOf(ctx.db.public, found)
  return ok({
    now,
    head: headOf(found, open?.dueAt ?? found.closesAt, outcome),
    open,
    earlier: shown.filter(({ state }) => state !== 'open'),
    isLate: open !== null && isLate(open, now),
    can: {
      answer: open !== null && !isLate(open, now) && mayDo(actor, 'nomination.agree-category', found),
    },
  })
}

/** Whether the secretariat waits for an answer about the category, for the page of the file. */
export async function isCategoryOpen(ctx: Context, actor: Actor, id: string): Promise<boolean> {
  const { now, proposals } = await proposalsOf(ctx, actor, id)
  return proposals.some((proposal) => proposal.state === 'open' && !isLate(proposal, now))
}
