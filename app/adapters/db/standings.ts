import type { Hash } from '#app/domain/audit/bytes.ts'
import { parseRational } from '#app/domain/kernel/rational.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { aggregateCategory, type CategoryScores } from '#app/domain/scoring/aggregate.ts'
import { aggregationRule } from '#app/domain/scoring/aggregation-rule.ts'
import type { PublicDraw } from '#app/domain/scoring/lot.ts'
import { lotOrderOf } from '#app/domain/scoring/lot-draw.ts'
import { rankCategory, type RankedNomination } from '#app/domain/scoring/ranking.ts'
import { loadTallies, loadTallyFacts, type TallyDocument, type TallyFacts } from './tallies.ts'
import { nominationCells } from './tally-cells.ts'
import type { Tx } from './client.server.ts'

/** One category computed now from the sheets as they stand. */
export type Standing = {
  readonly scores: CategoryScores
  readonly ranking: readonly RankedNomination[]
  /** The order drawn and what it was drawn from; null where no lot was. */
  readonly lot: { readonly order: readonly string[]; readonly draw: PublicDraw } | null
}
export type Standings = ReadonlyMap<string, Standing>

/** A stored tally as the ranking that the jury saw. */
export const recordedRanking = (document: TallyDocument): readonly RankedNomination[] =>
  document.nominations.map((line) => {
    const score = line.score === null ? null : parseRational(line.score)
    const { nominationId, state, rank, display, decidedBy, tiedWith, headToHead } = line
    return {
      nominationId,
      state,
      rank,
      display,
      decidedBy,
      tiedWith,
      headToHead,
      score: score?.ok ? score.value : null,
    }
  })

/** The rankings as stored at the close of evaluation (and after a reopening), by category code. */
export async function loadRecordedRankings(
  tx: Tx,
  campaignId: string,
): Promise<ReadonlyMap<string, readonly RankedNomination[]>> {
  const tallies = await loadTallies(tx, campaignId)
  return new Map(tallies.map(({ document }) => [document.category, recordedRanking(document)]))
}

function standingOf(
  facts: TallyFacts,
  category: TallyFacts['categories'][number],
  hash: Hash,
): Result<Standing> {
  const rule = aggregationRule(facts.regulation, category.code)
  if (!rule.ok) return rule
  const nominations = nominationCells(facts, category)
  if (!nominations.ok) return nominations
  const scores = aggregateCategory(rule.value, nominations.value)
  const { scoring } = facts.regulation
  const { code, nominationIds } = category
  const lotOrder = lotOrderOf(scoring, facts.draw, { category: code, nominationIds }, hash)
  const { decimals } = scoring
  const ranking = rankCategory({ rubric: rule.value.rubric, decimals, lotOrder }, scores.scores)
  return ok({ scores, ranking, lot: lotOrder && facts.draw ? { order: lotOrder, draw: facts.draw } : null })
}

/** The whole result computed again from the frozen sheets: what a tally, a signature and a release are compared with. */
export async function loadStandings(tx: Tx, campaignId: string, hash: Hash): Promise<Result<Standings>> {
  const facts = await loadTallyFacts(tx, campaignId)
  if (!facts) return refuse('regulation-not-frozen')
  const standings = new Map<string, Standing>()
  for (const category of facts.categories) {
    const standing = standingOf(facts, category, hash)
    if (!standing.ok) return standing
    standings.set(category.code, standing.value)
  }
  return ok(standings)
}
