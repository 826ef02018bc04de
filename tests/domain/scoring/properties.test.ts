import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Regulation, Rubric } from '#app/domain/campaign/regulation.ts'
import { toText } from '#app/domain/kernel/rational.ts'
import { aggregateCategory } from '#app/domain/scoring/aggregate.ts'
import type { AggregationRule, NominationCells } from '#app/domain/scoring/aggregate.ts'
import { aggregationRule } from '#app/domain/scoring/aggregation-rule.ts'
import { rankCategory } from '#app/domain/scoring/ranking.ts'
import { nominationsOf } from '../../verifier/random-campaign.ts'
import { randomFrom } from '../../verifier/random.ts'
import type { Random } from '../../verifier/random.ts'
import { aRegulation } from '../../verifier/regulation.ts'
import { number } from './build.ts'

type Case = {
  readonly random: Random
  readonly regulation: Regulation
  readonly rule: AggregationRule
  readonly nominations: readonly NominationCells[]
}

function caseOf(seed: number): Case {
  const random = randomFrom(seed)
  const regulation = aRegulation(random)
  const [category] = regulation.categories
  if (!category) throw new Error('a regulation without category')
  return {
    ...{ random, regulation, rule: ruleOf(regulation, category.rubric) },
    nominations: nominationsOf(random, category.rubric, 3 + random.below(5)),
  }
}

function ruleOf(regulation: Regulation, rubric: Rubric): AggregationRule {
  const [category] = regulation.categories
  const rule = aggregationRule(
    { ...regulation, categories: category ? [{ ...category, rubric }] : [] },
    category?.code ?? '',
  )
  if (!rule.ok) throw new Error(rule.reason)
  return rule.value
}

/** Everything official about each nomination, by name: states, figures, ranks, the step that decided, who is tied. */
function official(rule: AggregationRule, nominations: readonly NominationCells[]) {
  const { rule: used, scores } = aggregateCategory(rule, nominations)
  const ranking = rankCategory({ rubric: rule.rubric, decimals: 2, lotOrder: null }, scores)
  const lines = ranking.map(
    ({ score, headToHead: _, ...one }) =>
      [one.nominationId, { ...one, score: score && toText(score) }] as const,
  )
  const counts = scores.map(
    ({ nominationId, sheets, eligible, quorum }) => [nominationId, { sheets, eligible, quorum }] as const,
  )
  return { used, lines: new Map(lines), counts: new Map(counts) }
}

const everyCase = (hold: (given: Case) => void) =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => hold(caseOf(seed))),
    { numRuns: 300 },
  )

describe('the official result', () => {
  it('never depends on the order of nominations, jurors or sheets', () => {
    everyCase(({ random, rule, nominations }) => {
      const mixed = random
        .shuffled(nominations)
        .map(({ nominationId, cells }) => ({ nominationId, cells: random.shuffled(cells) }))
      expect(official(rule, mixed)).toEqual(official(rule, nominations))
    })
  })

  it('never depends on the order of criteria, as long as equal weights keep theirs', () => {
    everyCase(({ rule, nominations }) => {
      const { criteria } = rule.rubric
      const groups = Map.groupBy(criteria, ({ weight }) => toText(weight))
      const turned = [...groups.values()].reverse().flat()
      const other = { ...rule, rubric: { ...rule.rubric, criteria: turned } }
      expect(official(other, nominations)).toEqual(official(rule, nominations))
    })
  })

  it('does not change when all weights are scaled', () => {
    everyCase(({ random, rule, nominations }) => {
      const factor = number(random.pick(['1/100', '7', '3/11', '1000000']))
      const criteria = rule.rubric.criteria.map((one) => ({
        ...one,
        weight: { p: one.weight.p * factor.p, q: one.weight.q * factor.q },
      }))
      expect(official({ ...rule, rubric: { ...rule.rubric, criteria } }, nominations)).toEqual(
        official(rule, nominations),
      )
    })
  })

  it('does not change when a recused juror is added, with a sheet or without', () => {
    everyCase(({ random, rule, nominations }) => {
      const levels = Object.fromEntries(
        rule.rubric.criteria.map(({ code }) => [code, random.pick([null, 1, 2, 3])]),
      )
      const joined = nominations.map(({ nominationId, cells }) => ({
        nominationId,
        cells: [...cells, { seatId: 'newcomer', state: 'recused' as const, levels }],
      }))
      expect(official(rule, joined)).toEqual(official(rule, nominations))
    })
  })

  it('breaks no tie by the name of a nomination or of a juror', () => {
    everyCase(({ random, rule, nominations }) => {
      const names = random.shuffled(nominations.map(({ nominationId }) => nominationId))
      const seats = new Map<string, string>()
      const seatOf = (seat: string): string => {
        const known = seats.get(seat) ?? `${random.hex(4)}-${seat}`
        seats.set(seat, known)
        return known
      }
      const renamed = nominations.map(({ cells }, at) => ({
        nominationId: names[at] ?? '',
        cells: cells.map((cell) => ({ ...cell, seatId: seatOf(cell.seatId) })),
      }))
      const [before, after] = [official(rule, nominations), official(rule, renamed)]
      nominations.forEach(({ nominationId }, at) => {
        const [line, other] = [before.lines.get(nominationId), after.lines.get(names[at] ?? '')]
        const nameless = { nominationId: '', tiedWith: [] }
        expect({ ...other, ...nameless }).toEqual({ ...line, ...nameless })
        expect(other?.tiedWith).toHaveLength(line?.tiedWith.length ?? 0)
      })
    })
  })

  it('gives equal profiles one rank, and says who shares it', () => {
    everyCase(({ rule, nominations }) => {
      const [first] = nominations
      if (!first) return
      const twins = ['twin a', 'twin b', 'twin c'].map((nominationId) => ({ ...first, nominationId }))
      const { lines } = official(rule, twins)
      const ranks = new Set(twins.map(({ nominationId }) => lines.get(nominationId)?.rank))
      expect(ranks.size).toBe(1)
      const one = lines.get('twin a')
      expect(one?.tiedWith).toEqual(one?.state === 'ranked' ? ['twin b', 'twin c'] : [])
    })
  })
})
