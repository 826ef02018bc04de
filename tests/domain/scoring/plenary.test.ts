import { describe, expect, it } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { plenaryFiles, type ResultLine, type SentFile } from '#app/domain/scoring/plenary.ts'
import {
  isInReach,
  type PlenaryFacts,
  sendToPlenary,
  takeBackFromPlenary,
} from '#app/domain/scoring/send-to-plenary.ts'

const CLOSES = instant(1_000_000)
const AFTER = instant(CLOSES + 1)
const chair = {
  personId: 'chair',
  seats: [{ campaignId: 'c', seatId: 's', role: 'chair', accepted: true }],
} as unknown as Actor
const facts = (changes: Partial<PlenaryFacts> = {}): PlenaryFacts => ({
  ...{ campaignId: 'c', nominationId: 'n', reference: 'EMT-2026-0001', presiding: 'chair' },
  ...{ isRoundOpen: true, isSecondRound: false, closesAt: CLOSES, open: 0 },
  figures: { sheets: 2, eligible: 3, quorum: 3 },
  ...{ live: null, version: 0, people: ['j1', 'j1', 'o1'] },
  ...changes,
})
const lettersOf = (name: string) =>
  ['j1', 'o1'].map((personId) => ({
    ...{ name, to: { personId }, campaignId: 'c' },
    facts: { campaign: 'c', reference: 'EMT-2026-0001' },
  }))
const typed = { id: 'r', version: 0, reason: 'readers-recused', text: { ar: 'سبب', fr: 'Motif' } }
const send = (changes: Partial<PlenaryFacts> = {}, more: Partial<typeof typed> = {}, now = AFTER) =>
  sendToPlenary(facts(changes), chair, { ...typed, ...more }, now)
const sent = () => {
  const step = send()
  if (!step.ok) throw new Error(step.reason)
  return step.value
}

describe('sending a file to the plenary', () => {
  it('keeps the reason, the figures and who did it, and tells each person once', () => {
    const { referral, entry, notices } = sent()
    expect(referral).toMatchObject({
      ...{ id: 'r', nominationId: 'n', reason: 'readers-recused', sentBy: 'chair', sentAt: AFTER },
      ...{ figures: { sheets: 2, eligible: 3, quorum: 3 }, takenBackAt: null, isSecondRound: false },
    })
    expect(referral.text).toEqual({ ar: 'سبب', fr: 'Motif' })
    expect(entry).toEqual({
      ...{ act: 'fileSentToPlenary', subject: { type: 'nomination', id: 'n' }, campaignId: 'c' },
      facts: { reason: 'readers-recused', sheets: 2, eligible: 3, quorum: 3 },
    })
    expect(notices).toEqual(lettersOf('file-to-plenary'))
  })

  it('says in a refusal the figures, the versions, the reason, and the field of the language to mend', () => {
    const figures = { sheets: 3, eligible: 5, quorum: 3 }
    expect(send({ figures })).toMatchObject({ facts: figures })
    expect(send({ version: 2 })).toMatchObject({ facts: { current: 2, posted: 0 } })
    expect(send({}, { reason: 'because' })).toMatchObject({ facts: { reason: 'because' } })
    expect(send({}, { text: { ar: ' ', fr: 'Motif' } })).toMatchObject({
      fields: { 'text.ar': 'errors.required' },
    })
    expect(send({}, { text: { ar: 'سبب', fr: 'a\u0000' } })).toMatchObject({
      fields: { 'text.fr': 'errors.control' },
    })
  })

  it('is refused to whoever has no seat', () => {
    const nobody = { ...chair, seats: [] }
    expect(sendToPlenary(facts(), nobody, typed, AFTER)).toMatchObject({ reason: 'not-chair' })
  })

  it.each([
    ['by whoever does not preside over the file', { presiding: 'deputy' }, {}, 'not-chair'],
    ['when its sheets are closed', { isRoundOpen: false }, {}, 'phase-closed'],
    ['from a page that was overtaken', { version: 2 }, {}, 'stale-version'],
    ['twice', { live: {} as never }, {}, 'already-sent'],
    ['that can be ranked', { figures: { sheets: 3, eligible: 5, quorum: 3 } }, {}, 'quorum-reached'],
    ['for a reason without a code', {}, { reason: 'because' }, 'unknown-reason'],
    ['without words in one language', {}, { text: { ar: ' ', fr: 'Motif' } }, 'reason-required'],
    ['in words that nobody can read', {}, { text: { ar: 'سبب', fr: 'a\u0000' } }, 'unreadable-text'],
  ] as const)('is refused %s', (_, changes, more, reason) => {
    expect(send(changes as Partial<PlenaryFacts>, more)).toMatchObject({ ok: false, reason })
  })

  it('waits while the readers that are left can reach the quorum in time', () => {
    const before = instant(CLOSES - 1)
    expect(send({ open: 1 }, {}, before)).toMatchObject({ reason: 'quorum-in-reach', facts: { open: 1 } })
    expect(send({ open: 1 }, {}, CLOSES).ok).toBe(true)
    const far = { figures: { sheets: 1, eligible: 2, quorum: 3 }, open: 1 }
    expect(send(far, {}, before).ok).toBe(true)
  })

  it('tells the figures of a quorum that is still in reach, and until when', () => {
    const figures = { sheets: 2, eligible: 3, quorum: 3 }
    expect(send({ open: 1 }, {}, instant(CLOSES - 1))).toMatchObject({
      facts: { open: 1, closesAt: CLOSES, ...figures },
    })
    // Nobody is left to wait for, also where the quorum is reached already.
    const before = instant(CLOSES - 1)
    const reached = { figures: { sheets: 3, eligible: 3, quorum: 3 }, closesAt: CLOSES }
    expect(isInReach({ ...reached, open: 0 }, before)).toBe(false)
    expect(isInReach({ ...reached, open: 1 }, before)).toBe(true)
  })

  it('keeps the lines of a reason that has several', () => {
    const text = { ar: 'سبب\nثانٍ', fr: 'Premier motif\nSecond motif' }
    expect(send({}, { text })).toMatchObject({ value: { referral: { text } } })
  })

  it('holds for a file that nobody read, whatever the quorum', () => {
    expect(send({ figures: { sheets: 0, eligible: 0, quorum: 0 } }).ok).toBe(true)
  })

  it('is taken back while the round runs, and not twice', () => {
    const { referral } = sent()
    const live = facts({ live: referral, version: 1 })
    const back = takeBackFromPlenary(live, chair, 1, AFTER)
    expect(back).toMatchObject({
      value: {
        referral: { id: 'r', takenBackBy: 'chair', takenBackAt: AFTER },
        entry: { act: 'fileBackFromPlenary' },
        notices: lettersOf('file-from-plenary'),
      },
    })
    expect(takeBackFromPlenary(live, chair, 0, AFTER)).toMatchObject({ reason: 'stale-version' })
    expect(takeBackFromPlenary({ ...live, isRoundOpen: false }, chair, 1, AFTER)).toMatchObject({
      reason: 'phase-closed',
    })
    expect(takeBackFromPlenary(facts({ version: 2 }), chair, 2, AFTER)).toMatchObject({ reason: 'not-sent' })
  })
})

describe('the files that the plenary decides on', () => {
  const of = (nominationId: string, isSecondRound = false): SentFile => ({
    ...{ nominationId, isSecondRound, category: 'k', reason: 'readers-absent' },
    ...{ text: { ar: 'سبب', fr: 'Motif' }, figures: { sheets: 1, eligible: 3, quorum: 3 } },
  })
  const line = (nominationId: string, state: ResultLine['state'], sheets: number): ResultLine => ({
    ...{ nominationId, state, sheets, eligible: 4, quorum: 3 },
  })
  const result = [
    line('a', 'below_quorum', 2),
    line('b', 'ranked', 3),
    line('c', 'below_quorum', 0),
    line('d', 'below_threshold', 3),
  ]

  it('are those sent that the sheets leave without a score, with the figures of the result', () => {
    const found = plenaryFiles([of('d'), of('b'), of('c'), of('a'), of('gone')], result, false)
    expect(found.map(({ nominationId, figures }) => [nominationId, figures])).toEqual([
      ['a', { sheets: 2, eligible: 4, quorum: 3 }],
      ['c', { sheets: 0, eligible: 4, quorum: 3 }],
    ])
    const inOrder = plenaryFiles([of('a'), of('c')], result, false)
    expect(inOrder.map(({ nominationId }) => nominationId)).toEqual(['a', 'c'])
  })

  it('keep the figures of the first round where a second one is ranked', () => {
    const found = plenaryFiles([of('x'), of('a', true)], result, true)
    expect(found.map((one) => [one.nominationId, one.isOfFirstRound, one.figures.sheets])).toEqual([
      ['a', false, 2],
      ['x', true, 1],
    ])
  })
})
