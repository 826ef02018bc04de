import { hashBy } from '#app/domain/audit/bytes.ts'
import { nominationCells } from '#app/adapters/db/tally-cells.ts'
import {
  loadCommitments,
  loadTallyFacts,
  storeSheetRoot,
  storeTally,
  type TallyDocument,
  type TallyFacts,
} from '#app/adapters/db/tallies.ts'
import { isSecondRoundOpened } from '#app/adapters/db/shortlists.ts'
import { asOffice } from '#app/adapters/db/transaction.server.ts'
import type { Hash } from '#app/domain/audit/bytes.ts'
import { canonicalJson } from '#app/domain/audit/canonical-json.ts'
import { compare, toText } from '#app/domain/kernel/rational.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { commitmentRoot } from '#app/domain/results/bundle.ts'
import { aggregateCategory, type NominationScore } from '#app/domain/scoring/aggregate.ts'
import { aggregationRule } from '#app/domain/scoring/aggregation-rule.ts'
import { lotOrderOf } from '#app/domain/scoring/lot-draw.ts'
import { rankCategory, type RankedNomination } from '#app/domain/scoring/ranking.ts'
import type { Campaign } from '#app/domain/campaign/campaign.ts'
import type { Context } from './context.ts'
import type { Unit } from './run.ts'

export type Tallied = { readonly sheetRoot: string; readonly hashes: Readonly<Record<string, string>> }

/**
 * The official result from the sheets as they stand: one tally per category, and the Merkle root of every sealed
 * sheet's commitment, also of those superseded or voided, as the results bundle lists them: none can vanish. Run at the close of evaluation and again after a reopening, inside the act that does it.
 */
export async function storeTallies(
  { tx, now }: Unit,
  campaignId: string,
  ctx: Pick<Context, 'ids' | 'crypto'>,
): Promise<Result<Tallied>> {
  const facts = await loadTallyFacts(tx, campaignId)
  if (!facts) return refuse('regulation-not-frozen')
  const hashes: Record<string, string> = {}
  const hash = hashBy(ctx.crypto.sha256)
  for (const category of facts.categories) {
    const document = tallyOf(facts, category, hash)
    if (!document.ok) return document
    const canonical = canonicalJson(document.value)
    if (!canonical.ok) return canonical
    const digest = ctx.crypto.sha256(canonical.value)
    hashes[category.code] = digest
    await storeTally(tx, {
      id: ctx.ids.rowId(),
      campaignId,
      categoryId: category.id,
      document: document.value,
      hash: digest,
      at: now,
    })
  }
  const root = commitmentRoot(await loadCommitments(tx, campaignId), hash)
  if (!root.ok) return root
  await storeSheetRoot(tx, campaignId, root.value)
  return ok({ sheetRoot: root.value, hashes })
}

/** A round was closed and counted; of an evaluation that runs there is no result yet. */
const isCounted = ({ phase }: Pick<Campaign, 'phase'>): boolean =>
  phase === 'deliberation' || phase === 'presentations'

/**
 * The result made again inside an act that changes what it counts, where one stands: a round that runs has none yet, and
 * of two rounds the first is decided once the second is open.
 */
export async function tallyAgain(
  unit: Unit,
  { id, phase }: Pick<Campaign, 'id' | 'phase'>,
  ctx: Pick<Context, 'ids' | 'crypto'>,
): Promise<Result<null>> {
  if (!isCounted({ phase })) return ok(null)
  if (phase === 'presentations' && (await isSecondRoundOpened(unit.tx, id))) return ok(null)
  const tallied = await storeTallies(unit, id, ctx)
  return tallied.ok ? ok(null) : tallied
}

/** The same inside an act of the jury's role, which may neither write a tally nor read the sheets of others. */
export const tallyAsOffice = async (
  unit: Unit,
  campaign: Pick<Campaign, 'id' | 'phase'>,
  ctx: Pick<Context, 'ids' | 'crypto'>,
): Promise<Result<null>> =>
  isCounted(campaign) ? asOffice(unit.tx, () => tallyAgain(unit, campaign, ctx)) : ok(null)

function tallyOf(
  facts: TallyFacts,
  category: TallyFacts['categories'][number],
  hash: Hash,
): Result<TallyDocument> {
  const rule = aggregationRule(facts.regulation, category.code)
  if (!rule.ok) return rule
  const nominations = nominationCells(facts, category)
  if (!nominations.ok) return nominations
  const { scores, rule: used } = aggregateCategory(rule.value, nominations.value)
  const { scoring } = facts.regulation
  const { code, nominationIds } = category
  const lotOrder = lotOrderOf(scoring, facts.draw, { category: code, nominationIds }, hash)
  const ranking = rankCategory({ rubric: rule.value.rubric, decimals: scoring.decimals, lotOrder }, scores)
  const byId = new Map(scores.map((score) => [score.nominationId, score]))
  const lines = ranking.flatMap((ranked) => {
    const score = byId.get(ranked.nominationId)
    return score ? [lineOf(ranked, score)] : []
  })
  return ok({ schema: 'imtiyaz.tally/1', category: category.code, rule: used, nominations: lines })
}

const lineOf = (ranked: RankedNomination, score: NominationScore): TallyDocument['nominations'][number] => ({
  nominationId: ranked.nominationId,
  state: ranked.state,
  rank: ranked.rank,
  score: ranked.score && toText(ranked.score),
  display: ranked.display,
  decidedBy: ranked.decidedBy,
  tiedWith: ranked.tiedWith,
  headToHead: ranked.headToHead,
  sheets: score.sheets,
  eligible: score.eligible,
  quorum: score.quorum,
  median: score.median && toText(score.median),
  ...(score.carried && {
    firstRound: toText(score.carried.score),
    secondRound: score.ofSheets && toText(score.ofSheets),
  }),
  criterionMeans: score.criterionMeans.map(({ code, mean }) => ({ code, mean: mean && toText(mean) })),
  failedThresholds: score.failedThresholds,
  sheetScores: score.counted
    .map((sheet) => sheet.score)
    .sort(compare)
    .map(toText),
})
