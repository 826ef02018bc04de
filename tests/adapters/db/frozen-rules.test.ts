import { describe, expect, it } from 'vitest'
import { frozenRubric, frozenRules } from '#app/adapters/db/frozen-rules.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven } from '#tests/support/given.ts'

const test = await testDb()
const given = createGiven(test)
const jury = test.db.jury

async function rulesOf(campaignId: string) {
  const found = await test.owner.query<{ id: string; hash: string }>(
    'SELECT id, hash FROM regulation_version WHERE campaign_id = $1',
    [campaignId],
  )
  return found.rows[0]!
}

describe('frozenRules', () => {
  it('reads a version once, whatever the number of pages that ask', async () => {
    const rules = await rulesOf((await given.campaign({ phase: 'evaluation' })).id)
    test.countQueries()
    const first = await frozenRules(jury, rules)
    expect(await frozenRules(test.db.office, rules)).toBe(first)
    expect(test.countQueries().total).toBe(1)
  })

  it('does not give the wording of a freezing that was rolled back', async () => {
    const rules = await rulesOf((await given.campaign({ phase: 'evaluation' })).id)
    await frozenRules(jury, rules)
    await expect(frozenRules(jury, { ...rules, hash: 'f'.repeat(64) })).rejects.toThrow('no frozen rules')
  })

  it('keeps no draft', async () => {
    const rules = await rulesOf((await given.campaign({ phase: 'preparation' })).id)
    await expect(frozenRules(test.db.office, { ...rules, hash: '' })).rejects.toThrow('no frozen rules')
  })

  it('lets the oldest go, and reads it again', async () => {
    const rules = await rulesOf((await given.campaign({ phase: 'evaluation' })).id)
    const first = await frozenRules(jury, rules)
    for (let more = 0; more < 16; more += 1)
      await frozenRules(jury, await rulesOf((await given.campaign({ phase: 'evaluation' })).id))
    const again = await frozenRules(jury, rules)
    expect(again).not.toBe(first)
    expect(again).toEqual(first)
  })
})

describe('frozenRubric', () => {
  it('is the rubric of one category', async () => {
    const rules = await rulesOf((await given.campaign({ phase: 'evaluation' })).id)
    const { categories } = await frozenRules(jury, rules)
    expect(await frozenRubric(jury, rules, categories[1]!.code)).toBe(categories[1]!.rubric)
    await expect(frozenRubric(jury, rules, 'absent')).rejects.toThrow('no category')
  })
})
