import { createHash } from 'node:crypto'
import type { Regulation, Rubric } from '#app/domain/campaign/regulation.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { hexOf } from '#app/domain/audit/bytes.ts'
import { pairwiseOf } from '#app/domain/deliberation/pairwise.ts'
import { type AwardChoice, countAwardMotion } from '#app/domain/deliberation/award-motion.ts'
import { itemQuorum } from '#app/domain/deliberation/quorum.ts'
import { departsFromRank } from '#app/domain/results/award-decision.ts'
import type { AwardDecision } from '#app/domain/results/award-decision.ts'
import type { BundleCategory, BundleInput, BundleSheet } from '#app/domain/results/bundle.ts'
import { type AwardMotionRecord, recordOfPairwise, type VoteRecord } from '#app/domain/results/vote-record.ts'
import { aggregateCategory } from '#app/domain/scoring/aggregate.ts'
import type { NominationCells, NominationScore } from '#app/domain/scoring/aggregate.ts'
import { aggregationRule } from '#app/domain/scoring/aggregation-rule.ts'
import type { Cell, CellState } from '#app/domain/scoring/cell.ts'
import { commitSheet } from '#app/domain/scoring/commitment.ts'
import type { PlenaryFile } from '#app/domain/scoring/plenary.ts'
import { lotOrderOf } from '#app/domain/scoring/lot-draw.ts'
import { rankCategory } from '#app/domain/scoring/ranking.ts'
import { scoringRubric } from '#app/domain/scoring/rubric.ts'
import { shortlist } from '#app/domain/scoring/shortlist.ts'
import { carriedShare } from '#app/domain/scoring/two-rounds.ts'
import type { RankedNomination } from '#app/domain/scoring/ranking.ts'
import { canonicalHash } from '#app/domain/scoring/rubric-hash.ts'
import { number } from '../domain/scoring/build.ts'
import { aRegulation } from './regulation.ts'
import { flagsIn } from './random-flags.ts'
import { randomFrom } from './random.ts'
import type { Random } from './random.ts'

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const unwrap = <T>(result: { ok: true; value: T } | { ok: false; reason: string }): T => {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

const STATES: readonly CellState[] = [
  'submitted',
  'submitted',
  'submitted',
  'submitted',
  'recused',
  'abstained',
  'voided',
  'missing',
  'unassigned',
]
function cellsOf(random: Random, rubric: Rubric, nominationId: string, jurors: number): NominationCells {
  const span = random.below(3) === 0 ? 5 : 2
  const cells = Array.from({ length: jurors }, (_, at): Cell => {
    const levels = Object.fromEntries(
      rubric.criteria.map(({ code, levels: steps }) => [
        code,
        random.below(12) === 0 ? null : 1 + random.below(Math.min(span, steps.length)),
      ]),
    )
    return { seatId: `seat-${at}`, state: random.pick(STATES), levels }
  })
  return { nominationId, cells }
}

/** Another nomination with the same sheets by other jurors: equal in everything but head-to-head. */
function twinOf(random: Random, { cells }: NominationCells, nominationId: string): NominationCells {
  const submitted = cells.filter((cell) => cell.state === 'submitted')
  const levels = random.shuffled(submitted.map((cell) => cell.levels))
  return {
    nominationId,
    cells: cells.map((cell) => ({ ...cell, levels: levels[submitted.indexOf(cell)] ?? cell.levels })),
  }
}

export function nominationsOf(random: Random, rubric: Rubric, jurors: number): NominationCells[] {
  const nominations: NominationCells[] = []
  for (let left = 2 + random.below(6); left > 0; left -= 1) {
    const [first] = nominations
    const id = `n-${random.hex(6)}`
    nominations.push(
      first && random.below(5) === 0 ? twinOf(random, first, id) : cellsOf(random, rubric, id, jurors),
    )
  }
  return nominations
}

/** The version before: the same criteria, weighted the other way round. */
const versionBefore = (regulation: Regulation): Regulation => ({
  ...regulation,
  categories: regulation.categories.map((rule) => {
    const weights = rule.rubric.criteria.map(({ weight }) => weight).reverse()
    const criteria = rule.rubric.criteria.map((one, at) => ({ ...one, weight: weights[at] ?? one.weight }))
    return { ...rule, rubric: { ...rule.rubric, criteria } }
  }),
})

/** Every second juror sealed before the rules changed. */
const sealedBefore = ({ nominationId, cells }: NominationCells, rubric: Rubric): NominationCells => ({
  nominationId,
  cells: cells.map((cell, at) => (at % 2 === 0 ? { ...cell, rubric: unwrap(scoringRubric(rubric)) } : cell)),
})

/** Whose sheet a commitment is: what the bundle keeps back and the auditor's matrix tells under pseudonyms. */
const seatOf = new Map<string, string>()
/** How many could judge a nomination in the first of two rounds. */
const eligibleOf = new Map<string, number>()
export function matrixOf({ campaign, sheets, categories }: BundleInput) {
  const rows = sheets
    .filter(({ status }) => status === 'counted' || status === 'first_round')
    .map(({ commitment, status, record: { nomination, levels, rubric } }) => {
      const numbers = Object.entries(levels).map(([code, level]) => [
        code,
        level === null ? null : Number(level),
      ])
      return {
        nomination,
        juror: seatOf.get(commitment) ?? '',
        ...{ commitment, rubric },
        levels: Object.fromEntries(numbers),
        ...(status === 'first_round' ? { round: '1' } : {}),
      }
    })
  const first = categories.flatMap(({ firstRound, references }) => (firstRound ? [...references.keys()] : []))
  const firstRound = first.map((nomination) => ({ nomination, eligible: eligibleOf.get(nomination) ?? 0 }))
  const known = first.length > 0 ? { firstRound } : {}
  return { schema: 'imtiyaz.matrix/1', campaign: campaign.id, rows, ...known }
}

const sealedBy = ({ cells }: NominationCells): ReadonlySet<string> =>
  new Set(cells.filter(({ state }) => state === 'submitted').map(({ seatId }) => seatId))

type Rubrics = { readonly now: Rubric; readonly before: Rubric }
type RoundOf = 'only' | 'first' | 'second'
function sheetsOf(
  random: Random,
  rubrics: Rubrics,
  { nominationId, cells }: NominationCells,
  round: RoundOf,
  /** Of a second round: who sealed a sheet of the file in the first, the seats. */
  readBefore: ReadonlySet<string> = new Set(),
): BundleSheet[] {
  return cells
    .filter((cell) => cell.state === 'submitted' || cell.state === 'voided')
    .map(({ seatId, state, levels, rubric }) => {
      const own = rubric === undefined ? rubrics.now : rubrics.before
      const record = {
        campaign: 'campaign-1',
        nomination: nominationId,
        rubric: unwrap(canonicalHash(own, sha256)),
        levels: Object.fromEntries(
          Object.entries(levels).map(([code, level]) => [code, level === null ? null : `${level}`]),
        ),
        // Whoever reads in the second round alone has no version before.
        version: readBefore.has(seatId) ? '2' : '1',
        sheet: random.hex(16),
        ...(round === 'second' ? { round: '2' as const } : {}),
      }
      const salt = random.bytes(32)
      const { commitment } = unwrap(commitSheet(record, salt, sha256))
      seatOf.set(commitment, seatId)
      const counted = round === 'first' ? 'first_round' : 'counted'
      return { commitment, saltHex: hexOf(salt), record, status: state === 'voided' ? 'voided' : counted }
    })
}

const RULES = { quorum: number('2/3'), majority: 'simple', castingVote: false } as const
const motionOf = (ballots: readonly AwardChoice[]): AwardMotionRecord => {
  const present = ['a', 'b', 'c']
  const quorum = itemQuorum({ seatIds: present, recusedSeatIds: [], presentSeatIds: present }, RULES.quorum)
  const { quorate: _, ...motion } = countAwardMotion(RULES, quorum, ballots, null)
  return { ...motion, majority: RULES.majority }
}

/** A file without an official score is elected or, where it stands alone, wins with the motion to award. */
const votedInPlenary = (winner: string, candidates: readonly string[]): VoteRecord =>
  candidates.length === 1
    ? { award: motionOf(['award', 'award', 'withhold']), ranking: null }
    : { award: null, ranking: recordOfPairwise(pairwiseOf([[[winner]], [[winner]]], candidates), 2) }

/** Slot after slot: by rank where one stands alone, else shared, withheld or chosen by a recorded vote. */
function decide(random: Random, regulation: Regulation, category: BundleCategory): AwardDecision[] {
  const rule = regulation.categories.find((one) => one.code === category.code)
  const taken: string[] = []
  return (rule?.slots ?? []).map((slot): AwardDecision => {
    const free = category.ranking.filter(
      (one) =>
        one.rank !== null &&
        !taken.includes(one.nominationId) &&
        category.finalists.includes(one.nominationId),
    )
    const base = {
      id: `${category.code}-${slot.code}`,
      campaignId: 'campaign-1',
      sessionId: 's',
      category: category.code,
      slot: slot.code,
      decidedAt: instant(1),
    }
    const finalistsLeft = category.finalists.filter((one) => !taken.includes(one))
    const best = free.filter((one) => one.rank === free[0]?.rank).map((one) => one.nominationId)
    const sent = category.plenary.find(({ nominationId }) => finalistsLeft.includes(nominationId))
    if (free.length === 0 && sent) {
      taken.push(sent.nominationId)
      const vote = votedInPlenary(sent.nominationId, finalistsLeft)
      return { ...base, outcome: 'awarded', winners: [sent.nominationId], reason: null, vote }
    }
    if (free.length === 0 || random.below(5) === 0) {
      const motion = motionOf(['withhold', 'withhold', 'award'])
      return {
        ...base,
        outcome: 'withheld',
        winners: [],
        reason: 'insufficient_level',
        vote: finalistsLeft.length > 0 ? { award: motion, ranking: null } : null,
      }
    }
    if (best.length > 1 && random.below(2) === 0) {
      taken.push(...best)
      return { ...base, outcome: 'shared', winners: best, reason: null, vote: null }
    }
    const winner = random.below(3) === 0 ? random.pick(free).nominationId : (best[0] ?? '')
    const candidates = free.map((one) => one.nominationId)
    const vote = departsFromRank(category.ranking, taken, [winner])
      ? {
          award: null,
          ranking: recordOfPairwise(pairwiseOf([[[winner]], [[winner]], [candidates]], candidates), 3),
        }
      : null
    taken.push(winner)
    return { ...base, outcome: 'awarded', winners: [winner], reason: null, vote }
  })
}

const finalistsOf = (random: Random, ranking: readonly RankedNomination[], all: boolean): string[] => {
  const last = 1 + random.below(Math.max(1, ranking.length))
  return ranking
    .filter((one) => all || (one.rank !== null && one.rank <= last))
    .map((one) => one.nominationId)
}

/** Sent to the plenary: who is opened without a score, and every second of the others without one. */
const sentIn = (scores: readonly NominationScore[], opened: readonly string[]): PlenaryFile[] =>
  scores
    .filter(({ state }) => state === 'below_quorum')
    .filter(({ nominationId }, at) => opened.includes(nominationId) || at % 2 === 0)
    .map(({ nominationId, sheets, eligible, quorum }) => ({
      ...{ nominationId, reason: 'readers-absent', text: { ar: 'سبب', fr: 'Motif' } },
      ...{ figures: { sheets, eligible, quorum }, isOfFirstRound: false },
    }))

/** The cut of a first round, and the sheets that those who advance have in the second. */
function secondRoundOf(
  random: Random,
  regulation: Regulation,
  { code, rubric }: Regulation['categories'][number],
  nominations: readonly NominationCells[],
) {
  const aggregation = unwrap(aggregationRule(regulation, code))
  const scores = aggregateCategory(aggregation, nominations)
  const { decimals } = regulation.scoring
  const ranking = rankCategory({ rubric: aggregation.rubric, decimals, lotOrder: null }, scores.scores)
  for (const one of scores.scores) eligibleOf.set(one.nominationId, one.eligible)
  const { places = 1 } = regulation.scoring.secondRound ?? {}
  const listed = shortlist([{ category: code, scores, ranking }], places)
  const advanced = listed.ok ? listed.value : []
  const share = unwrap(carriedShare(regulation))
  const jurors = nominations[0]?.cells.length ?? 0
  const again: NominationCells[] = []
  for (const { nominationId, score } of advanced) {
    const [first] = again
    const cells =
      first && random.below(4) === 0
        ? twinOf(random, first, nominationId)
        : cellsOf(random, rubric, nominationId, jurors)
    again.push({
      nominationId,
      cells: cells.cells,
      ...(share && { carried: { score, share } }),
    })
  }
  const plenary = sentIn(scores.scores, []).map((one) => ({ ...one, isOfFirstRound: true }))
  return { again, firstRound: { places, advanced }, plenary }
}

/** `hasChanged`: the rules changed after half of the sheets were sealed. `rounds`: the award has two. */
export type Variant = {
  readonly hasChanged?: boolean
  readonly rounds?: NonNullable<Regulation['scoring']['secondRound']>
}

/** A whole synthetic campaign as the domain decides it, ready to be bundled. The same seed gives the same campaign. */
export function randomCampaign(seed: number, { hasChanged = false, rounds }: Variant = {}): BundleInput {
  const random = randomFrom(seed)
  const drawn = aRegulation(random)
  const regulation = rounds ? { ...drawn, scoring: { ...drawn.scoring, secondRound: rounds } } : drawn
  const opensAll = random.below(2) === 0
  const sheets: BundleSheet[] = []
  const before = versionBefore(regulation)
  const categories = regulation.categories.map((rule, at): BundleCategory => {
    const jurors = 3 + random.below(5)
    const rubrics = { now: rule.rubric, before: before.categories[at]?.rubric ?? rule.rubric }
    const all = nominationsOf(random, rule.rubric, jurors).map((one) =>
      hasChanged ? sealedBefore(one, rubrics.before) : one,
    )
    sheets.push(...all.flatMap((one) => sheetsOf(random, rubrics, one, rounds ? 'first' : 'only')))
    const second = rounds ? secondRoundOf(random, regulation, rule, all) : null
    const nominations = second?.again ?? all
    const first = new Map(all.map((one) => [one.nominationId, sealedBy(one)]))
    sheets.push(
      ...(second?.again ?? []).flatMap((one) =>
        sheetsOf(random, rubrics, one, 'second', first.get(one.nominationId)),
      ),
    )
    const aggregation = unwrap(aggregationRule(regulation, rule.code))
    const scores = aggregateCategory(aggregation, nominations)
    const ids = nominations.map((one) => one.nominationId)
    const draw = { source: regulation.scoring.lotSource ?? '', outcome: String(random.below(1_000_000)) }
    const lotOrder = lotOrderOf(
      regulation.scoring,
      draw,
      { category: rule.code, nominationIds: random.shuffled(ids) },
      sha256,
    )
    const ranking = rankCategory(
      { rubric: aggregation.rubric, decimals: regulation.scoring.decimals, lotOrder },
      scores.scores,
    )
    const references = new Map(all.map(({ nominationId }, at) => [nominationId, `EMT-2026-${at}`]))
    const opened = finalistsOf(random, ranking, opensAll)
    const plenary = [...(second?.plenary ?? []), ...sentIn(scores.scores, opened)]
    return {
      code: rule.code,
      scores,
      ranking,
      finalists: [...new Set([...opened, ...plenary.map(({ nominationId }) => nominationId)])],
      plenary,
      flags: flagsIn(random, regulation),
      references,
      firstRound: second?.firstRound ?? null,
      lot: lotOrder && { order: lotOrder, draw },
    }
  })
  const decisions = categories.flatMap((category) => decide(random, regulation, category))
  return {
    campaign: { id: 'campaign-1', year: 2026, synthetic: true },
    regulation,
    regulationVersion: 2,
    earlier: hasChanged ? [{ version: 1, regulation: before }] : [],
    categories,
    sheets,
    decisions,
    minutes: [{ number: 'PV-2026-1', sha256: 'aa'.repeat(32) }],
  }
}
