import { describe, expect, it } from 'vitest'
import { closeItem, openItem } from '#app/domain/deliberation/agenda-item.ts'
import { finalistsOf } from '#app/domain/deliberation/finalists.ts'
import { ballotReceipt } from '#app/domain/deliberation/receipt.ts'
import {
  closeSession,
  conveneSession,
  openSession,
  presentSeats,
  recordArrival,
  recordLeave,
} from '#app/domain/deliberation/session.ts'
import type { Session, Stay } from '#app/domain/deliberation/session.ts'
import { signMinutes } from '#app/domain/deliberation/sign-minutes.ts'
import { checkCode } from '#app/domain/document/check-code.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { number } from '../scoring/build.ts'
import { anActor } from '../scoring/sheet-build.ts'

const NOW = instant(100)
const seatIds = ['chair', 's1', 's2', 's3']
const stay = (seatId: string, leftAt: Stay['leftAt'] = null): Stay => ({
  ...{ seatId, personId: `p-${seatId}`, arrivedAt: instant(1), leftAt },
})
const item = { id: 'i1', category: 'web', nominationIds: ['n1', 'n2'], openedAt: null, closedAt: null }
const aSession = (over: Partial<Session> = {}): Session => ({
  ...{ id: 'm1', campaignId: 'c1', state: 'open', convenedFor: NOW, presidingSeatId: 'chair' },
  ...{ presidingPersonId: 'p-chair', secretaryPersonId: 'p-sec', items: [item] },
  attendance: seatIds.map((seat) => stay(seat)),
  ...over,
})
const president = anActor('p-chair')
const secretary = anActor('p-sec')
const written = (act: string, facts: object) => ({
  ...{ act, subject: { type: 'session', id: 'm1' }, campaignId: 'c1', facts },
})

describe('each act of a meeting', () => {
  it.each(['evaluation', 'presentations', 'deliberation'])(
    'is convened in the phase %s, with its trail',
    (phase) => {
      const facts = { phase, seatPersons: new Map([['chair', 'p-chair']]) }
      expect(conveneSession(facts, aSession({ state: 'closed' }))).toEqual({
        ok: true,
        value: {
          session: aSession({ state: 'convened', attendance: [] }),
          entry: written('sessionConvened', { at: NOW, items: 1 }),
          notices: [
            {
              ...{ name: 'session-convened', to: { personId: 'p-chair' }, campaignId: 'c1' },
              facts: { sessionId: 'm1', at: NOW },
            },
          ],
        },
      })
    },
  )
  it('is not convened in another phase, and says which', () => {
    expect(conveneSession({ phase: 'screening', seatPersons: new Map() }, aSession())).toMatchObject({
      ...{ reason: 'phase-closed', facts: { phase: 'screening' } },
    })
  })
  it('writes who came, also by oneself', () => {
    const arrival = { seatId: 's4', personId: 'p-s4' }
    for (const actor of [secretary, president, anActor('p-s4')])
      expect(recordArrival(aSession(), actor, arrival, NOW)).toEqual({
        ok: true,
        value: {
          session: aSession({
            attendance: [...aSession().attendance, { ...arrival, arrivedAt: NOW, leftAt: null }],
          }),
          entry: written('memberArrived', { seatId: 's4' }),
          notices: [],
        },
      })
  })
  it('writes who left, of whoever came back the last stay only', () => {
    const attendance = [stay('s1', instant(5)), stay('s2'), { ...stay('s1'), arrivedAt: instant(9) }]
    expect(presentSeats(aSession({ attendance }))).toEqual(['s2', 's1'])
    expect(recordLeave(aSession({ attendance }), secretary, 's1', NOW)).toEqual({
      ok: true,
      value: {
        session: aSession({
          attendance: [stay('s1', instant(5)), stay('s2'), { ...stay('s1', NOW), arrivedAt: instant(9) }],
        }),
        entry: written('memberLeft', { seatId: 's1' }),
        notices: [],
      },
    })
    expect(recordLeave(aSession({ state: 'closed' }), secretary, 's1', NOW)).toMatchObject({
      reason: 'session-closed',
    })
  })
  it('writes the quorum of its opening', () => {
    const facts = { seatIds, quorum: number('2/3'), phase: 'deliberation' }
    expect(openSession(aSession({ state: 'convened' }), president, facts)).toEqual({
      ok: true,
      value: { session: aSession(), entry: written('sessionOpened', { needed: 3, present: 4 }), notices: [] },
    })
    const few = aSession({ state: 'convened', attendance: [stay('chair')] })
    expect(openSession(few, president, facts)).toMatchObject({ facts: { needed: 3, present: 1 } })
    expect(openSession(few, president, { ...facts, phase: 'embargo' })).toMatchObject({
      facts: { phase: 'embargo' },
    })
  })
  it('writes the opening and the closing of a point, and touches no other', () => {
    const other = { ...item, id: 'i2' }
    const facts = {
      seatIds,
      quorum: number('2/3'),
      presidingPersonId: 'p-chair',
      recusals: [],
      openSheets: 0,
    }
    expect(openItem(aSession({ items: [item, other] }), president, 'i1', facts, NOW)).toEqual({
      ok: true,
      value: {
        session: aSession({ items: [{ ...item, openedAt: NOW }, other] }),
        entry: written('itemOpened', { item: 'i1', eligible: 4, needed: 3, present: 4, recused: 0 }),
        notices: [],
      },
    })
    const elsewhere = [{ seatId: 's1', nominationId: 'n9' }]
    expect(openItem(aSession(), president, 'i1', { ...facts, recusals: elsewhere }, NOW).ok).toBe(true)
    const opened = aSession({ items: [{ ...item, openedAt: NOW }, other] })
    expect(openItem(opened, president, 'i2', facts, NOW)).toMatchObject({ facts: { item: 'i1' } })
    const done = { itemId: 'i1', presidingPersonId: 'p-chair', openVotes: 0, undecidedSlots: [] }
    expect(closeItem(opened, president, done, instant(200))).toEqual({
      ok: true,
      value: {
        session: aSession({ items: [{ ...item, openedAt: NOW, closedAt: instant(200) }, other] }),
        entry: written('itemClosed', { item: 'i1' }),
        notices: [],
      },
    })
    expect(closeItem(opened, president, { ...done, itemId: 'i2' }, NOW)).toMatchObject({
      reason: 'item-not-open',
    })
    expect(closeItem(opened, president, { ...done, undecidedSlots: ['jury'] }, NOW)).toMatchObject({
      facts: { slots: ['jury'] },
    })
  })
  it('writes its end, after the last point', () => {
    const ended = [{ ...item, openedAt: NOW, closedAt: NOW }]
    expect(closeSession(aSession({ items: ended }), president)).toEqual({
      ok: true,
      value: {
        session: aSession({ state: 'closed', items: ended }),
        entry: written('sessionClosed', { items: 1 }),
        notices: [],
      },
    })
    expect(closeSession(aSession(), president)).toMatchObject({
      reason: 'items-open',
      facts: { items: ['i1'] },
    })
    expect(closeSession(aSession({ state: 'convened', items: ended }), president)).toMatchObject({
      reason: 'session-not-open',
    })
  })
  it('writes each signature, with the hash of the exact document', () => {
    const signing = {
      session: aSession(),
      blockers: [],
      documentHash: 'h',
      signatures: [],
      dissents: { drafted: [], standing: [] },
    }
    const seen = { documentHash: 'h', consent: true }
    for (const [actor, as] of [
      [president, 'president'],
      [secretary, 'secretary'],
    ] as const)
      expect(signMinutes(signing, actor, seen, NOW)).toEqual({
        ok: true,
        value: {
          signature: { personId: actor.personId, as, documentHash: 'h', at: NOW },
          complete: false,
          entry: written('minutesSigned', { as, documentHash: 'h' }),
        },
      })
    const older = { personId: 'p-sec', as: 'secretary' as const, documentHash: 'older', at: NOW }
    expect(signMinutes({ ...signing, signatures: [older] }, president, seen, NOW)).toMatchObject({
      value: { complete: false },
    })
    const blockers = [{ code: 'session-open' as const, facts: {} }]
    expect(signMinutes({ ...signing, blockers }, president, seen, NOW)).toMatchObject({
      facts: { blockers: ['session-open'] },
    })
    expect(signMinutes(signing, president, { ...seen, consent: false }, NOW)).toMatchObject({
      fields: { consent: 'errors.required' },
    })
  })
})

describe('the finalists', () => {
  const ranked = (...ranks: readonly (number | null)[]) =>
    ranks.map((rank, at) => ({ nominationId: `n${at + 1}`, rank }))
  it('are the first three, or two for each slot, at most eight', () => {
    const ten = ranked(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
    expect(finalistsOf(ten, 1, [])).toEqual(['n1', 'n2', 'n3'])
    expect(finalistsOf(ten, 2, [])).toEqual(['n1', 'n2', 'n3', 'n4'])
    expect(finalistsOf(ten, 5, [])).toHaveLength(8)
  })
  it('let in all of a tie at the last place, and nobody without a rank', () => {
    expect(finalistsOf(ranked(1, 2, 3, 3, 5, null), 1, [])).toEqual(['n1', 'n2', 'n3', 'n4'])
  })
  it('stand beside those that the plenary decides on, whatever their number', () => {
    const ranking = ranked(1, 2, 3, 4, null, null)
    expect(finalistsOf(ranking, 1, [{ nominationId: 'n6' }])).toEqual(['n1', 'n2', 'n3', 'n6'])
  })
})

describe('the receipt of a ballot', () => {
  it('is made of the vote and the seat alone', () => {
    const asked: string[] = []
    const bytes = Uint8Array.from({ length: 32 }, (_, at) => at)
    const receipt = ballotReceipt('m1', 's1', (text) => {
      asked.push(text)
      return bytes
    })
    expect(asked).toEqual(['m1:s1'])
    expect(receipt.ok).toBe(true)
    expect(receipt).toEqual(checkCode(bytes.slice(0, 10)))
  })
})
