import { describe, expect, it } from 'vitest'
import { closeItem, openItem } from '#app/domain/deliberation/agenda-item.ts'
import {
  closeSession,
  conveneSession,
  openSession,
  recordArrival,
  recordLeave,
} from '#app/domain/deliberation/session.ts'
import type { Session, Stay } from '#app/domain/deliberation/session.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { number } from '../scoring/build.ts'
import { anActor } from '../scoring/sheet-build.ts'

const NOW = instant(100)
const seatIds = ['chair', 's1', 's2', 's3', 's4', 's5']
const stay = (seatId: string, leftAt: Stay['leftAt'] = null): Stay => ({
  seatId,
  personId: `p-${seatId}`,
  arrivedAt: instant(1),
  leftAt,
})
const item = { id: 'i1', category: 'web', nominationIds: ['n1', 'n2'], openedAt: null, closedAt: null }
const aSession = (over: Partial<Session> = {}): Session => ({
  id: 'm1',
  campaignId: 'c1',
  state: 'open',
  convenedFor: NOW,
  presidingSeatId: 'chair',
  presidingPersonId: 'p-chair',
  secretaryPersonId: 'p-sec',
  attendance: ['chair', 's1', 's2', 's3'].map((seat) => stay(seat)),
  items: [item],
  ...over,
})
const president = anActor('p-chair')
const secretary = anActor('p-sec')

describe('the meeting', () => {
  it('is convened once it has an agenda and a president who sits, and tells every seat', () => {
    const facts = {
      phase: 'deliberation',
      seatPersons: new Map([
        ['chair', 'p-chair'],
        ['s1', 'p-s1'],
      ]),
    }
    const convened = conveneSession(facts, aSession())
    expect(convened.ok && convened.value.notices.map((notice) => notice.to)).toEqual([
      { personId: 'p-chair' },
      { personId: 'p-s1' },
    ])
    expect(conveneSession(facts, aSession({ items: [] }))).toMatchObject({ reason: 'agenda-empty' })
    expect(conveneSession({ ...facts, phase: 'published' }, aSession())).toMatchObject({
      reason: 'phase-closed',
    })
    expect(conveneSession(facts, aSession({ presidingPersonId: 'x' }))).toMatchObject({ reason: 'not-chair' })
  })
  it('keeps arrivals and departures, by the secretary or by oneself', () => {
    const came = recordArrival(aSession(), secretary, { seatId: 's4', personId: 'p-s4' }, NOW)
    if (!came.ok) expect.fail(came.reason)
    const left = recordLeave(came.value.session, anActor('p-s4'), 's4', instant(200))
    expect(left.ok && left.value.session.attendance.at(-1)).toEqual({
      seatId: 's4',
      personId: 'p-s4',
      arrivedAt: NOW,
      leftAt: 200,
    })
    expect(recordArrival(aSession(), anActor('x'), { seatId: 's4', personId: 'p-s4' }, NOW)).toMatchObject({
      reason: 'not-secretary',
    })
    expect(recordArrival(aSession(), secretary, { seatId: 's1', personId: 'p-s1' }, NOW)).toMatchObject({
      reason: 'already-present',
    })
    expect(recordLeave(aSession(), secretary, 's5', NOW)).toMatchObject({ reason: 'not-present' })
    expect(recordLeave(aSession(), anActor('x'), 's1', NOW)).toMatchObject({ reason: 'not-secretary' })
    expect(
      recordArrival(aSession({ state: 'closed' }), secretary, { seatId: 's4', personId: 'p-s4' }, NOW),
    ).toMatchObject({ reason: 'session-closed' })
  })
  const opening = { seatIds, quorum: number('2/3'), phase: 'deliberation' }
  it.each([
    ['not-chair', aSession({ state: 'convened' }), secretary, opening],
    ['phase-closed', aSession({ state: 'convened' }), president, { ...opening, phase: 'evaluation' }],
    ['session-open', aSession(), president, opening],
    ['session-closed', aSession({ state: 'closed' }), president, opening],
    [
      'quorum-missing',
      aSession({ state: 'convened', attendance: [stay('chair'), stay('s1'), stay('s2')] }),
      president,
      opening,
    ],
  ] as const)('does not open: %s', (reason, session, actor, facts) => {
    expect(openSession(session, actor, facts)).toMatchObject({ ok: false, reason })
  })
  it('opens with four of six', () => {
    expect(openSession(aSession({ state: 'convened' }), president, opening).ok).toBe(true)
  })
})

describe('a point of the agenda', () => {
  const facts = {
    seatIds,
    recusals: [] as { seatId: string; nominationId: string }[],
    quorum: number('2/3'),
    presidingPersonId: 'p-chair',
    openSheets: 0,
  }
  const recusal = (seatId: string, nominationId = 'n1') => ({ seatId, nominationId })
  it('opens when those recused have left and the quorum of the others stands', () => {
    expect(openItem(aSession(), president, 'i1', facts, NOW).ok).toBe(true)
    expect(openItem(aSession(), president, 'i1', { ...facts, recusals: [recusal('s3')] }, NOW)).toMatchObject(
      { reason: 'recused-present', facts: { seats: ['s3'] } },
    )
    const three = aSession({ attendance: ['chair', 's1', 's2'].map((seat) => stay(seat)) })
    expect(openItem(three, president, 'i1', facts, NOW)).toMatchObject({
      reason: 'quorum-missing',
      facts: { needed: 4, present: 3 },
    })
    expect(
      openItem(three, president, 'i1', { ...facts, recusals: [recusal('s3'), recusal('s4', 'n2')] }, NOW).ok,
    ).toBe(true)
    expect(
      openItem(three, president, 'i1', { ...facts, recusals: [recusal('s3', 'elsewhere')] }, NOW),
    ).toMatchObject({ reason: 'quorum-missing' })
  })
  it('waits for the reopened sheets of its category', () => {
    expect(openItem(aSession(), president, 'i1', { ...facts, openSheets: 2 }, NOW)).toMatchObject({
      ...{ reason: 'sheets-open', facts: { count: 2 } },
    })
  })
  it.each([
    ['session-not-open', aSession({ state: 'convened' }), president, 'i1'],
    ['item-unknown', aSession(), president, 'i9'],
    [
      'item-open',
      aSession({
        items: [
          { ...item, openedAt: NOW },
          { ...item, id: 'i2' },
        ],
      }),
      president,
      'i2',
    ],
    ['item-closed', aSession({ items: [{ ...item, openedAt: NOW, closedAt: NOW }] }), president, 'i1'],
    ['not-chair', aSession(), anActor('p-s1'), 'i1'],
  ] as const)('does not open: %s', (reason, session, actor, id) => {
    expect(openItem(session, actor, id, facts, NOW)).toMatchObject({ ok: false, reason })
  })
  it('closes once its votes are counted and its slots decided; the meeting after its last point', () => {
    const open = aSession({ items: [{ ...item, openedAt: NOW }] })
    const done = { itemId: 'i1', presidingPersonId: 'p-chair', openVotes: 0, undecidedSlots: [] as string[] }
    expect(closeItem(open, president, { ...done, openVotes: 1 }, NOW)).toMatchObject({ reason: 'vote-open' })
    expect(closeItem(open, president, { ...done, undecidedSlots: ['jury'] }, NOW)).toMatchObject({
      reason: 'slot-undecided',
    })
    expect(closeItem(open, secretary, done, NOW)).toMatchObject({ reason: 'not-chair' })
    expect(closeItem(aSession(), president, done, NOW)).toMatchObject({ reason: 'item-not-open' })
    const closed = closeItem(open, president, done, NOW)
    if (!closed.ok) expect.fail(closed.reason)
    expect(closeSession(open, president)).toMatchObject({ reason: 'items-open' })
    expect(closeSession(closed.value.session, secretary)).toMatchObject({ reason: 'not-chair' })
    expect(closeSession(closed.value.session, president)).toMatchObject({
      ok: true,
      value: { session: { state: 'closed' } },
    })
  })
})
