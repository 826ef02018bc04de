import { describe, expect, it } from 'vitest'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { digestOf, saveScores } from '#app/domain/scoring/score-sheet.ts'
import type { SheetFacts } from '#app/domain/scoring/sheet.ts'
import { mayWriteSheet } from '#app/domain/scoring/sheet-gate.ts'
import { pinnedEntries } from '#app/domain/scoring/pinned.ts'
import { aSheet, anEntry, CLOSES, COMPLETE, DURING, holding, someFacts } from './sheet-build.ts'

const juror = holding('juror', 'juror')
const write = (over: Partial<SheetFacts> = {}, now: Instant = DURING, version = 1) =>
  mayWriteSheet(someFacts(over), juror, version, now)

describe('who may write on a sheet', () => {
  it('is its own juror or deputy, on the sheet of that very seat', () => {
    expect(write()).toEqual({ ok: true, value: null })
    expect(write({ seat: { id: 'seat-juror', personId: 'juror', role: 'deputy' } }).ok).toBe(true)
    expect(write({ seat: { id: 'seat-juror', personId: 'juror', role: 'expert' } }).ok).toBe(false)
    // The same person holds another seat: its sheet is not this one's.
    expect(write({ sheet: aSheet({ seatId: 'seat-before' }) })).toMatchObject({ reason: 'not-assigned' })
  })

  it('says which phase closed it and when, and in what state a sheet is that is no draft', () => {
    expect(write({}, CLOSES)).toMatchObject({
      reason: 'phase-closed',
      facts: { phase: 'evaluation', closedAt: CLOSES },
    })
    expect(write({ sheet: aSheet({ state: 'abstained' }) })).toMatchObject({
      reason: 'sheet-sealed',
      facts: { state: 'abstained' },
    })
  })

  it('is, after the window, whoever the chair gave it back to, with a reason', () => {
    expect(write({ sheet: aSheet({ round: 2, reason: 'Erreur matérielle' }) }, CLOSES).ok).toBe(true)
    // One that follows a voided sheet closes with the others.
    expect(write({ sheet: aSheet({ round: 2 }) }, CLOSES)).toMatchObject({ reason: 'phase-closed' })
  })
})

describe('an empty sheet', () => {
  it('holds nothing that its juror did not write', () => {
    const { entries, privateNotes, remark, reason } = aSheet()
    expect({ entries, privateNotes, remark, reason }).toEqual({
      ...{ entries: [], privateNotes: '', remark: '', reason: '' },
    })
  })
})

describe('the digest of a draft in the log', () => {
  const said = (over: Parameters<typeof aSheet>[0]) => digestOf(aSheet(over), (text) => text)

  it('covers the sheet, its round and everything written on it', () => {
    const changed = [
      { id: 'sheet-2' },
      { round: 2 },
      { entries: COMPLETE },
      { privateNotes: 'à revoir' },
      { remark: 'Réserve' },
    ]
    const digests = [{}, ...changed].map(said)
    expect(new Set(digests).size).toBe(digests.length)
  })
})

describe('a refused mark', () => {
  const draft = { version: 1, privateNotes: '', remark: '' }
  const saved = (entries: readonly ReturnType<typeof anEntry>[]) =>
    saveScores(someFacts(), juror, { ...draft, entries }, DURING, (text) => text)

  it('is refused at its own field, with the reason', () => {
    expect(saved([anEntry('impact', 9)])).toMatchObject({
      reason: 'score-off-scale',
      facts: { criteria: ['impact'] },
      fields: { 'scores.impact': 'errors.score.outOfScale' },
    })
  })
})

describe('pins under a criterion', () => {
  const places = { sections: [], files: [{ number: 1, fileId: 'first' }] }
  const gone = { kind: 'page', fileId: 'gone', page: 3 } as const
  const stored = [anEntry('impact', 3, { pins: [gone] }), anEntry('access', 4)]
  const read = (criterion: string) =>
    pinnedEntries([{ ...anEntry(criterion, 3), pinned: 'P2: 3' }], places, stored)

  it('of a piece that is gone stay under the criterion that held them, and come under no other', () => {
    expect(read('impact')).toMatchObject({ ok: true, value: [{ criterion: 'impact', pins: [gone] }] })
    expect(read('access')).toMatchObject({ ok: false, fields: { 'pins.access': 'errors.pin.unread' } })
  })
})
