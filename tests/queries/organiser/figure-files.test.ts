import { beforeAll, describe, expect, it } from 'vitest'
import { workbook } from '#app/adapters/spreadsheet/workbook.ts'
import { progressFile } from '#app/queries/chair/progress-file.ts'
import { towerFile } from '#app/queries/organiser/tower-file.ts'
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
    expect(header).toBe('category,week,submitted,cumulative')
    const weeks = new Set(rows.map((row) => row.split(',')[1]))
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
