import { beforeAll, describe, expect, it } from 'vitest'
import { workbook } from '#app/adapters/spreadsheet/workbook.ts'
import { progressFile } from '#app/queries/chair/progress-file.ts'
import { towerFile } from '#app/queries/organiser/tower-file.ts'
import { previousEdition } from '#app/queries/organiser/tower-weeks.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { aPanel } from '#tests/services/scoring/a-panel.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven } from '#tests/support/given.ts'

const test = await testDb()
const ctx = { ...actsContext(test), workbook }
const given = createGiven(test)
type Panel = Awaited<ReturnType<typeof aPanel>>
let panel: Panel
let organiser: Actor
const lines = ({ bytes }: { bytes: Uint8Array }): string[] =>
  Buffer.from(bytes).toString('utf8').replace('\uFEFF', '').trim().split(/\r?\n/)
const read = async (done: ReturnType<typeof towerFile>): Promise<string[]> => {
  const result = await done
  if (!result.ok) throw new Error(result.reason)
  return lines(result.value)
}

beforeAll(async () => {
  panel = await aPanel(test, { given })
  organiser = await given.officer('organiser', panel.campaign.id)
  const [juror] = [await panel.seated(), await panel.seated()]
  const [first] = [await panel.file(), await panel.file()]
  await panel.reading(juror, first.id)
  await panel.sealed(ctx, juror, first.id, 4)
})

describe('the files of the figures', () => {
  it('give the received nominations week by week, each category to the last week', async () => {
    const campaignId = panel.campaign.id
    const [header, ...rows] = await read(towerFile(ctx, organiser, { campaignId, figure: 'received' }))
    expect(header).toBe('edition,category,week,submitted,cumulative')
    const weeks = new Set(rows.map((row) => row.split(',')[2]))
    expect(rows).toHaveLength(weeks.size * panel.campaign.regulation.categories.length)
  })

  it('give a state for each juror and file, and never a score', async () => {
    const campaignId = panel.campaign.id
    const [header, ...rows] = await read(towerFile(ctx, organiser, { campaignId, figure: 'progress' }))
    expect(header).toBe('category,juror,reference,state')
    expect(rows).toHaveLength(4)
    expect(rows.map((row) => row.split(',').at(-1)).sort()).toEqual([
      'notAssigned',
      'notAssigned',
      'notAssigned',
      'sealed',
    ])
    const all = await progressFile(ctx, organiser, campaignId)
    expect(all.ok && lines(all.value)).toHaveLength(5)
  })

  it('exist for nobody else', async () => {
    const campaignId = panel.campaign.id
    const { personId } = await given.officer('organiser', (await given.campaign({ phase: 'nominations' })).id)
    const stranger = await given.actor(personId)
    expect((await towerFile(ctx, stranger, { campaignId, figure: 'received' })).ok).toBe(false)
    expect((await progressFile(ctx, stranger, campaignId)).ok).toBe(false)
  })
})

describe('the edition before', () => {
  const at = (campaign: { regulation: { calendar: { nominationsOpen: number } } }, days: number) =>
    instant(campaign.regulation.calendar.nominationsOpen + days * 86_400_000)

  it('is the newest released one of an earlier year that received files, by counts alone', async () => {
    const older = await given.campaign({ phase: 'archived', year: 2011 })
    const released = await given.campaign({ phase: 'published', year: 2012 })
    const running = await given.campaign({ phase: 'screening', year: 2013 })
    const administration = (await given.administration()).id
    const [category = ''] = Object.keys(released.categories)
    for (const [campaign, days, state] of [
      [older, 1, 'submitted'],
      [released, 1, 'admissible'],
      [released, 9, 'admissible'],
      [released, 9, 'withdrawn'],
      [running, 1, 'submitted'],
    ] as const)
      await given.nomination({ campaign, administration, category, state, submittedAt: at(campaign, days) })
    const before = await previousEdition(ctx, 2014)
    expect(before).toMatchObject({
      year: 2012,
      opens: released.regulation.calendar.nominationsOpen,
      closes: released.regulation.calendar.nominationsClose,
    })
    expect(before?.weeks.map(({ count }) => count)).toEqual([1, 1])
    expect(await previousEdition(ctx, 2011)).toBeNull()
  })
})
