import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowsOf } from '#app/domain/advice/rows.ts'
import type { AdviceInput } from '#app/domain/advice/rows.ts'
import { ranksWithout } from '#app/domain/advice/without-one.ts'
import { integer, ratio, ZERO } from '#app/domain/kernel/rational.ts'
import { aggregateCategory } from '#app/domain/scoring/aggregate.ts'
import type { AggregationRule, NominationCells } from '#app/domain/scoring/aggregate.ts'
import { rankCategory } from '#app/domain/scoring/ranking.ts'

const share = (p: bigint, q: bigint) => {
  const found = ratio(p, q)
  if (!found.ok) throw new Error(found.reason)
  return found.value
}
const rule = (
  combine: AggregationRule['combine'],
  missing: 'exclude_sheet' | 'renormalise',
): AggregationRule => ({
  rubric: {
    criteria: [
      { code: 'impact', weight: integer(60), points: pointsOf(), threshold: integer(10) },
      { code: 'reuse', weight: integer(40), points: pointsOf(), threshold: null },
    ],
    missingPolicy: missing,
    commentRequiredAt: [],
    totalThreshold: null,
  },
  combine,
  trimMinimumSheets: 3,
  minimumSheets: 2,
  minimumShare: share(1n, 2n),
})
const pointsOf = () => new Map([1, 2, 3, 4, 5].map((level) => [level, integer(25 * (level - 1))] as const))

/** The rule from the cells themselves, without those of the juror: every nomination from scratch. */
function fromScratch(
  { rule: used, decimals, nominations }: AdviceInput,
  ranked: readonly string[],
  seatId: string,
) {
  const left = nominations
    .filter(({ nominationId }) => ranked.includes(nominationId))
    .map((one) => ({ ...one, cells: one.cells.filter((cell) => cell.seatId !== seatId) }))
  const { scores } = aggregateCategory({ ...used, minimumSheets: 1, minimumShare: ZERO }, left)
  const ranking = rankCategory({ rubric: used.rubric, decimals, lotOrder: null }, scores)
  return ranked.map((id) => ranking.find(({ nominationId }) => nominationId === id)?.rank ?? null)
}

const SEATS = ['j0', 'j1', 'j2', 'j3']
const level = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 8 })
const cell = fc.record({
  state: fc.constantFrom(
    'submitted' as const,
    'submitted' as const,
    'abstained' as const,
    'recused' as const,
  ),
  levels: fc.record({ impact: level, reuse: level }),
})
const campaign = fc.record({
  combine: fc.constantFrom('mean' as const, 'median' as const, 'trimmed' as const),
  missing: fc.constantFrom('exclude_sheet' as const, 'renormalise' as const),
  rows: fc.array(
    fc.record({
      cells: fc.tuple(cell, cell, cell, cell),
      first: fc.option(fc.integer({ min: 0, max: 100 })),
    }),
    {
      minLength: 1,
      maxLength: 6,
    },
  ),
})

describe('the ranks without one juror', () => {
  it('are those of the rule played from scratch on the sheets that are left', () => {
    fc.assert(
      fc.property(campaign, ({ combine, missing, rows }) => {
        const nominations = rows.map(({ cells, first }, i): NominationCells => ({
          nominationId: `n${i}`,
          cells: cells.map((one, j) => ({ seatId: SEATS[j] ?? '', ...one })),
          ...(first === null ? {} : { carried: { score: integer(first), share: share(2n, 5n) } }),
        }))
        const used = rule(combine, missing)
        const input: AdviceInput = {
          ...{ category: 'x', decimals: 2, places: 1, columns: SEATS, marks: [], prizes: [], seed: 1 },
          ...{ rule: used, nominations },
        }
        const ranked = rowsOf(input).rows
        const ids = ranked.map(({ nominationId }) => nominationId)
        for (const seatId of SEATS)
          expect(ranksWithout(input, ranked, seatId)).toEqual(fromScratch(input, ids, seatId))
      }),
      { numRuns: 300 },
    )
  })
})
