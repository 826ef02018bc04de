import { describe, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import {
  acceptSeat,
  declineSeat,
  inviteToSeat,
  panelGaps,
  signCharter,
  sittingMember,
} from '#app/domain/jury/panel.ts'
import type { Member, Seat } from '#app/domain/jury/panel.ts'
import { anActor } from '../scoring/sheet-build.ts'

const NOW = instant(5_000)
const member = (personId: string, answer: Member['answer']): Member => ({
  personId,
  answer,
  invitedAt: instant(1),
  answeredAt: null,
})
const aSeat = (over: Partial<Seat> = {}): Seat => ({
  id: 'seat-1',
  campaignId: 'c1',
  code: 'apebi',
  role: 'juror',
  institutionId: 'apebi',
  categories: null,
  holder: null,
  alternate: null,
  charterSignedAt: null,
  ...over,
})
const facts = (seat: Seat) => ({ seat, seatedPersonIds: [], competingMandates: [], otherHands: [] })

describe('seats of the jury', () => {
  it('invites a holder and tells that person', () => {
    const invited = inviteToSeat(facts(aSeat()), 'holder', 'amina', NOW)
    expect(invited.ok && invited.value.seat.holder).toEqual({
      personId: 'amina',
      answer: 'invited',
      invitedAt: NOW,
      answeredAt: null,
    })
    expect(invited.ok && invited.value.notices.map((notice) => [notice.name, notice.to])).toEqual([
      ['invitation-seat', { personId: 'amina' }],
    ])
  })
  it.each([
    ['seat-filled', facts(aSeat({ holder: member('x', 'invited') }))],
    ['already-seated', { ...facts(aSeat()), seatedPersonIds: ['amina'] }],
    ['mandate-in-campaign', { ...facts(aSeat()), competingMandates: ['commune'] }],
    ['hands-not-separate', { ...facts(aSeat()), otherHands: ['secretariat'] }],
  ] as const)('refuses an invitation: %s', (reason, given) => {
    expect(inviteToSeat(given, 'holder', 'amina', NOW)).toMatchObject({ ok: false, reason })
  })
  it('replaces a holder who declined', () => {
    expect(inviteToSeat(facts(aSeat({ holder: member('x', 'declined') })), 'holder', 'amina', NOW).ok).toBe(
      true,
    )
  })
  it('seats whoever accepts, once', () => {
    const accepted = acceptSeat(aSeat({ holder: member('amina', 'invited') }), anActor('amina'), NOW)
    if (!accepted.ok) expect.fail(accepted.reason)
    expect(sittingMember(accepted.value.seat)?.personId).toBe('amina')
    expect(acceptSeat(accepted.value.seat, anActor('amina'), NOW)).toMatchObject({
      reason: 'already-answered',
    })
    expect(acceptSeat(accepted.value.seat, anActor('other'), NOW)).toMatchObject({ reason: 'not-invited' })
  })
  it('promotes the alternate when the holder leaves, who signs the charter anew', () => {
    const seat = aSeat({
      holder: member('amina', 'accepted'),
      alternate: member('driss', 'accepted'),
      charterSignedAt: instant(2),
    })
    const left = declineSeat(seat, anActor('amina'), NOW)
    if (!left.ok) expect.fail(left.reason)
    expect(left.value.seat).toMatchObject({
      holder: { personId: 'driss', answer: 'accepted' },
      alternate: null,
      charterSignedAt: null,
    })
    expect(left.value.entry.facts).toMatchObject({ promoted: 'driss' })
  })
  it('leaves the seat open when the alternate has declined too', () => {
    const seat = aSeat({ holder: member('amina', 'invited'), alternate: member('driss', 'declined') })
    const left = declineSeat(seat, anActor('amina'), NOW)
    expect(left.ok && left.value.seat.holder?.answer).toBe('declined')
    expect(left.ok && left.value.notices).toEqual([])
    expect(declineSeat(seat, anActor('driss'), NOW)).toMatchObject({ reason: 'already-answered' })
    expect(declineSeat(seat, anActor('nobody'), NOW)).toMatchObject({ reason: 'not-invited' })
  })
  it('takes the charter from the sitting member only, once', () => {
    const seat = aSeat({ holder: member('amina', 'accepted') })
    const signed = signCharter(seat, anActor('amina'), 'hash', NOW)
    expect(signed.ok && signed.value.seat.charterSignedAt).toBe(NOW)
    expect(signCharter(seat, anActor('driss'), 'hash', NOW)).toMatchObject({ reason: 'not-seated' })
    expect(signed.ok && signCharter(signed.value.seat, anActor('amina'), 'hash', NOW)).toMatchObject({
      reason: 'charter-signed',
    })
  })
  it('lists what still blocks the evaluation', () => {
    const seats = [
      aSeat(),
      aSeat({ id: 'expert', role: 'expert' }),
      aSeat({ id: 'two', code: 'misoc', holder: member('b', 'accepted') }),
      aSeat({ id: 'three', holder: member('c', 'accepted'), charterSignedAt: NOW }),
    ]
    expect(panelGaps(seats)).toEqual([
      { seatId: 'seat-1', code: 'apebi', gap: 'unfilled' },
      { seatId: 'two', code: 'misoc', gap: 'charter-missing' },
    ])
  })
})
