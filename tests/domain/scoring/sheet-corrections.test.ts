import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { abstainFromSheet, saveScores } from '#app/domain/scoring/score-sheet.ts'
import { sealSheet } from '#app/domain/scoring/seal-sheet.ts'
import { reopenSheet, voidSheet } from '#app/domain/scoring/sheet-corrections.ts'
import type { SheetFacts } from '#app/domain/scoring/sheet.ts'
import { aSheet, anActor, anEntry, CLOSES, COMPLETE, DURING, holding, someFacts } from './sheet-build.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const keyed = (text: string) => createHmac('sha256', 'test key').update(text).digest('hex')
const juror = holding('juror', 'juror')
const chair = holding('chair', 'chair')
const salt = new Uint8Array(32).fill(7)
const draft = { version: 1, entries: COMPLETE, privateNotes: 'à revoir', remark: '' }
const save = (facts: SheetFacts, over: Partial<typeof draft> = {}, now = DURING) =>
  saveScores(facts, juror, { ...draft, ...over }, now, keyed)
const seal = (facts: SheetFacts, now = DURING) =>
  sealSheet(facts, juror, { version: facts.sheet.version, salt }, now, sha256)

describe('abstaining, reopening and voiding', () => {
  const sealedFacts = {
    phase: 'deliberation',
    recused: false,
    presiding: 'chair',
    isFirstRoundClosed: false,
    isCategoryOpened: false,
    seat: { id: 'seat-juror', personId: 'juror', role: 'juror' },
    sheet: aSheet({ state: 'sealed', version: 3, commitment: 'cc', entries: COMPLETE }),
  } as const
  const request = { version: 3, reason: ' Erreur matérielle ', sheetNumber: 'number-2' }

  it('asks a reason to abstain and keeps the juror eligible', () => {
    expect(abstainFromSheet(someFacts(), juror, { version: 1, reason: ' ' }, DURING)).toMatchObject({
      reason: 'reason-required',
    })
    const done = abstainFromSheet(someFacts(), juror, { version: 1, reason: 'Domaine inconnu' }, DURING)
    expect(done.ok && done.value.sheet).toMatchObject({
      state: 'abstained',
      reason: 'Domaine inconnu',
      version: 2,
    })
  })
  it('reopens as a new round under a new sheet number, and tells the juror', () => {
    const reopened = reopenSheet(sealedFacts, chair, request)
    if (!reopened.ok) expect.fail(reopened.reason)
    expect(reopened.value.sheet).toMatchObject({
      state: 'draft',
      round: 2,
      version: 4,
      sheetNumber: 'number-2',
      commitment: null,
      entries: COMPLETE,
    })
    expect(reopened.value.entry).toMatchObject({
      act: 'scoreSheetReopened',
      facts: { previousCommitment: 'cc', reason: 'Erreur matérielle' },
    })
    expect(reopened.value.notices.map(({ name, to, facts }) => [name, to, facts])).toEqual([
      ['sheet-reopened', { personId: 'juror' }, { nominationId: 'n1', reason: 'Erreur matérielle' }],
    ])
    const facts = someFacts({ phase: 'deliberation', sheet: reopened.value.sheet })
    expect(save(facts, { version: 4 }, CLOSES).ok).toBe(true)
  })
  it.each([
    ['not-chair', sealedFacts, juror, request],
    ['not-chair', sealedFacts, anActor('organiser'), request],
    ['not-chair', { ...sealedFacts, presiding: 'deputy' }, chair, request],
    ['not-chair', { ...sealedFacts, seat: { ...sealedFacts.seat, personId: 'chair' } }, chair, request],
    ['phase-closed', { ...sealedFacts, phase: 'embargo' }, chair, request],
    ['first-round-closed', { ...sealedFacts, isFirstRoundClosed: true }, chair, request],
    ['point-opened', { ...sealedFacts, isCategoryOpened: true }, chair, request],
    ['recused', { ...sealedFacts, recused: true }, chair, request],
    ['sheet-not-sealed', { ...sealedFacts, sheet: aSheet() }, chair, request],
    ['stale-version', sealedFacts, chair, { ...request, version: 2 }],
    ['reason-required', sealedFacts, chair, { ...request, reason: '' }],
  ] as const)('refuses to reopen: %s', (reason, facts, actor, asked) => {
    expect(reopenSheet(facts, actor, asked)).toMatchObject({ ok: false, reason })
  })
  it('reopens a sheet of the second round, which stays one', () => {
    const sheet = { ...sealedFacts.sheet, isSecondRound: true }
    const again = reopenSheet({ ...sealedFacts, sheet, isFirstRoundClosed: true }, chair, request)
    expect(again.ok && again.value.sheet.isSecondRound).toBe(true)
  })
  it('voids once, with a reason', () => {
    const voided = voidSheet(sealedFacts.sheet, 'recusal', 'Lien déclaré')
    expect(voided.ok && voided.value.sheet).toMatchObject({ state: 'voided', version: 4, entries: COMPLETE })
    expect(voidSheet(aSheet({ state: 'voided' }), 'recusal', 'x')).toMatchObject({ reason: 'sheet-voided' })
    expect(voidSheet(aSheet(), 'decision', ' ')).toMatchObject({ reason: 'reason-required' })
  })
  it('never seals what it would refuse to save', () => {
    const level = fc.option(fc.integer({ min: 0, max: 6 }), { nil: null })
    fc.assert(
      fc.property(fc.array(level, { minLength: 3, maxLength: 3 }), ([a, b, c]) => {
        const entries = [
          anEntry('impact', a ?? null, { comment: 'x' }),
          anEntry('access', b ?? null, { comment: 'x' }),
          anEntry('reuse', c ?? null, { comment: 'x' }),
        ]
        const fits = [a, b, c].every(
          (value) => value === null || (value !== undefined && value >= 1 && value <= 5),
        )
        expect(save(someFacts(), { entries }).ok).toBe(fits)
        expect(seal(someFacts({ sheet: aSheet({ entries }) })).ok).toBe(fits && ![a, b, c].includes(null))
      }),
    )
  })
})
