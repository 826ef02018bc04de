import { describe, expect, it } from 'vitest'
import { juryFrame } from '#app/queries/jury/jury-frame.ts'
import { mySeats } from '#app/queries/jury/my-seats.ts'
import { aPanel } from '#tests/services/scoring/a-panel.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb } from '#tests/support/db.ts'

const test = await testDb()
const panel = await aPanel(test)
const ctx = actsContext(test)

describe('what stands around the pages of the jury', () => {
  it('asks one statement, of a juror and of the office', async () => {
    const { actor } = await panel.seated()
    for (const reader of [actor, await panel.given.officer('secretariat', panel.campaign.id)]) {
      test.countQueries()
      await juryFrame(ctx, reader, panel.campaign.id)
      expect(test.countQueries().total).toBe(1)
    }
  })

  it('are the seats that one holds, as the list of them says, and none of the campaign of a charge', async () => {
    const { actor } = await panel.seated()
    const other = await panel.given.campaign({ phase: 'evaluation' })
    const clerk = { ...actor, grants: [{ role: 'secretariat', campaignId: other.id } as const] }
    const seats = await mySeats(ctx, actor)
    expect((await juryFrame(ctx, clerk, undefined)).held).toEqual(seats.ok ? seats.value : null)
    expect(seats).toMatchObject({ ok: true, value: [{ campaignId: panel.campaign.id }] })
  })

  it.each([
    ['secretariat', 'nominations', false],
    ['secretariat', 'screening', true],
    ['secretariat', 'deliberation', true],
    ['organiser', 'evaluation', false],
    ['auditor', 'evaluation', false],
  ] as const)('for the %s of a campaign at %s leads to recusals: %s', async (role, phase, recusals) => {
    const { id } = await panel.given.campaign({ phase })
    const frame = await juryFrame(ctx, await panel.given.officer(role, id), id)
    const office = role === 'auditor' ? null : { role, campaignId: id }
    expect(frame).toEqual({ held: [], office, role, recusals, finds: true })
  })

  it('is of a charge in every campaign without its phase', async () => {
    const everywhere = await panel.given.officer('secretariat')
    expect(await juryFrame(ctx, everywhere, panel.campaign.id)).toMatchObject({
      office: { role: 'secretariat', campaignId: null },
      recusals: false,
    })
  })
})
