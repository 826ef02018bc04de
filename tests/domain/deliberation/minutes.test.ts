import { describe, expect, it } from 'vitest'
import { composeMinutes, minutesBlockers } from '#app/domain/deliberation/minutes.ts'
import type { MinutesInput } from '#app/domain/deliberation/minutes.ts'
import type { Session, Stay } from '#app/domain/deliberation/session.ts'
import { signMinutes } from '#app/domain/deliberation/sign-minutes.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import type { NominationScore } from '#app/domain/scoring/aggregate.ts'
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

describe('minutes', () => {
  const place = {
    nominationId: 'n1',
    state: 'ranked',
    rank: 1,
    score: number('201/4'),
    display: '50.25',
    decidedBy: 'score',
    tiedWith: [],
    headToHead: null,
  } as const
  const closedItem = { ...item, openedAt: instant(50), closedAt: NOW }
  const input: MinutesInput = {
    session: aSession({
      state: 'closed',
      items: [closedItem],
      attendance: [...['chair', 's1', 's2', 's3'].map((seat) => stay(seat)), stay('s4', instant(40))],
    }),
    regulationHash: 'r',
    commitmentRoot: 'root',
    commitmentSize: 5,
    seatIds,
    quorum: number('2/3'),
    recusals: [{ seatId: 's5', nominationId: 'n1', ground: 'family' }],
    recusedAtOpening: new Map(),
    rankings: new Map([['web', [place]]]),
    scores: new Map(),
    decisions: [],
    dissents: [],
    softwareVersion: '0.1.0',
  }
  const slots = new Map([['web', [] as string[]]])
  it('count the quorum at the opening of each point, without those recused or gone', () => {
    expect(composeMinutes(input).items[0]).toMatchObject({
      quorum: { eligible: 5, needed: 4, present: 4, quorate: true },
      finalists: [{ nominationId: 'n1', score: '201/4', display: '50.25', rank: 1 }],
      recusals: [{ seatId: 's5', ground: 'family' }],
    })
  })
  it('keep out of the quorum who was out when the point was opened, also after their recusal was lifted', () => {
    const { items } = composeMinutes({
      ...input,
      recusedAtOpening: new Map([[item.id, ['s3', 's5']]]),
      recusals: [],
    })
    expect(items[0]!.quorum).toEqual({ eligible: 4, needed: 3, present: 3, quorate: true })
  })
  it('count who was in at the instant of the opening, and not who left at it, by any of the stays', () => {
    const presentWith = (stays: readonly Stay[], openedAt: Stay['leftAt'] = instant(50)) =>
      composeMinutes({
        ...input,
        session: { ...input.session, items: [{ ...closedItem, openedAt }], attendance: stays },
      }).items[0]!.quorum.present
    const from = (arrivedAt: number, leftAt: Stay['leftAt'] = null): readonly Stay[] => [
      { ...stay('s1', leftAt), arrivedAt: instant(arrivedAt) },
    ]
    expect(presentWith(from(49))).toBe(1)
    expect(presentWith(from(50))).toBe(1)
    expect(presentWith(from(51))).toBe(0)
    expect(presentWith(from(1, instant(51)))).toBe(1)
    expect(presentWith(from(1, instant(50)))).toBe(0)
    expect(presentWith([...from(1, instant(20)), ...from(30)])).toBe(1)
    // A point that was never opened had nobody in the room for it.
    expect(presentWith(from(0), null)).toBe(0)
  })
  it('put out of a point those recused from one of its files now, and those that were at its opening', () => {
    const [recusedNow] = composeMinutes(input).items
    expect(recusedNow!.quorum.eligible).toBe(5)
    const elsewhere = [{ seatId: 's5', nominationId: 'n9', ground: 'family' }]
    expect(composeMinutes({ ...input, recusals: elsewhere }).items[0]!.quorum.eligible).toBe(6)
    const twice = new Map([[item.id, ['s5']]])
    expect(composeMinutes({ ...input, recusedAtOpening: twice }).items[0]!.quorum.eligible).toBe(5)
  })
  it('give of each finalist its own place, score and sheets, and nothing of a file that is none', () => {
    const at = (nominationId: string, rank: number, score: string) =>
      ({ ...place, nominationId, rank, score: number(score), display: score }) as const
    const scoreOf = (nominationId: string, sheets: number): NominationScore => ({
      ...{ nominationId, sheets, state: 'scored', score: null, ofSheets: null, carried: null },
      ...{ eligible: 9, quorum: 3, counted: [], criterionMeans: [], median: null, failedThresholds: [] },
      ...{ renormalisedSheets: 0, excludedSheets: 0 },
    })
    const { finalists } = composeMinutes({
      ...input,
      rankings: new Map([
        ['web', [at('n1', 1, '80'), at('n2', 2, '70'), at('n3', 3, '60')]],
        ['other', [at('n2', 1, '99')]],
      ]),
      scores: new Map([
        ['web', { rule: 'mean', scores: [scoreOf('n3', 9), scoreOf('n1', 3), scoreOf('n2', 5)] }],
      ]),
    }).items[0]!
    expect(finalists).toEqual([
      { nominationId: 'n1', rank: 1, score: '80', display: '80', sheets: 3, decidedBy: 'score' },
      { nominationId: 'n2', rank: 2, score: '70', display: '70', sheets: 5, decidedBy: 'score' },
    ])
  })
  it('are signed only when the record is whole and the ranking recomputed is the same', () => {
    expect(minutesBlockers(input, slots, input.rankings)).toEqual([])
    const other = new Map([['web', [{ ...place, score: number('50') }]]])
    const broken = {
      ...input,
      commitmentRoot: '',
      quorum: number('1'),
      session: { ...input.session, state: 'open', items: [{ ...closedItem, closedAt: null }] },
    } as const
    expect(
      minutesBlockers(broken, new Map([['web', ['jury']]]), other).map((blocker) => blocker.code),
    ).toEqual([
      'session-open',
      'root-missing',
      'item-open',
      'quorum-missing',
      'slot-undecided',
      'ranking-differs',
    ])
  })
  const signing = {
    session: input.session,
    blockers: [],
    documentHash: 'h',
    signatures: [],
    dissents: { drafted: ['d1'], standing: ['d1'] },
  }
  const seen = { documentHash: 'h', consent: true }
  it('are complete with the president and the secretary', () => {
    const first = signMinutes(signing, president, seen, NOW)
    if (!first.ok) expect.fail(first.reason)
    expect(first.value).toMatchObject({ complete: false, signature: { as: 'president' } })
    const second = signMinutes({ ...signing, signatures: [first.value.signature] }, secretary, seen, NOW)
    expect(second).toMatchObject({ ok: true, value: { complete: true } })
    expect(
      signMinutes({ ...signing, signatures: [first.value.signature] }, president, seen, NOW),
    ).toMatchObject({ reason: 'already-signed' })
  })
  it.each([
    ['not-signatory', signing, anActor('p-s1'), seen],
    ['gate-closed', { ...signing, blockers: [{ code: 'session-open', facts: {} }] }, president, seen],
    ['second-factor-missing', signing, anActor('p-chair', { secondFactor: false }), seen],
    ['consent-missing', signing, president, { ...seen, consent: false }],
    ['document-changed', signing, president, { ...seen, documentHash: 'older' }],
    ['dissent-since-draft', { ...signing, dissents: { drafted: [], standing: ['d1'] } }, president, seen],
    ['dissent-since-draft', { ...signing, dissents: { drafted: ['d1'], standing: [] } }, president, seen],
    ['dissent-since-draft', { ...signing, dissents: { drafted: ['d1'], standing: ['d2'] } }, president, seen],
  ] as const)('refuse a signature: %s', (reason, facts, actor, given) => {
    expect(signMinutes(facts, actor, given, NOW)).toMatchObject({ ok: false, reason })
  })
})
