import { beforeAll, describe, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import type { Result } from '#app/domain/kernel/result.ts'
import { abstain } from '#app/services/scoring/abstain.ts'
import { openSheet } from '#app/services/scoring/open-sheet.ts'
import { reopenScoreSheet } from '#app/services/scoring/reopen-score-sheet.ts'
import { saveScoreSheet } from '#app/services/scoring/save-score-sheet.ts'
import { sealScoreSheet } from '#app/services/scoring/seal-score-sheet.ts'
import type { Context } from '#app/services/context.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { leftBy, oneOfTwo } from '#tests/support/left-by.ts'
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
const left = <T>(work: () => Promise<T>) => leftBy(panel.given, work)
/** Whom the letters about sheets of this juror were owed to. */
const told = async (notice: string, sheetId: string) =>
  (
    await test.owner.query(
      `SELECT person_id, facts ->> 'reason' AS reason FROM outbox WHERE notice = $1 AND facts ->> 'sheetId' = $2`,
      [notice, sheetId],
    )
  ).rows
const NOTHING = { entries: [], notices: [] }
const aFile = async (): Promise<string> => {
  const { id } = await panel.file()
  await panel.reading(juror, id)
  return id
}
/** A draft with every mark, as its juror would seal it. */
const aFullDraft = async () => {
  const sheetId = await opened(ctx, juror, await aFile())
  const { result } = await saveScoreSheet(ctx, juror.actor, draft(sheetId, 1, panel.entriesAt(4)))
  return { sheetId, version: result.ok ? result.value.version : 0 }
}
const reason = 'Hors de ma compétence.'
const standing = async (sheetId: string) =>
  (await test.owner.query('SELECT state, version FROM score_sheet WHERE id = $1', [sheetId])).rows[0]

describe('what an act on a sheet leaves', () => {
  it('is one entry for a sheet opened, however many tabs open it, and none for one that is there', async () => {
    const nominationId = await aFile()
    const open = () => openSheet(ctx, juror.actor, { nominationId })
    const first = await left(() => Promise.all([open(), open()]))
    expect(first).toMatchObject({ entries: ['scoreSheetOpened'], notices: [] })
    expect(await left(open)).toMatchObject(NOTHING)
  })

  it('is one entry and no letter for what was saved', async () => {
    const sheetId = await opened(ctx, juror, await aFile())
    const save = (level: number) => () =>
      saveScoreSheet(ctx, juror.actor, draft(sheetId, 1, panel.entriesAt(level)))
    expect(await left(save(2))).toMatchObject({ entries: ['scoreSheetSaved'], notices: [] })
    // The same again hears what it made; anything else over that version is refused.
    const again = { result: { result: { ok: true, value: { version: 2 } } }, ...NOTHING }
    expect(await left(save(2))).toMatchObject(again)
    expect(await left(save(3))).toMatchObject({ result: { result: { reason: 'stale-version' } }, ...NOTHING })
  })

  it('is one entry and one receipt to its juror for a seal pressed twice, and nothing for a refused one', async () => {
    const sheet = await aFullDraft()
    const seal = () => sealScoreSheet(ctx, juror.actor, sheet)
    const early = await left(() => sealScoreSheet(ctx, juror.actor, { ...sheet, version: 1 }))
    expect(early).toMatchObject({ result: { reason: 'stale-version' }, ...NOTHING })
    expect(await left(() => oneOfTwo('sheet-sealed', seal))).toMatchObject({
      entries: ['scoreSheetSealed'],
      notices: ['sheet-sealed'],
    })
    expect(await told('sheet-sealed', sheet.sheetId)).toMatchObject([{ person_id: juror.personId }])
  })

  it('is one entry and no letter for an abstention pressed twice, and nothing for a refused one', async () => {
    const sheet = await aFullDraft()
    const mute = await left(() => abstain(ctx, juror.actor, { ...sheet, reason: ' ' }))
    expect(mute).toMatchObject({ result: { reason: 'reason-required' }, ...NOTHING })
    const give = () => abstain(ctx, juror.actor, { ...sheet, reason })
    expect(await left(() => oneOfTwo('sheet-sealed', give))).toMatchObject({
      entries: ['scoreSheetAbstained'],
      notices: [],
    })
  })

  it('is one end where the seal and the abstention come at once', async () => {
    const sheet = await aFullDraft()
    const ends = [
      () => sealScoreSheet(ctx, juror.actor, sheet),
      () => abstain(ctx, juror.actor, { ...sheet, reason }),
    ] as const
    const { entries } = await left(() => oneOfTwo('sheet-sealed', (which) => ends[which]()))
    const { state } = await standing(sheet.sheetId)
    expect(['sealed', 'abstained']).toContain(state)
    expect(entries).toEqual([state === 'sealed' ? 'scoreSheetSealed' : 'scoreSheetAbstained'])
  })

  it('is one entry and one letter, with the reason, to the juror whose sheet the chair gave back', async () => {
    const sheet = await aFullDraft()
    const give = (version: number, why = 'Erreur de saisie signalée.') =>
      reopenScoreSheet(ctx, chair.actor, { ...sheet, version, reason: why })
    expect(await left(() => give(sheet.version))).toMatchObject(NOTHING)
    await sealScoreSheet(ctx, juror.actor, sheet)
    const sealed = sheet.version + 1
    expect(await left(() => give(sealed, ' '))).toMatchObject(NOTHING)
    expect(await left(() => oneOfTwo('stale-version', () => give(sealed)))).toMatchObject({
      entries: ['scoreSheetReopened'],
      notices: ['sheet-reopened'],
    })
    const { rows } = await test.owner.query(
      `SELECT id FROM score_sheet WHERE state = 'draft' AND sequence = 2`,
    )
    expect(await told('sheet-reopened', rows[0].id)).toEqual([
      { person_id: juror.personId, reason: 'Erreur de saisie signalée.' },
    ])
  })
})

describe('the end of the evaluation', () => {
  const ends = [
    [
      'seal',
      'sealed',
      (sheet: { sheetId: string; version: number }) => sealScoreSheet(ctx, juror.actor, sheet),
    ],
    [
      'abstention',
      'abstained',
      (sheet: { sheetId: string; version: number }) => abstain(ctx, juror.actor, { ...sheet, reason }),
    ],
  ] as const
  it.each(ends)('takes a %s one millisecond before it, none at it and none after', async (_, state, end) => {
    const sheet = await aFullDraft()
    const { evaluationCloses } = panel.campaign.regulation.calendar
    for (const late of [0, 1]) {
      await test.setNow(instant(evaluationCloses + late))
      expect(await left<Result<unknown>>(() => end(sheet))).toMatchObject({
        result: { reason: 'phase-closed' },
        ...NOTHING,
      })
      expect(await standing(sheet.sheetId)).toEqual({ state: 'draft', version: sheet.version })
    }
    await test.setNow(instant(evaluationCloses - 1))
    expect(await end(sheet)).toMatchObject({ ok: true })
    expect(await standing(sheet.sheetId)).toMatchObject({ state })
    await test.setNow(panel.now)
  })
})
