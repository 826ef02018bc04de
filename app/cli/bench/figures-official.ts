import { integer, parseRational } from '#app/domain/kernel/rational.ts'
import type { Rational } from '#app/domain/kernel/rational.ts'
import { aggregateCategory } from '#app/domain/scoring/aggregate.ts'
import type { AggregationRule, NominationCells } from '#app/domain/scoring/aggregate.ts'
import { rankCategory } from '#app/domain/scoring/ranking.ts'

const [SHEETS, JURORS] = [5, 80]
const WEIGHTS = ['25', '20', '15', '12.5', '12.5', '10', '5']

/** Mulberry32: the same sheets at every run. */
function levelsFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return 1 + (((mixed ^ (mixed >>> 14)) >>> 0) % 5)
  }
}

const exact = (text: string): Rational => {
  const parsed = parseRational(text)
  if (!parsed.ok) throw new Error(`not a number: ${text}`)
  return parsed.value
}

const RULE: AggregationRule = {
  rubric: {
    criteria: WEIGHTS.map((weight, at) => ({
      ...{ code: `c${at}`, weight: exact(weight), threshold: null },
      points: new Map([1, 2, 3, 4, 5].map((level) => [level, integer(25 * (level - 1))] as const)),
    })),
    ...{ missingPolicy: 'exclude_sheet', commentRequiredAt: [], totalThreshold: null },
  },
  ...{ combine: 'trimmed', trimMinimumSheets: 5, minimumSheets: 3, minimumShare: exact('1/2') },
}

function category(count: number): readonly NominationCells[] {
  const next = levelsFrom(2026)
  return Array.from({ length: count }, (_, file) => ({
    nominationId: `n${file}`,
    cells: Array.from({ length: SHEETS }, (_, at) => ({
      seatId: `s${(file + 16 * at) % JURORS}`,
      state: 'submitted' as const,
      levels: Object.fromEntries(RULE.rubric.criteria.map(({ code }) => [code, next()])),
    })),
  }))
}

/** One category of 5,000 nominations, 5 sheets of 7 criteria each: official scores, then ranks with the whole cascade. */
export function officialFigures(count = 5000) {
  const nominations = category(count)
  const processor = process.cpuUsage()
  const before = performance.now()
  const { rule, scores } = aggregateCategory(RULE, nominations)
  const scored = performance.now()
  const ranking = rankCategory({ rubric: RULE.rubric, decimals: 2, lotOrder: null }, scores)
  const ranked = performance.now()
  const { user, system } = process.cpuUsage(processor)
  return {
    figure: 'official',
    ...{ nominations: count, sheets: SHEETS, criteria: WEIGHTS.length, rule },
    ranked: ranking.filter((one) => one.rank !== null).length,
    ties: ranking.filter((one) => one.tiedWith.length > 0).length,
    aggregateMs: Math.round(scored - before),
    rankMs: Math.round(ranked - scored),
    totalMs: Math.round(ranked - before),
    /** Time on the processor: what the wall clock would say of a quiet machine. */
    processorMs: Math.round((user + system) / 1000),
    toReachMs: 1000,
    memoryMiB: Math.round(process.memoryUsage().rss / 2 ** 20),
  }
}
