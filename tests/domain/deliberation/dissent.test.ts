import { describe, expect, it } from 'vitest'
import {
  askDissent,
  type Dissent,
  type DissentFacts,
  dissentHold,
  sameDissents,
  withdrawDissent,
} from '#app/domain/deliberation/dissent.ts'
import { instant, type Instant } from '#app/domain/kernel/instant.ts'

const at = (second: number): Instant => instant(1_800_000_000_000 + second * 1000)
const stay = (arrived: number, left: number | null, seatId = 's1') => ({
  ...{ seatId, personId: `p-${seatId}`, arrivedAt: at(arrived), leftAt: left === null ? null : at(left) },
})
const dissent = (of: Partial<Dissent> = {}): Dissent => ({
  ...{ id: 'd0', itemId: 'i', seatId: 's1', reasons: 'Motif', askedAt: at(60), withdrawnAt: null },
  ...of,
})
const facts = (of: Partial<DissentFacts> = {}, attendance = [stay(0, null)]): DissentFacts => ({
  session: {
    ...{ id: 'm', campaignId: 'c', state: 'closed', convenedFor: at(0), presidingSeatId: 'chair' },
    ...{ presidingPersonId: 'chair', secretaryPersonId: 'clerk', attendance, items: [] },
  },
  ...{ itemId: 'i', seatId: 's1', votes: [at(50)], dissents: [], minutes: 'draft' },
  told: { campaign: 'Prix', sessionId: 'm' },
  ...of,
})
const typed = (reasons = 'Je le tiens pour inachevé.') => ({ id: 'd1', reasons })

describe('a dissent', () => {
  it('stands with its reasons; entry and letters carry neither them nor the member', () => {
    const asked = askDissent(facts(), typed(), at(60))
    expect(asked).toMatchObject({
      value: {
        dissent: {
          id: 'd1',
          itemId: 'i',
          seatId: 's1',
          reasons: 'Je le tiens pour inachevé.',
          withdrawnAt: null,
        },
        entry: { act: 'dissentAsked', subject: { type: 'session', id: 'm' }, facts: { itemId: 'i' } },
      },
    })
    const { entry, notices } = asked.ok ? asked.value : { entry: {}, notices: [] }
    expect(notices.map(({ name, to }) => [name, to])).toEqual([
      ['dissent-asked', { personId: 'chair' }],
      ['dissent-asked', { personId: 'clerk' }],
    ])
    expect(JSON.stringify([entry, notices])).not.toMatch(/inachevé|s1/)
  })

  it('needs no reasons: blank ones are none', () => {
    expect(askDissent(facts(), typed(' \n '), at(60))).toMatchObject({
      value: { dissent: { reasons: null } },
    })
  })

  it.each([
    [facts({ votes: [] }), 'nothing-voted'],
    [facts({}, []), 'not-at-the-vote'],
    [facts({}, [stay(0, 49)]), 'not-at-the-vote'],
    [facts({}, [stay(51, null)]), 'not-at-the-vote'],
    [facts({}, [stay(0, null, 's2')]), 'not-at-the-vote'],
    [facts({ minutes: 'signing' }), 'minutes-being-signed'],
    [facts({ minutes: 'signed' }), 'minutes-being-signed'],
    [facts({ dissents: [dissent()] }), 'dissent-stands'],
  ])('is refused: %#, %s', (given, reason) => {
    expect(askDissent(given, typed(), at(60))).toMatchObject({ ok: false, reason })
  })
  it('is refused with a sign that no text may hold, at its field', () => {
    expect(askDissent(facts(), typed('a\u0007'), at(60))).toMatchObject({
      ...{ reason: 'unreadable-text', fields: { reasons: 'errors.control' } },
    })
  })

  it.each([
    [facts({}, [stay(0, 50)])],
    [facts({}, [stay(50, null)])],
    [facts({}, [stay(0, 20), stay(40, 60)])],
    [facts({ votes: [at(50), at(10)] }, [stay(0, 20)])],
    [facts({ dissents: [dissent({ seatId: 's2' }), dissent({ withdrawnAt: at(61) })] })],
    [facts({ minutes: 'none' })],
  ])('is open to whoever was there when a vote was closed: %#', (given) => {
    expect(dissentHold(given)).toBeNull()
    expect(askDissent(given, typed(), at(70)).ok).toBe(true)
  })

  it('is taken back by the same member until a signature', () => {
    const own = [dissent({ id: 'other', seatId: 's2' }), dissent()]
    expect(withdrawDissent(facts({ dissents: own }), at(70))).toMatchObject({
      value: { dissent: { id: 'd0', withdrawnAt: at(70) }, entry: { act: 'dissentWithdrawn' } },
    })
    expect(withdrawDissent(facts({ dissents: own, minutes: 'signing' }), at(70))).toMatchObject({
      reason: 'minutes-being-signed',
    })
    for (const dissents of [[], [dissent({ seatId: 's2' })], [dissent({ withdrawnAt: at(61) })]])
      expect(withdrawDissent(facts({ dissents }), at(70))).toMatchObject({ reason: 'no-dissent' })
  })

  it('is the same set in any order, and no other', () => {
    expect(sameDissents(['a', 'b'], ['b', 'a'])).toBe(true)
    expect(sameDissents([], [])).toBe(true)
    expect(sameDissents(['a'], ['a', 'b'])).toBe(false)
    expect(sameDissents(['a', 'b'], ['a'])).toBe(false)
    expect(sameDissents(['a'], ['b'])).toBe(false)
  })
})
