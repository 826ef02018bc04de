import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#app/services/context.ts'
import { recuseJuror } from '#app/services/jury/recuse-juror.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { leftBy, oneOfTwo } from '#tests/support/left-by.ts'
import { aPanel, type Juror } from '#tests/services/scoring/a-panel.ts'

let test: TestDb
let ctx: Context
let panel: Awaited<ReturnType<typeof aPanel>>
beforeAll(async () => {
  test = await testDb()
  ctx = actsContext(test)
  panel = await aPanel(test)
})
const rows = async (sql: string, ...values: unknown[]) => (await test.owner.query(sql, values)).rows
const recusals = (juror: Juror) =>
  rows(
    'SELECT source, kind, pinned, nomination_id FROM recusal WHERE seat_id = $1 AND lifted_at IS NULL',
    juror.seatId,
  )

describe('recusals by the secretariat', () => {
  it('pins, voids the sheet and tells the juror; a second one is refused', async () => {
    const clerk = await panel.given.officer('secretariat', panel.campaign.id)
    const juror = await panel.seated()
    const file = await panel.file()
    await panel.reading(juror, file.id)
    await panel.sealed(ctx, juror, file.id, 2)
    const pin = () =>
      recuseJuror(ctx, clerk, { seatId: juror.seatId, nominationId: file.id, ground: 'employment' })
    expect(await leftBy(panel.given, () => oneOfTwo('already-recused', pin))).toMatchObject({
      entries: ['recusalRecorded', 'scoreSheetVoided'],
      notices: ['recusal-recorded'],
    })
    expect(await recusals(juror)).toEqual([
      { source: 'secretariat', kind: 'employment', pinned: true, nomination_id: file.id },
    ])
    const sheets = await rows(
      'SELECT state FROM score_sheet WHERE nomination_id = $1 ORDER BY sequence',
      file.id,
    )
    expect(sheets.map((row) => row.state)).toEqual(['sealed', 'voided'])
  })

  it('is not for an organiser nor for a juror', async () => {
    const organiser = await panel.given.officer('organiser', panel.campaign.id)
    const juror = await panel.seated()
    const file = await panel.file()
    for (const actor of [organiser, juror.actor]) {
      expect(
        await recuseJuror(ctx, actor, { seatId: juror.seatId, nominationId: file.id, ground: 'other' }),
      ).toMatchObject({ ok: false, reason: 'wrong-role' })
    }
    expect(await recusals(juror)).toHaveLength(0)
  })
})
