import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#app/services/context.ts'
import { myScoreSheet } from '#app/queries/jury/my-score-sheet.ts'
import { reopenScoreSheet } from '#app/services/scoring/reopen-score-sheet.ts'
import { saveScoreSheet } from '#app/services/scoring/save-score-sheet.ts'
import { sealScoreSheet } from '#app/services/scoring/seal-score-sheet.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
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

/** A sheet of a nomination with two pieces, the second of which stands first. */
async function aSheet() {
  const { id: nominationId } = await panel.file()
  await panel.reading(juror, nominationId)
  const files: string[] = []
  for (const position of [2, 1]) {
    const file = randomUUID()
    await panel.given.insert('stored_file', {
      id: file,
      storage_key: file,
      sha256: 'x',
      size: 1,
      media_type: 'application/pdf',
      display_name: `piece-${position}.pdf`,
      scan_state: 'clean',
      created_at: new Date(panel.now),
      created_by: juror.personId,
    })
    await panel.given.insert('evidence', {
      id: randomUUID(),
      nomination_id: nominationId,
      file_id: file,
      title: `Pièce ${position}`,
      claim: 'results',
      position,
      created_at: new Date(panel.now),
    })
    files.unshift(file)
  }
  return { nominationId, files, sheetId: await opened(ctx, juror, nominationId) }
}
const entriesWith = (pinned: string) =>
  panel.entriesAt(4).map((entry, at) => (at === 0 ? { ...entry, pinned } : entry))
const save = (sheetId: string, version: number, pinned: string) =>
  saveScoreSheet(ctx, juror.actor, draft(sheetId, version, entriesWith(pinned)))
const stored = async (sheetId: string) =>
  (
    await test.owner.query('SELECT pins FROM score WHERE sheet_id = $1 ORDER BY criterion = $2 DESC', [
      sheetId,
      panel.criteria[0],
    ])
  ).rows.map((row) => row.pins)

describe('pinning evidence to a mark', () => {
  it('stores a passage and the page of a piece with the mark, and the page shows them again', async () => {
    const { sheetId, files } = await aSheet()
    const saved = await save(sheetId, 1, '§5: Le délai moyen est de 4 jours\nP1: 3')
    expect(saved.result).toMatchObject({ ok: true, value: { version: 2 } })
    const pins = [
      { kind: 'passage', section: 'results', quote: 'Le délai moyen est de 4 jours' },
      { kind: 'page', fileId: files[0], page: 3 },
    ]
    const [first, ...others] = await stored(sheetId)
    expect(first).toEqual(pins)
    expect(others.flat()).toEqual([])
    const page = await myScoreSheet(ctx, juror.actor, sheetId)
    if (!page.ok) expect.fail(page.reason)
    expect(page.value.sheet.entries.find(({ criterion }) => criterion === panel.criteria[0])?.pins).toEqual(
      pins,
    )
    expect(page.value.dossier.files.map(({ fileId }) => fileId)).toEqual(files)
    const [entry] = (
      await test.owner.query('SELECT facts FROM audit_entry WHERE subject_id = $1 ORDER BY id DESC LIMIT 1', [
        sheetId,
      ])
    ).rows
    expect(JSON.stringify(entry.facts)).not.toMatch(/délai|results/)
  })

  it('takes away what is no longer written', async () => {
    const { sheetId } = await aSheet()
    await save(sheetId, 1, 'P2\nP1: 1:05')
    expect((await stored(sheetId))[0]).toMatchObject([{ kind: 'piece' }, { kind: 'second', second: 65 }])
    await save(sheetId, 2, 'P2')
    expect((await stored(sheetId))[0]).toMatchObject([{ kind: 'piece' }])
    await save(sheetId, 3, '')
    expect((await stored(sheetId))[0]).toEqual([])
  })

  it.each([
    ['P3: 1', 'pin-unread', 'errors.pin.unread'],
    [`§1: ${'a'.repeat(301)}`, 'pin-too-long', 'errors.pin.tooLong'],
    ['P1\nP1: 1\nP1: 2\nP1: 3\nP1: 4\nP1: 5\nP1: 6\nP1: 7\nP2', 'too-many-pins', 'errors.pin.tooMany'],
  ])('refuses at its field what it cannot be, and changes nothing: %#', async (pinned, reason, field) => {
    const { sheetId } = await aSheet()
    const before = await panel.given.trace()
    expect((await save(sheetId, 1, pinned)).result).toMatchObject({
      ok: false,
      reason,
      fields: { [`pins.${panel.criteria[0]}`]: field },
    })
    expect(await panel.given.trace()).toEqual(before)
    expect(await stored(sheetId)).toEqual([])
  })

  it('keeps the pin of a piece that is gone, and saves all else, until its line is taken out', async () => {
    const { sheetId, files } = await aSheet()
    await save(sheetId, 1, 'P1: 3\nP2')
    const [gone, other] = (await stored(sheetId))[0]
    await test.owner.query('UPDATE evidence SET removed_at = now() WHERE file_id = $1', [files[0]])
    const entries = panel
      .entriesAt(5)
      .map((entry, at) => (at === 0 ? { ...entry, pinned: 'P0: 3\nP2' } : entry))
    const saved = await saveScoreSheet(ctx, juror.actor, draft(sheetId, 2, entries))
    expect(saved.result).toMatchObject({ ok: true, value: { version: 3 } })
    expect((await stored(sheetId))[0]).toEqual([gone, other])
    const levels = await test.owner.query('SELECT DISTINCT level FROM score WHERE sheet_id = $1', [sheetId])
    expect(levels.rows).toEqual([{ level: 5 }])
    expect((await save(sheetId, 3, 'P0: 4')).result).toMatchObject({ ok: false, reason: 'pin-unread' })
    expect((await save(sheetId, 3, 'P2')).result.ok).toBe(true)
    expect((await stored(sheetId))[0]).toEqual([other])
    // What is no longer stored cannot be written back.
    expect((await save(sheetId, 4, 'P0: 3')).result).toMatchObject({ ok: false, reason: 'pin-unread' })
  })

  it('of a sheet that was open when a piece went names that piece alone, and no other takes its number', async () => {
    const { sheetId, nominationId, files } = await aSheet()
    const numbers = async () => {
      const page = await myScoreSheet(ctx, juror.actor, sheetId)
      return page.ok && page.value.dossier.files.map(({ number, fileId }) => [number, fileId])
    }
    expect(await numbers()).toEqual([
      [1, files[0]],
      [2, files[1]],
    ])
    await save(sheetId, 1, 'P1: 3')
    const before = (await stored(sheetId))[0]
    await test.owner.query('UPDATE evidence SET removed_at = now() WHERE file_id = $1', [files[0]])
    // What the page, a copy of it on the device or a form without script says still says P1; the second piece is P2 as ever.
    expect(await numbers()).toEqual([[2, files[1]]])
    expect((await save(sheetId, 2, 'P1: 3\nP2: 3')).result.ok).toBe(true)
    const pins = (await stored(sheetId))[0]
    expect(pins).toEqual([...before, { kind: 'page', fileId: files[1], page: 3 }])
    expect((await save(sheetId, 3, 'P1: 4')).result).toMatchObject({ ok: false, reason: 'pin-unread' })
    expect((await sealScoreSheet(ctx, juror.actor, { sheetId, version: 3 })).ok).toBe(true)
    const [{ record }] = (
      await test.owner.query(`SELECT record FROM document WHERE kind = 'score_sheet' AND subject_id = $1`, [
        sheetId,
      ])
    ).rows
    expect(record.criteria[0].pins).toEqual([
      { kind: 'page', piece: null, at: '3' },
      { kind: 'page', piece: { number: 2, title: 'Pièce 2' }, at: '3' },
    ])
    const chair = await panel.seated({ role: 'chair' })
    const again = { sheetId, version: 4, reason: 'Erreur signalée.' }
    expect((await reopenScoreSheet(ctx, chair.actor, again)).ok).toBe(true)
    const next = `SELECT id FROM score_sheet WHERE nomination_id = $1 AND state = 'draft'`
    expect((await stored((await test.owner.query(next, [nominationId])).rows[0].id))[0]).toEqual(pins)
  })

  it('stands in the document of the sealed sheet, by part, and by number and title of the piece', async () => {
    const { sheetId } = await aSheet()
    await save(sheetId, 1, '§5: quatre jours\nP2: 7')
    expect((await sealScoreSheet(ctx, juror.actor, { sheetId, version: 2 })).ok).toBe(true)
    const [{ record }] = (
      await test.owner.query(`SELECT record FROM document WHERE kind = 'score_sheet' AND subject_id = $1`, [
        sheetId,
      ])
    ).rows
    expect(record.criteria[0].pins).toEqual([
      { kind: 'passage', part: 5, quote: 'quatre jours' },
      { kind: 'page', piece: { number: 2, title: 'Pièce 2' }, at: '7' },
    ])
    expect(record.criteria.slice(1).some((one: object) => 'pins' in one)).toBe(false)
  })

  it('is sealed with the sheet, and a reopened sheet begins with the same pins', async () => {
    const { sheetId, nominationId } = await aSheet()
    await save(sheetId, 1, 'P1: 3')
    const chair = await panel.seated({ role: 'chair' })
    const sealed = await sealScoreSheet(ctx, juror.actor, { sheetId, version: 2 })
    expect(sealed.ok).toBe(true)
    await expect(
      test.owner.query(`UPDATE score SET pins = '[]' WHERE sheet_id = $1`, [sheetId]),
    ).rejects.toThrow()
    const reopened = await reopenScoreSheet(ctx, chair.actor, {
      sheetId,
      version: 3,
      reason: 'Erreur signalée.',
    })
    expect(reopened.ok).toBe(true)
    const [next] = (
      await test.owner.query(`SELECT id FROM score_sheet WHERE nomination_id = $1 AND state = 'draft'`, [
        nominationId,
      ])
    ).rows
    expect((await stored(next.id))[0]).toMatchObject([{ kind: 'page', page: 3 }])
    expect((await stored(sheetId))[0]).toMatchObject([{ kind: 'page', page: 3 }])
  })
})
