import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { loadShadow } from '#app/adapters/db/release-facts.ts'
import { loadStandings } from '#app/adapters/db/standings.ts'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { shadowDifferences } from '#app/domain/results/finalisation.ts'
import { aRegulation } from '#tests/support/builders/regulation.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'
import { must } from '#tests/services/deliberation/a-meeting.ts'

/** Mulberry32: the same levels at every run. */
const random = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

const withRubric = (
  base: Regulation,
  policy: 'exclude_sheet' | 'renormalise',
  threshold: string | null,
): Regulation => ({
  ...base,
  categories: base.categories.map((category) => ({
    ...category,
    rubric: {
      ...category.rubric,
      missingPolicy: policy,
      criteria: category.rubric.criteria.map((criterion, at) => ({
        ...criterion,
        threshold: at === 0 ? threshold : null,
      })),
    },
  })),
})

const RULES = (['mean', 'median', 'trimmed'] as const).flatMap((aggregate) => [
  { aggregate, policy: 'exclude_sheet' as const, threshold: null, levels: 2, seed: 7 },
  { aggregate, policy: 'renormalise' as const, threshold: '40', levels: 5, seed: 11 },
])

describe('the second computation in SQL', () => {
  it.each(RULES)('equals the domain to the last digit: $aggregate, $policy', async (rule) => {
    const test = await testDb()
    const given = createGiven(test)
    const base = withRubric(aRegulation({ opensAt: GIVEN_OPENING }), rule.policy, rule.threshold)
    const regulation = {
      ...base,
      scoring: { ...base.scoring, aggregate: rule.aggregate, trimMinimumSheets: 4 },
    }
    const campaign = await given.campaign({ phase: 'deliberation', regulation })
    const draw = random(rule.seed)
    const seats: string[] = []
    for (let at = 0; at < 6; at += 1) {
      const { id } = await given.person()
      seats.push((await given.seat({ campaign: campaign.id, person: id })).id)
    }
    const [category] = regulation.categories
    const { id: administration } = await given.administration()
    for (let file = 0; file < 12; file += 1) {
      const nomination = await given.nomination({ campaign, administration, state: 'admissible' })
      for (const seat of seats.slice(0, 3 + (file % 4))) {
        const sheet = randomUUID()
        await given.assignment({ seat, nomination: nomination.id })
        await given.insert('score_sheet', {
          ...{ id: sheet, seat_id: seat, person_id: randomUUID(), nomination_id: nomination.id, sequence: 1 },
          ...{ state: 'draft', regulation_version_id: campaign.regulationVersionId, rubric_hash: 'r' },
          ...{ created_at: new Date(0), updated_at: new Date(0), sealed_at: new Date(0) },
          ...{ salt: 's', sheet_number: 'n', commitment: sheet },
        })
        for (const { code } of category!.rubric.criteria) {
          const missing = draw() < 0.08
          const level = missing ? null : 3 + Math.floor(draw() * rule.levels) - (rule.levels > 2 ? 2 : 0)
          await given.insert('score', { sheet_id: sheet, criterion: code, level, cannot_assess: missing })
        }
        await test.owner.query(`UPDATE score_sheet SET state = 'sealed' WHERE id = $1`, [sheet])
      }
    }
    const standings = must(await test.db.office.$transaction((tx) => loadStandings(tx, campaign.id)))
    const shadow = await test.db.office.$transaction((tx) => loadShadow(tx, campaign.id))
    const ranking = standings.get(category!.code)!.ranking
    expect(ranking.filter((one) => one.score !== null).length).toBeGreaterThan(3)
    expect(shadowDifferences(ranking, shadow.get(category!.code) ?? [])).toEqual([])
    const bent = (shadow.get(category!.code) ?? []).map((line, at) =>
      at === 0 ? { ...line, rank: 99 } : line,
    )
    expect(shadowDifferences(ranking, bent)).toHaveLength(1)
  })
})
