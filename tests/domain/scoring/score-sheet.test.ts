import { createHash, createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fromHex, hexOf } from '#app/domain/audit/bytes.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { refuse } from '#app/domain/kernel/result.ts'
import { commitSheet, committedBytes } from '#app/domain/scoring/commitment.ts'
import { alreadySaved, saveScores } from '#app/domain/scoring/score-sheet.ts'
import { committedSheet, sealSheet } from '#app/domain/scoring/seal-sheet.ts'
import type { SheetFacts } from '#app/domain/scoring/sheet.ts'
import { vectorsOf } from '../vectors.ts'
import { aSheet, anEntry, CLOSES, COMPLETE, DURING, holding, OPENS, someFacts } from './sheet-build.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const keyed = (text: string) => createHmac('sha256', 'test key').update(text).digest('hex')
const juror = holding('juror', 'juror')

const salt = new Uint8Array(32).fill(7)
const draft = { version: 1, entries: COMPLETE, privateNotes: 'à revoir', remark: '' }
const save = (facts: SheetFacts, over: Partial<typeof draft> = {}, now = DURING) =>
  saveScores(facts, juror, { ...draft, ...over }, now, keyed)
const seal = (facts: SheetFacts, now = DURING) =>
  sealSheet(facts, juror, { version: facts.sheet.version, salt }, now, sha256)

describe('saving a sheet', () => {
  it('stores the draft with a keyed digest and no level in the log', () => {
    const saved = save(someFacts())
    if (!saved.ok) expect.fail(saved.reason)
    expect(saved.value.sheet).toMatchObject({
      state: 'draft',
      version: 2,
      entries: COMPLETE,
      privateNotes: 'à revoir',
    })
    expect(saved.value.entry).toMatchObject({
      act: 'scoreSheetSaved',
      subject: { type: 'score-sheet', id: 'sheet-1' },
      campaignId: 'c1',
    })
    expect(Object.keys(saved.value.entry.facts).sort()).toEqual([
      'digest',
      'nominationId',
      'round',
      'seatId',
      'version',
    ])
    expect(saved.value.problems).toEqual({ offScale: [], unknown: [], missing: [], commentless: [] })
  })
  it('keeps a draft with its gaps and says what they are', () => {
    const saved = save(someFacts(), {
      entries: [anEntry('impact', 1), anEntry('reuse', null, { cannotAssess: true })],
    })
    expect(saved.ok && saved.value.problems).toEqual({
      offScale: [],
      unknown: [],
      missing: ['access'],
      commentless: ['impact', 'reuse'],
    })
  })
  it.each([
    ['recused', someFacts({ recused: true })],
    ['not-assigned', someFacts({ assigned: false })],
    ['not-assigned', someFacts({ seat: { id: 'seat-juror', personId: 'other', role: 'juror' } })],
    ['not-assigned', someFacts({ seat: { id: 'seat-juror', personId: 'juror', role: 'chair' } })],
    ['not-assigned', someFacts({ seat: { id: 'seat-juror', personId: 'juror', role: 'expert' } })],
    ['declaration-missing', someFacts({ declared: false })],
    ['phase-closed', someFacts({ phase: 'deliberation' })],
    // Begun anew after its recusal was lifted: nobody reopened it.
    ['phase-closed', someFacts({ phase: 'deliberation', sheet: aSheet({ round: 3 }) })],
    ['sheet-sealed', someFacts({ sheet: aSheet({ state: 'sealed' }) })],
    ['sheet-sealed', someFacts({ sheet: aSheet({ state: 'voided' }) })],
    ['stale-version', someFacts({ sheet: aSheet({ version: 2 }) })],
  ] as const)('is refused as %s', (reason, facts) => {
    expect(save(facts)).toMatchObject({ ok: false, reason })
  })
  it('is open from the first instant of the window and closed at its end', () => {
    expect(save(someFacts(), {}, OPENS).ok).toBe(true)
    expect(save(someFacts(), {}, instant(CLOSES - 1)).ok).toBe(true)
    expect(save(someFacts(), {}, CLOSES)).toMatchObject({ reason: 'phase-closed' })
    expect(save(someFacts(), {}, instant(OPENS - 1))).toMatchObject({ reason: 'phase-closed' })
  })
  it.each([
    [[anEntry('impact', 6)], ['impact']],
    [[anEntry('impact', 2.5)], ['impact']],
    [[anEntry('impact', 3, { cannotAssess: true })], ['impact']],
    [[anEntry('beauty', 3)], ['beauty']],
    [[anEntry('impact', 3), anEntry('impact', 4)], ['impact']],
  ])('refuses what is not on the scale', (entries, criteria) => {
    const refused = save(someFacts(), { entries })
    expect(refused).toMatchObject({ ok: false, reason: 'score-off-scale', facts: { criteria } })
    expect(refused.ok || Object.keys(refused.fields)).toEqual(criteria.map((code) => `scores.${code}`))
  })
})

describe('a save that is sent again', () => {
  const stands = { entries: [...COMPLETE, anEntry('reuse2', 1)], privateNotes: 'à revoir', remark: '' }
  it('was done where all of it stands, whatever else does', () => {
    expect(alreadySaved(someFacts(), draft, stands)).toEqual({
      offScale: [],
      unknown: [],
      missing: [],
      commentless: [],
    })
    expect(alreadySaved(someFacts(), { ...draft, entries: [anEntry('impact', 3)] }, stands)).toMatchObject({
      missing: ['access', 'reuse'],
    })
  })
  it('knows a pin whatever order its parts stand in', () => {
    const places = { sections: [], files: [{ number: 1, fileId: 'f1' }] }
    const pinned = { ...draft, entries: [{ ...anEntry('impact', 3), pinned: 'P1: 2' }] }
    const at = (page: number) => ({
      ...stands,
      entries: [anEntry('impact', 3, { pins: [{ page, fileId: 'f1', kind: 'page' }] })],
    })
    expect(alreadySaved(someFacts({ places }), pinned, at(2))).not.toBeNull()
    expect(alreadySaved(someFacts({ places }), pinned, at(3))).toBeNull()
    expect(alreadySaved(someFacts({ places }), pinned, stands)).toBeNull()
  })
  it.each([
    ['another level', { entries: [anEntry('impact', 4)] }],
    ['another comment', { entries: [anEntry('impact', 3, { comment: 'Constaté.' })] }],
    ['no assessment', { entries: [anEntry('impact', null, { cannotAssess: true })] }],
    ['a criterion that does not stand there', { entries: [anEntry('beauty', 3)] }],
    ['other notes', { privateNotes: '' }],
    ['another remark', { remark: 'Net.' }],
  ])('is a conflict with %s', (_, over) => {
    expect(alreadySaved(someFacts(), { ...draft, ...over }, stands)).toBeNull()
  })
})

describe('a sheet of the second round', () => {
  const answer = (phase: string, round: number, isSecondRound: boolean) =>
    save(someFacts({ phase, sheet: aSheet({ round, isSecondRound, reason: round > 1 ? 'r' : '' }) })).ok
  const open = (phase: string) =>
    [1, 2].map((round) => [false, true].map((isSecond) => answer(phase, round, isSecond)))

  it('is written in the presentations, also by whoever reads in that round alone; later only once reopened', () => {
    expect(open('presentations')).toEqual([
      [false, true],
      [true, true],
    ])
    expect(open('deliberation')).toEqual([
      [false, false],
      [true, true],
    ])
    expect(open('embargo').flat()).toEqual([false, false, false, false])
  })
})

describe('sealing a sheet', () => {
  const ready = someFacts({ sheet: aSheet({ entries: COMPLETE, version: 4 }) })
  it('commits to the levels without naming the juror', () => {
    const sealed = seal(ready)
    if (!sealed.ok) expect.fail(sealed.reason)
    const { sheet, sealed: version, entry, notices } = sealed.value
    expect(sheet).toMatchObject({
      state: 'sealed',
      version: 5,
      sealedAt: DURING,
      commitment: version.commitment,
    })
    expect(version.record).toEqual({
      campaign: 'c1',
      nomination: 'n1',
      rubric: 'ab'.repeat(32),
      levels: { impact: '3', access: '4', reuse: '5' },
      version: '1',
      sheet: 'number-1',
    })
    expect(version.canonical).not.toMatch(/juror|seat/)
    expect(version.commitment).toBe(hexOf(sha256(committedBytes(version.canonical, salt))))
    expect(entry).toMatchObject({ act: 'scoreSheetSealed', facts: { commitment: version.commitment } })
    expect(JSON.stringify(entry)).not.toContain('levels')
    expect(notices).toEqual([
      {
        name: 'sheet-sealed',
        to: { personId: 'juror' },
        campaignId: 'c1',
        facts: { nominationId: 'n1', commitment: version.commitment },
      },
    ])
  })
  it('lists the criteria that are missing, then those that need a comment', () => {
    expect(seal(someFacts({ sheet: aSheet({ entries: [anEntry('access', 4)] }) }))).toMatchObject({
      reason: 'criterion-missing',
      facts: { criteria: ['impact', 'reuse'] },
    })
    const silent = [anEntry('impact', 1), anEntry('access', 2, { comment: '  ' }), anEntry('reuse', 3)]
    expect(seal(someFacts({ sheet: aSheet({ entries: silent }) }))).toMatchObject({
      reason: 'comment-required',
      facts: { criteria: ['impact', 'access'] },
      fields: {
        'comments.impact': 'errors.score.commentRequired',
        'comments.access': 'errors.score.commentRequired',
      },
    })
  })
  it('refuses a short salt and a closed phase', () => {
    expect(sealSheet(ready, juror, { version: 4, salt: salt.slice(1) }, DURING, sha256)).toMatchObject({
      reason: 'salt-length',
    })
    expect(seal(ready, CLOSES)).toMatchObject({ reason: 'phase-closed' })
  })
  it('reproduces the reference commitment', () => {
    for (const vector of vectorsOf('integrity.commitment')) {
      const input = vector.input as { salt_hex: string; canonical_json: string }
      const expected = vector.expected as { preimage_sha256: string; preimage_length: number }
      const bytes = committedBytes(input.canonical_json, fromHex(input.salt_hex) ?? new Uint8Array())
      expect({ preimage_sha256: hexOf(sha256(bytes)), preimage_length: bytes.length }).toEqual(expected)
    }
  })
  it('commits a sheet of the second round to its round, one of the first to none', () => {
    const record = (isSecondRound: boolean) =>
      committedSheet(aSheet({ isSecondRound, entries: COMPLETE }), 'ab')
    expect(record(true)).toEqual({ ...record(false), round: '2' })
    expect(record(false)).not.toHaveProperty('round')
  })
  it('says how many bytes a refused salt has, and where a record has no canonical form', () => {
    const record = committedSheet(ready.sheet, 'ab'.repeat(32))
    for (const bytes of [31, 33])
      expect(commitSheet(record, new Uint8Array(bytes), sha256)).toEqual(refuse('salt-length', { bytes }))
    expect(commitSheet({ ...record, nomination: 'n\ud800' }, salt, sha256)).toMatchObject({
      ...{ ok: false, reason: 'not-canonical' },
    })
  })
  it('gives another commitment for any other salt, level, round or sheet number', () => {
    const record = committedSheet(ready.sheet, 'ab'.repeat(32))
    const made = (over: Partial<typeof record>, bytes = salt) => {
      const commitment = commitSheet({ ...record, ...over }, bytes, sha256)
      return commitment.ok ? commitment.value.commitment : commitment.reason
    }
    const all = [
      made({}),
      made({ version: '2' }),
      made({ sheet: 'number-2' }),
      made({ levels: { ...record.levels, impact: '4' } }),
      made({}, new Uint8Array(32)),
    ]
    expect(new Set(all).size).toBe(5)
  })
})
