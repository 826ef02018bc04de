import { Prisma } from './generated/client.ts'
import type { Counted } from '#app/domain/category/category.ts'
import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { CategoryProposal, CategoryProposalState } from '#app/domain/nomination/recategorisation.ts'
import type { Nomination } from '#app/domain/nomination/nomination.ts'
import type { Client, Tx } from './client.server.ts'

type Row = {
  id: string
  nomination_id: string
  left_code: string
  entered_code: string
  reason_ar: string
  reason_fr: string
  state: string
  proposed_by: string
  proposed_at: Date
  due_at: Date
  answer: string | null
  settled_by: string | null
  settled_at: Date | null
}

const proposalOf = (row: Row): CategoryProposal => ({
  id: row.id,
  nominationId: row.nomination_id,
  from: row.left_code,
  to: row.entered_code,
  reason: { ar: row.reason_ar, fr: row.reason_fr },
  state: row.state as CategoryProposalState,
  proposedBy: row.proposed_by,
  proposedAt: instantOf(row.proposed_at),
  dueAt: instantOf(row.due_at),
  answer: row.answer,
  settledBy: row.settled_by,
  settledAt: row.settled_at === null ? null : instantOf(row.settled_at),
})

/** Every proposal of a file, newest first; at most one is open (partial unique index). */
export async function loadCategoryProposals(
  client: Client | Tx,
  nominationId: string,
): Promise<readonly CategoryProposal[]> {
  const rows = await client.$queryRaw<Row[]>`
    SELECT p.id, p.nomination_id, f.code AS left_code, e.code AS entered_code, p.reason_ar, p.reason_fr, p.state,
      p.proposed_by, p.proposed_at, p.due_at, p.answer, p.settled_by, p.settled_at
    FROM category_proposal p JOIN category f ON f.id = p.from_category_id JOIN category e ON e.id = p.to_category_id
    WHERE p.nomination_id = ${nominationId}::uuid ORDER BY p.proposed_at DESC, p.id DESC LIMIT 20`
  return rows.map(proposalOf)
}

/** Whether a proposal waits for the signatory: nobody decides about a file whose category is open. */
export async function isCategoryAsked(tx: Tx, nominationId: string): Promise<boolean> {
  const row = await tx.categoryProposal.findFirst({
    where: { nominationId, state: 'open' },
    select: { id: true },
  })
  return row !== null
}

/** What a proposal is decided on besides the file: the other entries of the body, and whether the jury holds this one. */
export async function loadCategorySurroundings(
  tx: Client | Tx,
  { id, campaignId, administrationId }: Nomination,
): Promise<{ readonly others: readonly Counted[]; readonly juryBegan: boolean }> {
  const others = await tx.nomination.findMany({
    where: { campaignId, administrationId, id: { not: id } },
    select: { state: true, category: { select: { code: true } } },
  })
  const [row] = await tx.$queryRaw<{ began: boolean }[]>`SELECT jury_has_begun(${id}::uuid) AS began`
  return {
    others: others.map(({ state, category }) => ({ categoryCode: category.code, administrationId, state })),
    juryBegan: row?.began === true,
  }
}

const categoryId = (campaignId: string, code: string): Prisma.Sql =>
  Prisma.sql`(SELECT id FROM category WHERE campaign_id = ${campaignId}::uuid AND code = ${code})`

export async function insertCategoryProposal(
  tx: Tx,
  campaignId: string,
  proposal: CategoryProposal,
): Promise<void> {
  const { id, nominationId, from, to, reason, state, proposedBy } = proposal
  await tx.$executeRaw`
    INSERT INTO category_proposal (id, nomination_id, from_category_id, to_category_id, reason_ar, reason_fr, state,
      proposed_by, proposed_at, due_at)
    VALUES (${id}::uuid, ${nominationId}::uuid, ${categoryId(campaignId, from)}, ${categoryId(campaignId, to)},
      ${reason.ar}, ${reason.fr}, ${state}, ${proposedBy}::uuid, ${toDate(proposal.proposedAt)}, ${toDate(proposal.dueAt)})`
}

/** Ends an open proposal, with what was written beside the answer; false when somebody ended it meanwhile. */
export async function settleCategoryAnswer(tx: Tx, settled: CategoryProposal): Promise<boolean> {
  const { id, state, answer, settledBy, settledAt } = settled
  const { count } = await tx.categoryProposal.updateMany({
    where: { id, state: 'open' },
    data: { state, answer, settledBy, settledAt: dateOf(settledAt) },
  })
  return count === 1
}

/** The same by the desk, which may not write an answer. */
export async function takeCategoryBack(tx: Tx, settled: CategoryProposal): Promise<boolean> {
  const { id, state, settledBy, settledAt } = settled
  const { count } = await tx.categoryProposal.updateMany({
    where: { id, state: 'open' },
    data: { state, settledBy, settledAt: dateOf(settledAt) },
  })
  return count === 1
}

const dateOf = (at: Instant | null): Date | null => (at === null ? null : toDate(at))

/** Moves the file over the version that was decided on; a trigger asks for the signatory's agreement once more. */
export async function storeCategory(tx: Tx, before: Nomination, after: Nomination): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE nomination SET category_id = ${categoryId(after.campaignId, after.categoryCode)}, version = ${after.version}
    WHERE id = ${before.id}::uuid AND version = ${before.version} AND state = ${before.state}`
  return count === 1
}
