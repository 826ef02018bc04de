import { beforeAll, describe, expect, it } from 'vitest'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { addCriterion } from '#app/services/campaign/add-criterion.ts'
import { adoptRubric } from '#app/services/campaign/adopt-rubric.ts'
import { moveCriterion } from '#app/services/campaign/move-criterion.ts'
import { removeCriterion } from '#app/services/campaign/remove-criterion.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'

const test = await testDb()
const ctx = actsContext(test)
const given = createGiven(test)
beforeAll(() => test.setNow(GIVEN_OPENING))

const NEW = { criterion: 'usage', name: { ar: 'الاستعمال', fr: 'Usage' }, weight: '10' }
async function aDraft(phase: 'preparation' | 'nominations' = 'preparation') {
  const campaign = await given.campaign({ phase })
  const organiser = await given.officer('organiser', campaign.id)
  const { code: category, rubric } = campaign.regulation.categories[0]!
  return { campaign, organiser, of: { campaignId: campaign.id, version: 1, category }, rubric }
}
const stored = async (campaignId: string) => {
  const { rows } = await test.owner.query<{ document: Regulation; adopted_hash: string | null }>(
    'SELECT document, adopted_hash FROM regulation_version WHERE campaign_id = $1',
    [campaignId],
  )
  return { rubric: rows[0]!.document.categories[0]!.rubric, adoptedHash: rows[0]!.adopted_hash }
}
const parts = async (campaignId: string) =>
  (
    await test.owner.query(
      `SELECT facts - 'before' - 'after' AS facts FROM audit_entry WHERE campaign_id = $1 AND act = 'regulationRevised' ORDER BY id`,
      [campaignId],
    )
  ).rows.map(({ facts }) => facts)

describe('the criteria of a rubric in preparation', () => {
  it('are added, moved and removed, and the rubric is adopted, each act with its entry', async () => {
    const { campaign, organiser, of, rubric } = await aDraft()
    const { category } = of
    const codes = rubric.criteria.map(({ code }) => code)
    expect(await addCriterion(ctx, organiser, { ...of, ...NEW })).toMatchObject({ value: { version: 2 } })
    const up = { ...of, version: 2, criterion: 'usage', towards: 'start' as const }
    expect(await moveCriterion(ctx, organiser, up)).toMatchObject({ value: { version: 3 } })
    const first = codes[0]!
    const out = { ...of, version: 3, criterion: first }
    expect(await removeCriterion(ctx, organiser, out)).toMatchObject({ value: { version: 4 } })
    expect(await adoptRubric(ctx, organiser, { ...of, version: 4 })).toMatchObject({ value: { version: 5 } })
    const left = await stored(campaign.id)
    expect(left.rubric.criteria.map(({ code }) => code)).toEqual([
      ...codes.slice(1, -1),
      'usage',
      codes.at(-1),
    ])
    expect([left.rubric.example, left.adoptedHash]).toEqual([false, null])
    expect(await parts(campaign.id)).toEqual([
      { part: 'criterion-added', category, criterion: 'usage' },
      { part: 'criterion-moved', category, criterion: 'usage' },
      { part: 'criterion-removed', category, criterion: first },
      { part: 'rubric-adopted', category },
    ])
  })

  it('refuse an older version, a stranger and a frozen regulation, and change nothing', async () => {
    const { campaign, organiser, of, rubric } = await aDraft()
    const open = await aDraft('nominations')
    const stranger = await given.officer('organiser', (await given.campaign()).id)
    const before = await given.trace()
    const criterion = rubric.criteria[0]!.code
    expect(await addCriterion(ctx, organiser, { ...of, version: 7, ...NEW })).toMatchObject({
      ...{ reason: 'stale-version', facts: { version: 1 } },
    })
    expect(await removeCriterion(ctx, stranger, { ...of, criterion })).toMatchObject({ reason: 'not-found' })
    const frozen = { ...open.of, criterion }
    for (const act of [
      addCriterion(ctx, open.organiser, { ...frozen, ...NEW }),
      removeCriterion(ctx, open.organiser, frozen),
      moveCriterion(ctx, open.organiser, { ...frozen, towards: 'end' }),
      adoptRubric(ctx, open.organiser, open.of),
    ])
      expect(await act).toMatchObject({ ok: false, reason: 'wrong-phase' })
    expect(await given.trace()).toEqual(before)
    expect((await stored(campaign.id)).rubric).toEqual(rubric)
  })

  it('let one of two people through who change them at once', async () => {
    const { campaign, organiser, of, rubric } = await aDraft()
    const both = await Promise.all([
      addCriterion(ctx, organiser, { ...of, ...NEW }),
      removeCriterion(ctx, organiser, { ...of, criterion: rubric.criteria[0]!.code }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'stale-version', facts: { version: 2 } })
    expect(await parts(campaign.id)).toHaveLength(1)
  })
})
