import { createHash, createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { MOST_PINS } from '#app/domain/nomination/pin.ts'
import { pinnedEntries } from '#app/domain/scoring/pinned.ts'
import { abstainFromSheet, saveScores } from '#app/domain/scoring/score-sheet.ts'
import { sealSheet } from '#app/domain/scoring/seal-sheet.ts'
import { reopenSheet, voidSheet } from '#app/domain/scoring/sheet-corrections.ts'
import type { SheetEntry } from '#app/domain/scoring/sheet.ts'
import { sheetProblems } from '#app/domain/scoring/sheet-problems.ts'
import { aRubric } from './build.ts'
import { aSheet, anEntry, COMPLETE, DURING, holding, someFacts } from './sheet-build.ts'

const juror = holding('juror', 'juror')
const chair = holding('chair', 'chair')
const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const keyed = (text: string) => createHmac('sha256', 'test key').update(text).digest('hex')

describe('what is written under a criterion as its evidence', () => {
  const places = { sections: ['identity', 'lead'], files: [{ number: 1, fileId: 'file-a' }] }
  const read = (pinned: string | undefined) =>
    pinnedEntries([anEntry('impact', 3), { ...anEntry('access', 4), pinned }], places, [])

  it('becomes pins, and nothing where nothing is written', () => {
    expect(read('§2: quatre jours')).toEqual({
      ok: true,
      value: [
        anEntry('impact', 3),
        { ...anEntry('access', 4), pins: [{ kind: 'passage', section: 'lead', quote: 'quatre jours' }] },
      ],
    })
    expect(read(undefined)).toEqual({ ok: true, value: [anEntry('impact', 3), anEntry('access', 4)] })
  })
  it('is refused at its own field', () => {
    const many = Array.from({ length: MOST_PINS + 1 }, (_, at) => `P1: ${at + 1}`).join('\n')
    const fields = [read('§9: rien'), read(`§1: ${'x'.repeat(301)}`), read(many)].map((one) =>
      one.ok ? null : one.fields,
    )
    expect(fields).toEqual([
      { 'pins.access': 'errors.pin.unread' },
      { 'pins.access': 'errors.pin.tooLong' },
      { 'pins.access': 'errors.pin.tooMany' },
    ])
  })
  it('keeps a sheet from being saved', () => {
    const draft = { version: 1, privateNotes: '', remark: '' }
    const entries = [{ ...anEntry('impact', 3), pinned: 'P1' }]
    const saved = (over: object) => saveScores(someFacts(over), juror, { ...draft, entries }, DURING, keyed)
    expect(saved({})).toMatchObject({ reason: 'pin-unread' })
    expect(saved({ places })).toMatchObject({ ok: true, value: { notices: [] } })
  })
})

describe('a refusal', () => {
  const sealed = {
    phase: 'deliberation',
    recused: false,
    presiding: 'chair',
    isFirstRoundClosed: false,
    isCategoryOpened: false,
    seat: { id: 'seat-juror', personId: 'juror', role: 'juror' },
    sheet: aSheet({ state: 'sealed', version: 3, commitment: 'cc', entries: COMPLETE }),
  } as const
  const request = { version: 3, reason: ' Erreur matérielle ', sheetNumber: 'number-2' }
  const required = { reason: 'reason-required', fields: { reason: 'errors.required' } }

  it('stands at the field of the reason that is missing', () => {
    expect(abstainFromSheet(someFacts(), juror, { version: 1, reason: ' ' }, DURING)).toMatchObject(required)
    expect(reopenSheet(sealed, chair, { ...request, reason: ' ' })).toMatchObject(required)
    expect(voidSheet(sealed.sheet, 'recusal', ' ')).toMatchObject(required)
  })
  it('names the phase, the state and the version that it met', () => {
    expect(reopenSheet({ ...sealed, phase: 'embargo' }, chair, request)).toMatchObject({
      facts: { phase: 'embargo' },
    })
    expect(reopenSheet({ ...sealed, sheet: aSheet() }, chair, request)).toMatchObject({
      facts: { state: 'draft' },
    })
    expect(reopenSheet(sealed, chair, { ...request, version: 2 })).toMatchObject({
      facts: { current: 3, posted: 2 },
    })
    expect(abstainFromSheet(someFacts(), juror, { version: 4, reason: 'x' }, DURING)).toMatchObject({
      reason: 'stale-version',
      facts: { current: 1, posted: 4 },
    })
  })
  it('of a seal stands at each criterion, with what it lacks', () => {
    const seal = (entries: readonly SheetEntry[]) =>
      sealSheet(
        someFacts({ sheet: aSheet({ entries }) }),
        juror,
        { version: 1, salt: new Uint8Array(32) },
        DURING,
        sha256,
      )
    expect(seal([anEntry('impact', 9), anEntry('access', 4), anEntry('reuse', 3)])).toMatchObject({
      reason: 'score-off-scale',
      facts: { criteria: ['impact'] },
      fields: { 'scores.impact': 'errors.score.outOfScale' },
    })
    expect(seal([anEntry('impact', 3), anEntry('reuse', null, { cannotAssess: true })])).toMatchObject({
      reason: 'criterion-missing',
      facts: { criteria: ['access'] },
      fields: { 'scores.access': 'errors.score.missing', 'comments.reuse': 'errors.score.commentRequired' },
    })
  })
  it('never meets a phase in which scores are given, a sheet abstained, or the last word of a chair', () => {
    for (const phase of ['evaluation', 'presentations', 'deliberation'] as const)
      expect(reopenSheet({ ...sealed, phase }, chair, request).ok).toBe(true)
    const abstained = { ...sealed, sheet: aSheet({ state: 'abstained', version: 3 }) }
    expect(reopenSheet(abstained, chair, request).ok).toBe(true)
  })
})

describe('the trail of a correction', () => {
  it('says what was done, why and to which commitment, and tells nobody else', () => {
    const sheet = aSheet({ state: 'sealed', version: 3, commitment: 'cc', entries: COMPLETE })
    expect(voidSheet(sheet, 'recusal', ' Conflit ')).toMatchObject({
      value: {
        sheet: { state: 'voided', reason: 'Conflit' },
        entry: { act: 'scoreSheetVoided', facts: { cause: 'recusal', previousCommitment: 'cc' } },
        notices: [],
      },
    })
    const done = abstainFromSheet(someFacts(), juror, { version: 1, reason: ' Domaine ' }, DURING)
    expect(done).toMatchObject({
      value: {
        sheet: { reason: 'Domaine' },
        entry: { act: 'scoreSheetAbstained', facts: { reasonLength: 7 } },
        notices: [],
      },
    })
  })
})

describe('what a sheet lacks', () => {
  it('is judged by the scale and the comments of its own criterion', () => {
    const { criteria, ...rubric } = aRubric()
    const [first, ...others] = criteria
    const short = { ...first!, levels: first!.levels.slice(0, 2), commentAt: [1] }
    const [low, high] = [short.levels[0]!.level, first!.levels.at(-1)!.level]
    const own = { ...rubric, criteria: [short, ...others] }
    expect(sheetProblems(own, [anEntry(short.code, high)]).offScale).toEqual([short.code])
    expect(sheetProblems(own, [anEntry(others[0]!.code, high)]).offScale).toEqual([])
    const said = sheetProblems({ ...own, criteria: [...others, { ...short, commentAt: [low] }] }, [
      anEntry(short.code, low),
    ])
    expect(said.commentless).toEqual([short.code])
  })
})
