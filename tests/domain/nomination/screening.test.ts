import { describe, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import { selfCheck } from '#app/domain/nomination/eligibility.ts'
import { screeningFindings } from '#app/domain/nomination/finding.ts'
import { foldAddress, foldTitle } from '#app/domain/nomination/fold.ts'
import { proposeScreening, returnScreening, validateScreening } from '#app/domain/nomination/screening.ts'
import { recordCheck } from '#app/domain/nomination/screening-check.ts'
import { monthsInService } from '#app/domain/nomination/service-age.ts'
import { aRegulation, offsetAt } from '../campaign/a-campaign.ts'
import { aContext, aFile, aNomination, answered, CLOSES, clerk, FULL, submitFacts } from './a-nomination.ts'
import type { ScreeningDecision } from '#app/domain/nomination/screening-decision.ts'

const NOW = instant(CLOSES + 1000)
const checks = [{ code: 'visa' }, { code: 'complete' }]
const yes = checks.map(({ code }) => ({ code, verdict: 'compliant', note: null }) as const)
const no = [
  yes[0] ?? { code: '', verdict: 'na', note: null },
  { code: 'complete', verdict: 'not', note: 'n' } as const,
]
const facts = (over = {}) => ({
  nomination: aNomination({ state: 'submitted' }),
  context: aContext('screening'),
  checks,
  verdicts: yes,
  live: null,
  categoryAsked: false,
  ...over,
})
const admit = { id: 'd1', outcome: 'admissible', reasons: [], comment: null } as const
const reject = { id: 'd1', outcome: 'inadmissible', reasons: ['not-in-service'], comment: null } as const
const proposed: ScreeningDecision = {
  id: 'd1',
  nominationId: 'n1',
  outcome: 'admissible',
  reasons: [],
  comment: null,
  state: 'proposed',
  proposedBy: 'k1',
  proposedAt: NOW,
  settledBy: null,
  settledAt: null,
}

describe('the two hands of screening', () => {
  it('take one clerk to propose and another to validate', () => {
    const first = proposeScreening(facts(), clerk('k1'), admit, NOW)
    expect(first).toMatchObject({
      ok: true,
      value: { decision: { state: 'proposed', proposedBy: 'k1' }, notices: [{ to: { personId: 'k2' } }] },
    })
    const live = first.ok ? first.value.decision : proposed
    expect(validateScreening(facts({ live }), clerk('k1'), NOW, NOW)).toMatchObject({
      reason: 'own-proposal',
    })
    expect(validateScreening(facts({ live }), clerk('k2'), NOW, NOW)).toMatchObject({
      ok: true,
      value: {
        nomination: { state: 'admissible' },
        decision: { state: 'validated', settledBy: 'k2' },
        notices: [{ name: 'admissible' }, { name: 'admissible' }],
      },
    })
  })
  it('tell the reasons and the appeal window of a refused file', () => {
    const live = { ...proposed, outcome: 'inadmissible', reasons: ['not-in-service'] } as const
    expect(validateScreening(facts({ live }), clerk('k2'), NOW, NOW)).toMatchObject({
      ok: true,
      value: {
        nomination: { state: 'inadmissible' },
        notices: [{ name: 'inadmissible', facts: { reasons: ['not-in-service'], appealUntil: NOW } }, {}],
      },
    })
  })
  it('return a proposal to its first hand with a note', () => {
    expect(returnScreening(facts({ live: proposed }), clerk('k2'), 'Revoir', NOW)).toMatchObject({
      ok: true,
      value: {
        decision: { state: 'returned' },
        notices: [{ name: 'screening-returned', to: { personId: 'k1' } }],
      },
    })
    expect(returnScreening(facts({ live: proposed }), clerk('k2'), ' ', NOW)).toMatchObject({
      reason: 'note-required',
    })
    expect(returnScreening(facts({ live: proposed }), clerk('k1'), 'x', NOW)).toMatchObject({
      reason: 'own-proposal',
    })
    expect(returnScreening(facts(), clerk('k2'), 'x', NOW)).toMatchObject({ reason: 'not-proposed' })
  })
  it.each([
    ['wrong-phase', facts({ context: aContext('nominations') }), admit],
    ['wrong-state', facts({ nomination: aNomination({ state: 'completion_requested' }) }), admit],
    ['already-proposed', facts({ live: proposed }), admit],
    ['checks-missing', facts({ verdicts: yes.slice(1) }), admit],
    ['outcome-contradicts-checks', facts({ verdicts: no }), admit],
    ['outcome-contradicts-checks', facts(), reject],
    ['unknown-reason', facts({ verdicts: no }), { ...reject, reasons: ['ugly'] }],
    ['reason-required', facts({ verdicts: no }), { ...reject, reasons: [] }],
    ['comment-required', facts({ verdicts: no }), { ...reject, reasons: ['other'] }],
    ['unreadable-text', facts({ verdicts: no }), { ...reject, comment: String.fromCodePoint(7) }],
  ])('refuse a proposal with %s', (reason, given, proposal) => {
    expect(proposeScreening(given, clerk('k1'), proposal, NOW)).toMatchObject({ ok: false, reason })
  })
  it('refuse a failed line without note and an unknown line', () => {
    expect(recordCheck(checks, { code: 'visa', verdict: 'not', note: '' })).toMatchObject({
      reason: 'note-required',
    })
    expect(recordCheck(checks, { code: 'x', verdict: 'na', note: null })).toMatchObject({
      reason: 'unknown-check',
    })
    expect(recordCheck(checks, { code: 'visa', verdict: 'na', note: ' ' })).toEqual({
      ok: true,
      value: { code: 'visa', verdict: 'na', note: null },
    })
  })
})

describe('the automatic findings', () => {
  const given = (over = {}) => ({
    regulation: aRegulation,
    form: submitFacts().form,
    nomination: aNomination(),
    answers: answered(),
    evidence: [aFile()],
    others: [],
    laureates: [],
    closingDate: '2026-04-16',
    ...over,
  })
  const other = {
    id: 'n2',
    reference: 'EMT-2026-0002',
    administrationId: 'a2',
    categoryCode: 'e-contenu',
    state: 'submitted',
    url: 'https://other.ma',
    titles: ['Autre'],
  }
  const codes = (over = {}) => screeningFindings(given(over)).map(({ code }) => code)
  it('find only the missing translations of a sound file', () => {
    expect(codes()).toEqual(['translation-missing'])
  })
  it.each<[string, object]>([
    ['months-in-service', { answers: answered({ ...FULL, goLive: '2025-10-17' }) }],
    ['go-live-unreadable', { answers: answered({ ...FULL, goLive: 'hier' }) }],
    [
      'too-many-nominations',
      {
        others: ['n2', 'n3'].map((id) => ({
          ...other,
          id,
          administrationId: 'a1',
          categoryCode: 'e-demarche',
        })),
      },
    ],
    ['duplicate-url', { others: [{ ...other, url: 'HTTP://WWW.service.example.ma' }] }],
    ['duplicate-title', { others: [{ ...other, titles: ['PORTAIL des  Services !'] }] }],
    [
      'former-laureate',
      { laureates: [{ administrationId: 'a1', url: '', titles: ['Portail des services'], year: 2019 }] },
    ],
    [
      'former-laureate',
      { laureates: [{ administrationId: 'a7', url: 'service.example.ma/', titles: [], year: 2019 }] },
    ],
    ['evidence-limits', { evidence: Array.from({ length: 11 }, (_, index) => aFile({ id: `f${index}` })) }],
    ['unscanned-evidence', { evidence: [aFile({ scanState: 'pending' })] }],
    ['answers-incomplete', { answers: answered({ ...FULL, url: '' }) }],
  ])('find %s', (code, over) => {
    expect(codes(over)).toContain(code)
  })
  it('leave withdrawn files and the file itself alone', () => {
    const url = 'https://service.example.ma'
    expect(
      codes({
        others: [
          { ...other, url, state: 'withdrawn' },
          { ...other, id: 'n1', url },
        ],
      }),
    ).not.toContain('duplicate-url')
  })
  it('do not take an empty address or title for a duplicate', () => {
    const blank = answered({ ...FULL, url: '', 'title.ar': '', 'title.fr': '' })
    const found = codes({ answers: blank, others: [{ ...other, url: '', titles: [''] }] })
    expect(found).not.toContain('duplicate-url')
    expect(found).not.toContain('duplicate-title')
  })
  it('count whole months', () => {
    expect([
      monthsInService('2026-01-31', '2026-02-28'),
      monthsInService('2025-10-16', '2026-04-16'),
      monthsInService('2025-10-17', '2026-04-16'),
      monthsInService('2027-01-01', '2026-01-01'),
    ]).toEqual([0, 6, 5, -12])
  })
  it('fold addresses and titles of one service together', () => {
    expect(foldAddress('https://www.Site.ma/a/?x=1#y')).toBe('site.ma/a')
    expect(foldTitle('البوّابة الإلكترونيّة')).toBe(foldTitle('البوابة الالكترونية'))
    expect(foldTitle('Démarche — en ligne')).toBe('demarche en ligne')
  })
})

describe('selfCheck', () => {
  it('says rule by rule whether a service may compete', () => {
    const lines = selfCheck(
      aRegulation,
      {
        administrationType: 'agency',
        category: 'e-contenu',
        goLive: '2026-01-01',
        isFormerLaureate: true,
        isDeeplyChanged: true,
        hasSignatory: false,
        alreadyEntered: 2,
      },
      offsetAt,
    )
    expect(lines.map(({ code, verdict }) => `${code} ${verdict}`)).toEqual([
      'administration-type pass',
      'category pass',
      'in-service stop',
      'former-laureate warn',
      'signatory warn',
      'quota stop',
    ])
  })
})
