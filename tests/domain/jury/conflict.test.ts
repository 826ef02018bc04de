import { describe, expect, it } from 'vitest'
import { automaticExclusions, conflictHints } from '#app/domain/jury/conflict.ts'
import { declareInterest, recuse } from '#app/domain/jury/recusal.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { aSheet, anActor } from '../scoring/sheet-build.ts'

const NOW = instant(9)
const body = (administrationId: string, supervisingId: string | null = null) => ({
  administrationId,
  supervisingId,
})
const juror = { personId: 'amina', institution: body('anrt', 'primature'), mailDomain: 'anrt.ma' }
const nomination = {
  nominationId: 'n1',
  lead: body('commune', 'interieur'),
  partners: [body('adii', 'finances')],
  peopleIds: ['karim'],
  mailDomains: ['commune.ma'],
}

describe('conflicts', () => {
  it.each([
    ['same-administration', { ...nomination, lead: body('anrt', 'primature') }, 'lead'],
    ['same-administration', { ...nomination, partners: [body('anrt')] }, 'partner'],
    ['juror-supervises', { ...nomination, lead: body('filiale', 'anrt') }, 'lead'],
    ['juror-supervised', { ...nomination, partners: [body('primature')] }, 'partner'],
  ] as const)('excludes by %s', (cause, given, competesAs) => {
    expect(automaticExclusions(juror, given)).toMatchObject([{ cause, competesAs }])
  })
  it('excludes nobody without a tie, nor a person who sits for no institution', () => {
    expect(automaticExclusions(juror, nomination)).toEqual([])
    expect(
      automaticExclusions({ ...juror, institution: null }, { ...nomination, lead: body('anrt') }),
    ).toEqual([])
  })
  it('does not take two bodies without supervision for one family', () => {
    const free = { ...juror, institution: body('apebi') }
    expect([
      automaticExclusions(free, { ...nomination, lead: body('x') }),
      conflictHints(free, { ...nomination, lead: body('x') }),
    ]).toEqual([[], []])
  })
  it('hints at a shared supervising body, a mail domain and a person, but not at an open mail service', () => {
    const near = {
      ...nomination,
      lead: body('dgssi', 'primature'),
      mailDomains: ['anrt.ma', 'gmail.com'],
      peopleIds: ['amina'],
    }
    expect(conflictHints(juror, near).map((hint) => hint.cause)).toEqual([
      'same-supervising-body',
      'same-mail-domain',
      'same-person',
    ])
    expect(conflictHints({ ...juror, mailDomain: 'gmail.com' }, near).map((hint) => hint.cause)).toEqual([
      'same-supervising-body',
      'same-person',
    ])
  })
})

const facts = {
  campaignId: 'c1',
  seatId: 's1',
  personId: 'amina',
  nominationId: 'n1',
  assigned: true,
  sheet: null,
  existing: null,
  isPrizeDecided: false,
  charterSigned: true,
  declaration: null,
} as const
describe('recusal', () => {
  it('ends the reading, voids the sheet, and keeps the ground out of the notice', () => {
    const done = recuse(
      { ...facts, sheet: aSheet({ state: 'sealed' }) },
      { origin: 'declared', ground: 'family' },
      NOW,
    )
    if (!done.ok) expect.fail(done.reason)
    expect(done.value).toMatchObject({ endsAssignment: true, voided: { state: 'voided' } })
    expect(done.value.entries.map((entry) => entry.act)).toEqual(['recusalRecorded', 'scoreSheetVoided'])
    expect(done.value.notices).toEqual([
      {
        name: 'recusal-recorded',
        to: { personId: 'amina' },
        campaignId: 'c1',
        facts: { nominationId: 'n1' },
      },
    ])
  })
  it('changes no ranking on which a prize is decided, and hides a file from whoever does not count for it', () => {
    const cause = { origin: 'pinned', ground: 'family' } as const
    const decided = { ...facts, isPrizeDecided: true }
    expect(recuse(decided, cause, NOW)).toMatchObject({ ok: false, reason: 'prize-decided' })
    const sheet = aSheet({ state: 'sealed' })
    expect(recuse({ ...decided, assigned: false, sheet }, cause, NOW)).toMatchObject({
      reason: 'prize-decided',
    })
    const gone = aSheet({ state: 'voided' })
    for (const of of [null, gone])
      expect(recuse({ ...decided, assigned: false, sheet: of }, cause, NOW).ok).toBe(true)
  })
  it('follows from any declared interest, and from none when there is none', () => {
    const none = declareInterest(facts, anActor('amina'), { kind: 'none', words: '' }, NOW)
    expect(none.ok && none.value.effects).toBeNull()
    for (const kind of ['employment', 'supervision', 'contract', 'family'] as const) {
      const declared = declareInterest(facts, anActor('amina'), { kind, words: '' }, NOW)
      expect(declared.ok && declared.value.effects?.recusal).toMatchObject({
        origin: 'declared',
        ground: kind,
      })
    }
  })
  it.each([
    ['not-seated', facts, 'karim', 'none'],
    ['charter-missing', { ...facts, charterSigned: false }, 'amina', 'none'],
    ['words-required', facts, 'amina', 'other'],
    [
      'already-recused',
      {
        ...facts,
        existing: { seatId: 's1', nominationId: 'n1', origin: 'pinned', ground: 'other', since: NOW },
      },
      'amina',
      'none',
    ],
  ] as const)('refuses a declaration: %s', (reason, given, who, kind) => {
    expect(declareInterest(given, anActor(who), { kind, words: ' ' }, NOW)).toMatchObject({
      ok: false,
      reason,
    })
  })
})
