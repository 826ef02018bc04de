import { describe, expect, it } from 'vitest'
import { compare, toText } from '#app/domain/kernel/rational.ts'
import type { Rational } from '#app/domain/kernel/rational.ts'
import { toDecimal } from '#app/domain/kernel/rational-display.ts'
import { failedThresholds } from '#app/domain/scoring/aggregate.ts'
import { combine, trimmedMean } from '#app/domain/scoring/combine.ts'
import { cascade } from '#app/domain/scoring/cascade.ts'
import { countedSheet, weightedMean } from '#app/domain/scoring/sheet-score.ts'
import { vectorsOf } from '../vectors.ts'
import { number } from './build.ts'

type Typed = string | number
type Weighted = {
  criteria: { id: string; weight: Typed }[]
  scores: Record<string, Record<string, Record<string, Typed | null> | 'abstain' | 'recused' | null>>
  juror_aggregate: 'mean' | 'median' | { trim: { low: number; high: number; min_n: number } }
  missing_criterion?: 'renormalise' | 'exclude_sheet'
  quorum?: number
  display_decimals?: number
}
const ranksOf = (scores: Record<string, Rational>) =>
  Object.fromEntries(
    cascade(Object.entries(scores), [{ code: 'score', compare: (a, b) => compare(a[1], b[1]) }]).map(
      ({ member, rank }) => [member[0], rank],
    ),
  )

describe('aggregation', () => {
  it.each(vectorsOf('aggregate.weighted').map((vector) => [vector.id, vector] as const))(
    'reproduces %s',
    (_, vector) => {
      const input = vector.input as Weighted
      const expected = vector.expected as {
        scores: Record<string, { exact: string; display: string; n: number }>
        ranks: Record<string, number>
        below_quorum: string[]
      }
      const rubric = {
        criteria: input.criteria.map(({ id, weight }) => ({
          code: id,
          weight: number(`${weight}`),
          points: new Map<number, Rational>(),
          threshold: null,
        })),
        missingPolicy: input.missing_criterion ?? 'exclude_sheet',
        commentRequiredAt: [],
      } as const
      const scored: Record<string, Rational> = {}
      for (const [nomination, sheets] of Object.entries(input.scores)) {
        const counted = Object.entries(sheets).flatMap(([juror, sheet]) => {
          if (sheet === null || typeof sheet === 'string') return []
          const points = new Map(
            Object.entries(sheet).map(
              ([code, value]) => [code, value === null ? null : number(`${value}`)] as const,
            ),
          )
          return countedSheet(rubric, juror, points) ?? []
        })
        if (counted.length < (input.quorum ?? 0)) {
          expect(expected.below_quorum).toContain(nomination)
          continue
        }
        const rule = input.juror_aggregate
        const values = counted.map((sheet) => sheet.score)
        const trim = typeof rule === 'object' && counted.length >= rule.trim.min_n ? rule.trim : null
        const score = trim
          ? trimmedMean(values, trim.low, trim.high)
          : combine(typeof rule === 'object' ? 'mean' : rule, values)
        if (score === null) expect.fail('a counted nomination has a score')
        expect({
          exact: toText(score),
          display: toDecimal(score, input.display_decimals ?? 2),
          n: counted.length,
        }).toEqual(expected.scores[nomination])
        scored[nomination] = score
      }
      expect(ranksOf(scored)).toEqual(expected.ranks)
    },
  )

  it('ranks as equal what doubles tear apart', () => {
    for (const vector of vectorsOf('aggregate.float_trap')) {
      const input = vector.input as { weights: Typed[]; items: Record<string, Typed[]> }
      const expected = vector.expected as { exact: Record<string, string>; ranks: Record<string, number> }
      const weights = input.weights.map((weight) => number(`${weight}`))
      const scores = Object.fromEntries(
        Object.entries(input.items).map(([id, values]) => {
          const terms = values.map((value, at) => ({
            weight: weights[at] ?? number('0'),
            value: number(`${value}`),
          }))
          return [id, weightedMean(terms) ?? number('0')]
        }),
      )
      expect(Object.fromEntries(Object.entries(scores).map(([id, score]) => [id, toText(score)]))).toEqual(
        expected.exact,
      )
      expect(ranksOf(scores)).toEqual(expected.ranks)
    }
  })

  it('trims as the reference vectors before any rounding', () => {
    for (const vector of vectorsOf('aggregate.trimmed')) {
      const { lists } = vector.input as {
        lists: { values: Typed[]; drop_low: number; drop_high: number; decimals?: number; multiply?: Typed }[]
      }
      const { items } = vector.expected as { items: { exact?: string; display?: string }[] }
      lists.forEach((list, at) => {
        if (list.multiply !== undefined || items[at]?.exact === undefined) return
        const kept = trimmedMean(
          list.values.map((value) => number(`${value}`)),
          list.drop_low,
          list.drop_high,
        )
        expect(kept && toText(kept)).toBe(items[at]?.exact)
      })
    }
  })

  it('passes a threshold on equality and names the criteria that fail', () => {
    for (const vector of vectorsOf('aggregate.threshold')) {
      const input = vector.input as {
        criterion_min: Record<string, Typed>
        weights: Record<string, Typed>
        items: Record<string, Record<string, Typed>>
      }
      const expected = vector.expected as { items: Record<string, { failed: string[] }> }
      const criteria = Object.entries(input.criterion_min).map(([code, least]) => ({
        code,
        weight: number(`${input.weights[code]}`),
        points: new Map<number, Rational>(),
        threshold: number(`${least}`),
      }))
      for (const [id, values] of Object.entries(input.items)) {
        const means = Object.entries(values).map(([code, value]) => ({ code, mean: number(`${value}`) }))
        const failed = failedThresholds(
          { criteria, missingPolicy: 'exclude_sheet', commentRequiredAt: [] },
          means,
        )
        expect(failed).toEqual((expected.items[id]?.failed ?? []).filter((code) => code !== 'total'))
      }
    }
  })
})
