import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { openMatrix } from '#app/services/audit/open-matrix.ts'
import type { Context } from '#app/services/context.ts'
import { saveScoreSheet } from '#app/services/scoring/save-score-sheet.ts'
import { sealScoreSheet } from '#app/services/scoring/seal-score-sheet.ts'
import { aPanel, draft, type Juror, opened } from '#tests/services/scoring/a-panel.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'

let test: TestDb
let ctx: Context
let panel: Awaited<ReturnType<typeof aPanel>>
let jurors: readonly Juror[]
let auditor: Actor
async function sealed(juror: Juror, nominationId: string, level: number): Promise<void> {
  await panel.reading(juror, nominationId)
  const sheetId = await opened(ctx, juror, nominationId)
  const saved = await saveScoreSheet(ctx, juror.actor, draft(sheetId, 1, panel.entriesAt(level)))
  await sealScoreSheet(ctx, juror.actor, {
    sheetId,
    version: saved.result.ok ? saved.result.value.version : 0,
  })
}
beforeAll(async () => {
  test = await testDb()
  ctx = actsContext(test)
  panel = await aPanel(test)
  jurors = [await panel.seated(), await panel.seated()]
  const files = [await panel.file(), await panel.file()]
  for (const file of files) for (const juror of jurors) await sealed(juror, file.id, 4)
  const [first] = jurors
  if (!first) throw new Error('two jurors')
  auditor = { ...first.actor, seats: [], grants: [{ role: 'auditor', campaignId: panel.campaign.id }] }
})

describe('the matrix for the auditor', () => {
  it('stays closed while the jury still scores, and for everybody else', async () => {
    expect(await openMatrix(ctx, auditor, panel.campaign.id)).toMatchObject({ reason: 'wrong-phase' })
    await test.owner.query(`UPDATE campaign SET phase = 'deliberation' WHERE id = $1`, [panel.campaign.id])
    for (const juror of jurors)
      expect(await openMatrix(ctx, juror.actor, panel.campaign.id)).toMatchObject({ reason: 'wrong-role' })
  })

  it('links the sheets of a juror under one pseudonym, names nobody, and enters the look', async () => {
    const opening = await openMatrix(ctx, auditor, panel.campaign.id)
    const { rows } = opening.ok ? opening.value.matrix : expect.fail(opening.reason)
    expect(rows).toHaveLength(4)
    const columns = new Map(
      rows.map(({ juror }) => [juror, rows.filter((row) => row.juror === juror).length]),
    )
    expect([...columns.values()]).toEqual([2, 2])
    for (const { seatId, personId } of jurors) {
      expect(JSON.stringify(rows)).not.toContain(seatId)
      expect(JSON.stringify(rows)).not.toContain(personId)
    }
    const entries = await test.owner.query(`SELECT facts FROM audit_entry WHERE act = 'matrixRead'`)
    expect(entries.rows).toEqual([{ facts: { sheets: 4 } }])
  })
})
