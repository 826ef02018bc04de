import {
  plenaryFiles,
  type PlenaryFile,
  type PlenaryReason,
  type PlenaryReferral,
  type ResultLine,
  type SentFile,
  type SheetFigures,
} from '#app/domain/scoring/plenary.ts'
import { instantOf, toDate } from '#app/domain/kernel/instant.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { aggregateCategory } from '#app/domain/scoring/aggregate.ts'
import { aggregationRule } from '#app/domain/scoring/aggregation-rule.ts'
import type { Client, Tx } from './client.server.ts'
import type { PlenaryReferral as Row } from './generated/client.ts'
import { isSecondRoundOpened } from './shortlists.ts'
import { readTallyFacts } from './tallies.ts'
import { nominationCells } from './tally-cells.ts'

const referralOf = ({
  secondRound,
  textAr,
  textFr,
  sheets,
  eligible,
  quorum,
  ...row
}: Row): PlenaryReferral => ({
  ...{ id: row.id, nominationId: row.nominationId, isSecondRound: secondRound },
  reason: row.reason as PlenaryReason,
  text: { ar: textAr, fr: textFr },
  figures: { sheets, eligible, quorum },
  ...{ sentBy: row.sentBy, sentAt: instantOf(row.sentAt), takenBackBy: row.takenBackBy },
  takenBackAt: row.takenBackAt === null ? null : instantOf(row.takenBackAt),
})

/** Every sending of a nomination, newest first; at most one is not taken back (partial unique index). */
export async function loadReferrals(
  tx: Client | Tx,
  nominationId: string,
): Promise<readonly PlenaryReferral[]> {
  const rows = await tx.plenaryReferral.findMany({
    where: { nominationId },
    orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(referralOf)
}

export async function insertReferral(tx: Tx, made: PlenaryReferral): Promise<void> {
  const { isSecondRound, text, figures, sentAt, takenBackAt, ...row } = made
  await tx.plenaryReferral.create({
    data: {
      ...{ ...row, ...figures, secondRound: isSecondRound, textAr: text.ar, textFr: text.fr },
      ...{ sentAt: toDate(sentAt), takenBackAt: takenBackAt === null ? null : toDate(takenBackAt) },
    },
    select: { id: true },
  })
}

export async function endReferral(
  tx: Tx,
  { id, takenBackBy, takenBackAt }: PlenaryReferral,
): Promise<boolean> {
  const { count } = await tx.plenaryReferral.updateMany({
    where: { id, takenBackAt: null },
    data: { takenBackBy, takenBackAt: takenBackAt === null ? null : toDate(takenBackAt) },
  })
  return count === 1
}

/** The files of the campaign that are sent and still compete. */
export async function loadSentFiles(
  client: Client | Tx,
  campaignId: string,
): Promise<readonly (SentFile & { readonly reference: string })[]> {
  const rows = await client.$queryRaw<(Row & { reference: string; category: string })[]>`
    SELECT p.id, p.nomination_id AS "nominationId", p.second_round AS "secondRound", p.reason, p.text_ar AS "textAr",
      p.text_fr AS "textFr", p.sheets, p.eligible, p.quorum, p.sent_by AS "sentBy", p.sent_at AS "sentAt",
      p.taken_back_by AS "takenBackBy", p.taken_back_at AS "takenBackAt", n.reference, k.code AS category
    FROM plenary_referral p JOIN nomination n ON n.id = p.nomination_id JOIN category k ON k.id = n.category_id
    WHERE n.campaign_id = ${campaignId}::uuid AND n.state = 'admissible' AND p.taken_back_at IS NULL ORDER BY n.reference`
  return rows.map(({ reference, category, ...row }) => ({ ...referralOf(row), reference, category }))
}

/** What the plenary decides on, by category code, beside the result as it stands: none where nobody was sent. */
export async function loadPlenary(
  client: Client | Tx,
  campaignId: string,
  results: ReadonlyMap<string, readonly ResultLine[]>,
): Promise<ReadonlyMap<string, readonly PlenaryFile[]>> {
  const sent = await loadSentFiles(client, campaignId)
  if (sent.length === 0) return new Map()
  const isSecondRound = await isSecondRoundOpened(client, campaignId)
  const byCategory = Map.groupBy(sent, ({ category }) => category)
  return new Map(
    [...byCategory].map(([code, of]) => [code, plenaryFiles(of, results.get(code) ?? [], isSecondRound)]),
  )
}

/** What the first of two rounds leaves behind of a file that was sent: it keeps these figures, whoever is recused later. */
export async function storeClosedFigures(tx: Tx, nominationId: string, figures: SheetFigures): Promise<void> {
  await tx.plenaryReferral.updateMany({ where: { nominationId, takenBackAt: null }, data: { ...figures } })
}

/** The figures of one file exactly as a tally made now would count them, and how many of its readers may still seal. */
export async function loadSheetFigures(
  tx: Tx,
  of: { readonly campaignId: string; readonly nominationId: string },
): Promise<Result<{ readonly figures: SheetFigures; readonly open: number }>> {
  const facts = await readTallyFacts(tx, of.campaignId, of.nominationId)
  const category = facts?.categories.find(({ nominationIds }) => nominationIds.includes(of.nominationId))
  if (!facts || !category) return refuse('not-found')
  const rule = aggregationRule(facts.regulation, category.code)
  if (!rule.ok) return rule
  const cells = nominationCells(facts, category)
  if (!cells.ok) return cells
  const [score] = aggregateCategory(rule.value, cells.value).scores
  if (!score) return refuse('not-found')
  const { sheets, eligible, quorum } = score
  const open = facts.cells.filter(
    ({ assigned, recused, state }) => assigned && !recused && (state === null || state === 'draft'),
  ).length
  return ok({ figures: { sheets, eligible, quorum }, open })
}
