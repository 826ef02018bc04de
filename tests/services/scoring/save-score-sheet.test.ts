import { beforeAll, describe, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import { openSheet } from '#app/services/scoring/open-sheet.ts'
import { saveScoreSheet } from '#app/services/scoring/save-score-sheet.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import type { Context } from '#app/services/context.ts'
import { aPanel, draft, type Juror, opened } from './a-panel.ts'

let test: TestDb
let ctx: Context
let panel: Awaited<ReturnType<typeof aPanel>>
let juror: Juror
beforeAll(async () => {
  test = await testDb()
  ctx = actsContext(test)
  panel = await aPanel(test)
  juror = await panel.seated()
})
const aFile = async () => {
  const file = await panel.file()
  await panel.reading(juror, file.id)
  return file
}
const rows = async (sql: string, values: unknown[]) => (await test.owner.query(sql, values)).rows

describe('opening a sheet', () => {
  it('makes one draft under the hash of the frozen rubric', async () => {
    const file = await aFile()
    const sheetId = await opened(ctx, juror, file.id)
    const [row] = await rows('SELECT * FROM score_sheet WHERE id = $1', [sheetId])
    expect(row).toMatchObject({
      state: 'draft',
      sequence: 1,
      version: 1,
      person_id: juror.personId,
      commitment: null,
    })
    expect(row.rubric_hash).toMatch(/^[0-9a-f]{64}$/)
    expect(row.sheet_number).toMatch(/^[0-9a-f]{32}$/)
  })

  it('gives the same sheet to two tabs that open it at once', async () => {
    const file = await aFile()
    const both = await Promise.all([1, 2, 3].map(() => opened(ctx, juror, file.id)))
    expect(new Set(both).size).toBe(1)
    expect(await rows('SELECT id FROM score_sheet WHERE nomination_id = $1', [file.id])).toHaveLength(1)
  })

  it('answers not-found for a recused, an absent and a foreign file alike', async () => {
    const file = await aFile()
    await panel.recused(juror.seatId, file.id)
    const stranger = await aPanel(test, { given: panel.given })
    const foreign = await stranger.file()
    for (const nominationId of [file.id, foreign.id, crypto.randomUUID()]) {
      expect(await openSheet(ctx, juror.actor, { nominationId })).toMatchObject({
        ok: false,
        reason: 'not-found',
      })
    }
  })

  it('refuses a file that is not assigned, or not declared', async () => {
    const loose = await panel.file()
    expect(await openSheet(ctx, juror.actor, { nominationId: loose.id })).toMatchObject({
      ok: false,
      reason: 'declaration-missing',
    })
    await panel.declared(juror.seatId, loose.id)
    expect(await openSheet(ctx, juror.actor, { nominationId: loose.id })).toMatchObject({
      ok: false,
      reason: 'not-assigned',
    })
  })
})

describe('saving a draft', () => {
  it('stores gaps, comments, notes and the next version with one entry and no level in the log', async () => {
    const file = await aFile()
    const sheetId = await opened(ctx, juror, file.id)
    const [first, ...others] = panel.entriesAt(null)
    const entries = [{ ...first!, level: 4, comment: 'Net.' }, ...others]
    const saved = await saveScoreSheet(
      ctx,
      juror.actor,
      draft(sheetId, 1, entries, { remark: 'Bravo', privateNotes: 'voir' }),
    )
    expect(saved.result).toMatchObject({ ok: true, value: { version: 2 } })
    const [row] = await rows('SELECT version, remark, private_note FROM score_sheet WHERE id = $1', [sheetId])
    expect(row).toEqual({ version: 2, remark: 'Bravo', private_note: 'voir' })
    const scores = await rows(
      'SELECT criterion, level FROM score WHERE sheet_id = $1 AND level IS NOT NULL',
      [sheetId],
    )
    expect(scores).toEqual([{ criterion: first!.criterion, level: 4 }])
    const [entry] = await rows(
      `SELECT act, facts FROM audit_entry WHERE subject_id = $1 ORDER BY id DESC LIMIT 1`,
      [sheetId],
    )
    expect(entry.act).toBe('scoreSheetSaved')
    expect(JSON.stringify(entry.facts)).not.toMatch(/level|Net\.|Bravo/)
  })

  it('lets exactly one of two tabs win and hands the other what stands', async () => {
    const file = await aFile()
    const sheetId = await opened(ctx, juror, file.id)
    const texts = ['premier onglet', 'second onglet']
    const both = await Promise.all(
      texts.map((remark) =>
        saveScoreSheet(ctx, juror.actor, draft(sheetId, 1, panel.entriesAt(null), { remark })),
      ),
    )
    const won = both.findIndex((one) => one.result.ok)
    const lost = both[1 - won]!
    expect(both.filter((one) => one.result.ok)).toHaveLength(1)
    expect(lost.result).toMatchObject({ ok: false, reason: 'stale-version' })
    expect(lost.standing).toMatchObject({ version: 2, remark: texts[won] })
  })

  it('answers a save that is sent again with the version that it made, and writes nothing more', async () => {
    const file = await aFile()
    const sheetId = await opened(ctx, juror, file.id)
    const sent = { ...draft(sheetId, 1, panel.entriesAt(4), { remark: 'Bravo' }), confidence: 'high' }
    const twice = await Promise.all([1, 2].map(() => saveScoreSheet(ctx, juror.actor, sent)))
    const before = await panel.given.trace()
    const again = await saveScoreSheet(ctx, juror.actor, sent)
    for (const { result, standing } of [...twice, again]) {
      expect(result).toMatchObject({ ok: true, value: { version: 2 } })
      expect(standing).toBeNull()
    }
    expect(await panel.given.trace()).toEqual(before)
    const saves = await rows(`SELECT 1 FROM audit_entry WHERE subject_id = $1 AND act = 'scoreSheetSaved'`, [
      sheetId,
    ])
    expect(saves).toHaveLength(1)
    for (const other of [{ remark: 'Net' }, { confidence: 'low' }]) {
      const conflict = await saveScoreSheet(ctx, juror.actor, { ...sent, ...other })
      expect(conflict).toMatchObject({ result: { reason: 'stale-version' }, standing: { version: 2 } })
    }
  })

  it('refuses a level off the scale and changes nothing', async () => {
    const file = await aFile()
    const sheetId = await opened(ctx, juror, file.id)
    const before = await panel.given.trace()
    const saved = await saveScoreSheet(ctx, juror.actor, draft(sheetId, 1, panel.entriesAt(9)))
    expect(saved.result).toMatchObject({ ok: false, reason: 'score-off-scale' })
    expect(await panel.given.trace()).toEqual(before)
    expect(await rows('SELECT 1 FROM score WHERE sheet_id = $1', [sheetId])).toHaveLength(0)
  })

  it("answers not-found for another juror's sheet", async () => {
    const file = await aFile()
    const sheetId = await opened(ctx, juror, file.id)
    const other = await panel.seated()
    await panel.reading(other, file.id)
    const saved = await saveScoreSheet(ctx, other.actor, draft(sheetId, 1, panel.entriesAt(5)))
    expect(saved.result).toMatchObject({ ok: false, reason: 'not-found' })
  })

  it('refuses at the closing instant and accepts one millisecond before', async () => {
    const file = await aFile()
    const sheetId = await opened(ctx, juror, file.id)
    const { evaluationCloses } = panel.campaign.regulation.calendar
    await test.setNow(instant(evaluationCloses - 1))
    const early = await saveScoreSheet(ctx, juror.actor, draft(sheetId, 1, panel.entriesAt(3)))
    await test.setNow(instant(evaluationCloses))
    const late = await saveScoreSheet(ctx, juror.actor, draft(sheetId, 2, panel.entriesAt(3)))
    await test.setNow(panel.now)
    expect([early.result.ok, late.result.ok]).toEqual([true, false])
    expect(late.result).toMatchObject({ reason: 'phase-closed' })
  })

  it('costs at most eight statements', async () => {
    const file = await aFile()
    const sheetId = await opened(ctx, juror, file.id)
    test.countQueries()
    await saveScoreSheet(ctx, juror.actor, draft(sheetId, 1, panel.entriesAt(2)))
    expect(test.countQueries().total).toBeLessThanOrEqual(8)
  })
})
