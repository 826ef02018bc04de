import { describe, expect, it } from 'vitest'
import { attachEvidence, evidenceOpen, evidenceProblems, isReadable } from '#app/domain/evidence/evidence.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { aRegulation } from '../campaign/a-campaign.ts'
import { aFile } from '../nomination/a-nomination.ts'

const limits = aRegulation.participation.evidence
const CLOSES = instant(1_000_000)
const facts = (over = {}) =>
  ({
    state: 'draft',
    phase: 'nominations',
    closesAt: CLOSES,
    now: instant(CLOSES - 1),
    limits,
    attached: [],
    claims: ['results', 'usage'],
    ...over,
  }) as const

describe('attachEvidence', () => {
  it('takes a file at its limits', () => {
    expect(attachEvidence(facts(), aFile({ size: limits.bytesEach, title: ' Rapport ' }))).toMatchObject({
      ok: true,
      value: { title: 'Rapport' },
    })
    expect(
      attachEvidence(facts(), aFile({ mediaType: 'video/mp4', fileName: 'v.MP4', seconds: 180 })).ok,
    ).toBe(true)
  })
  it.each([
    ['not-editable', facts({ state: 'submitted' }), aFile()],
    ['not-editable', facts({ phase: 'screening' }), aFile()],
    ['deadline-passed', facts({ now: CLOSES }), aFile()],
    [
      'too-many-files',
      facts({ attached: Array.from({ length: 10 }, (_, i) => aFile({ sha256: String(i) })) }),
      aFile(),
    ],
    ['file-empty', facts(), aFile({ size: 0 })],
    ['file-too-large', facts(), aFile({ size: limits.bytesEach + 1 })],
    ['file-type', facts(), aFile({ mediaType: 'image/svg+xml' as 'image/png' })],
    ['file-name', facts(), aFile({ fileName: '../x.pdf' })],
    ['file-name', facts(), aFile({ fileName: `x${String.fromCodePoint(0x202e)}fdp.pdf` })],
    ['name-mismatch', facts(), aFile({ fileName: 'x.exe' })],
    ['name-mismatch', facts(), aFile({ fileName: 'x.png' })],
    ['video-too-long', facts(), aFile({ mediaType: 'video/mp4', fileName: 'v.mp4', seconds: 181 })],
    ['infected', facts(), aFile({ scanState: 'infected' })],
    ['duplicate-file', facts({ attached: [aFile()] }), aFile({ id: 'f2' })],
    ['title-required', facts(), aFile({ title: ' ' })],
    ['title-too-long', facts(), aFile({ title: 'a'.repeat(201) })],
    ['title-unreadable', facts(), aFile({ title: 'a\nb' })],
    ['unknown-claim', facts(), aFile({ claim: 'x' })],
  ])('refuses with %s', (reason, given, file) => {
    expect(attachEvidence(given, file)).toMatchObject({ ok: false, reason })
  })
  it('is open in a draft before closing and while completing', () => {
    expect(evidenceOpen(facts())).toEqual({ ok: true, value: true })
    expect(evidenceOpen(facts({ now: CLOSES }))).toMatchObject({
      ok: false,
      reason: 'deadline-passed',
      facts: { received: CLOSES, closesAt: CLOSES },
    })
    const completing = facts({ state: 'completion_requested', phase: 'screening', now: instant(CLOSES + 1) })
    expect(evidenceOpen(completing).ok).toBe(true)
    expect(evidenceOpen(facts({ state: 'awaiting_visa' }))).toMatchObject({
      ok: false,
      reason: 'not-editable',
    })
  })
})

describe('evidence', () => {
  it('is read only once it is clean or nothing could scan it', () => {
    expect(
      (['pending', 'clean', 'infected', 'unscanned'] as const).filter((scanState) =>
        isReadable({ scanState }),
      ),
    ).toEqual(['clean', 'unscanned'])
  })
  it('tells what a stricter regulation no longer allows', () => {
    expect(evidenceProblems([aFile(), aFile()], { ...limits, files: 1 })).toMatchObject([
      { field: 'evidence', facts: { count: 2, limit: 1 } },
    ])
    expect(evidenceProblems([aFile()], { ...limits, bytesEach: 10 })).toMatchObject([
      { facts: { title: 'Rapport' } },
    ])
  })
})
