import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '#app/domain/audit/canonical-json.ts'
import { abstain } from '#app/services/scoring/abstain.ts'
import { reopenScoreSheet } from '#app/services/scoring/reopen-score-sheet.ts'
import { saveScoreSheet } from '#app/services/scoring/save-score-sheet.ts'
import { sealScoreSheet } from '#app/services/scoring/seal-score-sheet.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import type { Context } from '#app/services/context.ts'
import { aPanel, draft, type Juror, opened } from './a-panel.ts'

let test: TestDb
let ctx: Context
let panel: Awaited<ReturnType<typeof aPanel>>
let juror: Juror
let chair: Juror
beforeAll(async () => {
  test = await testDb()
  ctx = actsContext(test)
  panel = await aPanel(test)
  juror = await panel.seated()
  chair = await panel.seated({ role: 'chair' })
})
const ready = async (level: number | null = 4) => {
  const file = await panel.file()
  await panel.reading(juror, file.id)
  const sheetId = await opened(ctx, juror, file.id)
  const saved = await saveScoreSheet(ctx, juror.actor, draft(sheetId, 1, panel.entriesAt(level)))
  return { ...file, sheetId, version: saved.result.ok ? saved.result.value.version : 0 }
}
const sheet = async (id: string) =>
  (await test.owner.query('SELECT * FROM score_sheet WHERE id = $1', [id])).rows[0]

describe('sealing', () => {
  it('commits to the sheet: the stored salt and levels open it, and no juror is in it', async () => {
    const { id, sheetId, version } = await ready()
    const result = await sealScoreSheet(ctx, juror.actor, { sheetId, version })
    const row = await sheet(sheetId)
    expect(row).toMatchObject({ state: 'sealed', version: version + 1 })
    const record = {
      campaign: panel.campaign.id,
      nomination: id,
      rubric: row.rubric_hash,
      levels: Object.fromEntries(panel.criteria.map((code) => [code, '4'])),
      version: '1',
      sheet: row.sheet_number,
    }
    const canonical = canonicalJson(record)
    const bytes = [
      Buffer.from('award.score-sheet.v1'),
      Buffer.from([0]),
      Buffer.from(row.salt, 'hex'),
      Buffer.from(canonical.ok ? canonical.value : ''),
    ]
    const opening = createHash('sha256').update(Buffer.concat(bytes)).digest('hex')
    expect(result).toMatchObject({ ok: true, value: { commitment: opening } })
    expect(row.commitment).toBe(opening)
  })

  it('owes the receipt with the commitment and no level', async () => {
    const { sheetId, version, reference } = await ready()
    await sealScoreSheet(ctx, juror.actor, { sheetId, version })
    const { commitment } = await sheet(sheetId)
    const { rows } = await test.owner.query(
      `SELECT facts FROM outbox WHERE notice = 'sheet-sealed' AND facts ->> 'sheetId' = $1`,
      [sheetId],
    )
    expect(rows.map((row) => row.facts)).toEqual([{ reference, sheetId, version: 1, digest: commitment }])
  })

  it('refuses an unfinished sheet with its criteria and changes nothing', async () => {
    const { sheetId, version } = await ready(null)
    const result = await sealScoreSheet(ctx, juror.actor, { sheetId, version })
    expect(result).toMatchObject({
      ok: false,
      reason: 'criterion-missing',
      facts: { criteria: panel.criteria },
    })
    expect(await sheet(sheetId)).toMatchObject({ state: 'draft', commitment: null, salt: null })
  })

  it('seals once when the button is pressed twice at once', async () => {
    const { sheetId, version } = await ready()
    const both = await Promise.all([1, 2].map(() => sealScoreSheet(ctx, juror.actor, { sheetId, version })))
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'sheet-sealed' })
  })

  it('refuses an older version than the one stored', async () => {
    const { sheetId, version } = await ready()
    expect(await sealScoreSheet(ctx, juror.actor, { sheetId, version: version - 1 })).toMatchObject({
      reason: 'stale-version',
    })
  })
})

describe('abstaining', () => {
  it('ends the sheet with its reason, and asks for one', async () => {
    const { sheetId, version } = await ready(null)
    expect(await abstain(ctx, juror.actor, { sheetId, version, reason: ' ' })).toMatchObject({
      ok: false,
      reason: 'reason-required',
    })
    expect(
      await abstain(ctx, juror.actor, { sheetId, version, reason: 'Hors de ma compétence.' }),
    ).toMatchObject({ ok: true })
    expect(await sheet(sheetId)).toMatchObject({
      state: 'abstained',
      abstain_reason: 'Hors de ma compétence.',
      commitment: null,
    })
  })
})

describe('reopening', () => {
  const reopen = (by: Juror, sheetId: string, version: number, reason = 'Erreur de saisie signalée.') =>
    reopenScoreSheet(ctx, by.actor, { sheetId, version, reason })

  it('adds a draft round with the same scores and a new number, and keeps the sealed row', async () => {
    const { sheetId, version, id } = await ready()
    await sealScoreSheet(ctx, juror.actor, { sheetId, version })
    const before = await sheet(sheetId)
    const result = await reopen(chair, sheetId, before.version)
    expect(result).toMatchObject({ ok: true })
    const { rows } = await test.owner.query(
      'SELECT * FROM score_sheet WHERE nomination_id = $1 ORDER BY sequence',
      [id],
    )
    expect(rows.map((row) => [row.state, row.sequence])).toEqual([
      ['sealed', 1],
      ['draft', 2],
    ])
    expect(rows[0]).toEqual(before)
    expect(rows[1].sheet_number).not.toBe(before.sheet_number)
    const scores = await test.owner.query('SELECT level FROM score WHERE sheet_id = $1', [rows[1].id])
    expect(scores.rows.map((row) => row.level)).toEqual(panel.criteria.map(() => 4))
  })

  it('refuses without a reason, to a juror, and for a draft', async () => {
    const { sheetId, version } = await ready()
    expect(await reopen(chair, sheetId, version)).toMatchObject({ reason: 'sheet-not-sealed' })
    await sealScoreSheet(ctx, juror.actor, { sheetId, version })
    expect(await reopen(chair, sheetId, version + 1, ' ')).toMatchObject({ reason: 'reason-required' })
    expect(await reopen(juror, sheetId, version + 1)).toMatchObject({ ok: false, reason: 'wrong-role' })
  })

  it('makes one round when asked twice at once', async () => {
    const { sheetId, version, id } = await ready()
    await sealScoreSheet(ctx, juror.actor, { sheetId, version })
    const both = await Promise.all([1, 2].map(() => reopen(chair, sheetId, version + 1)))
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    const { rows } = await test.owner.query('SELECT 1 FROM score_sheet WHERE nomination_id = $1', [id])
    expect(rows).toHaveLength(2)
  })

  it('belongs to the deputy where the institution of the chair competes', async () => {
    const body = await panel.given.administration()
    const other = await aPanel(test, { given: panel.given })
    const [president, deputy, reader] = [
      await other.seated({ role: 'chair', institution: body.id }),
      await other.seated({ role: 'deputy' }),
      await other.seated(),
    ]
    await other.file({ administration: body.id })
    const file = await other.file()
    await other.reading(reader, file.id)
    const { sheetId } = await other.sealed(ctx, reader, file.id, 3)
    const { version } = await sheet(sheetId)
    expect(await reopen(president, sheetId, version)).toMatchObject({ ok: false, reason: 'not-chair' })
    expect(await reopen(deputy, sheetId, version)).toMatchObject({ ok: true })
  })
})
