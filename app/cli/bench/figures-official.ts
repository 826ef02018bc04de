import { integer, parseRational } from '#app/domain/kernel/rational.ts'
import type { Rational } from '#app/domain/kernel/rational.ts'
import { aggregateCategory } from '#app/domain/scoring/aggregate.ts'
import type { AggregationRule, NominationCells } from '#app/domain/scoring/aggregate.ts'
import { rankCategory } from '#app/domain/scoring/ranking.ts'
import { tellFigure } from './figure-line.ts'

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

export function madeUp(count: number): readonly NominationCells[] {
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

/** The official result of one category: scores, then ranks with the whole cascade. */
export function officialFigures(nominations: readonly NominationCells[]) {
  const processor = process.cpuUsage()
  const { rule, scores } = aggregateCategory(RULE, nominations)
  const ranking = rankCategory({ rubric: RULE.rubric, decimals: 2, lotOrder: null }, scores)
  const { user, system } = process.cpuUsage(processor)
  return {
    ...{ nominations: nominations.length, sheets: SHEETS, criteria: WEIGHTS.length, rule },
    ranked: ranking.filter((one) => one.rank !== null).length,
    /** Time on the processor: on a busy machine the seconds count other work too. */
    processorSeconds: Math.round((user + system) / 1000) / 1000,
  }
}

/** Scores and ranks of 5,000 nominations with 5 sheets of 7 criteria, in one category: under one second. */
export function figuresOfResult(): boolean {
  const nominations = madeUp(5000)
  return tellFigure(
    { id: 'F1', what: 'official result of 5,000 x 5 x 7', target: 'under 1 s', most: 1 },
    () => officialFigures(nominations),
  )
}
