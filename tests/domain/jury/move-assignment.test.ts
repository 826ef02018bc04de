import { describe, expect, it } from 'vitest'
import type { Pair } from '#app/domain/jury/assignment.ts'
import { moveAssignment } from '#app/domain/jury/move-assignment.ts'
import { anActor } from '../scoring/sheet-build.ts'
import { aReader, excluded, pair, problemOf } from './assignment-build.ts'

describe('a manual move', () => {
  const clerk = anActor('clerk', { grants: [{ role: 'secretariat', campaignId: 'c1' }] })
  const problem = problemOf(2, 3, {
    excluded: [excluded('n0', 's2')],
    readers: [
      aReader('s0', { institutionId: 'x', categories: null, loadLimit: 1 }),
      aReader('s1', { institutionId: 'x', categories: ['web'], loadLimit: 9 }),
      aReader('s2', { institutionId: 'y', categories: null, loadLimit: 9 }),
    ],
  })
  const facts = {
    campaignId: 'c1',
    phase: 'evaluation',
    problem,
    assigned: [pair('n0', 's0')],
    done: [] as Pair[],
    personOfSeat: new Map([
      ['s2', 'amina'],
      ['s1', 'driss'],
    ]),
    shortlist: null,
  }
  const move = (
    nominationId: string,
    from: string | null,
    to: string | null,
    over: Partial<typeof facts> = {},
    actor = clerk,
  ) => moveAssignment({ ...facts, ...over }, actor, { nominationId, from, to })

  it('replaces a reader by another of the same institution and tells the new one', () => {
    const moved = move('n0', 's0', 's1')
    expect(moved).toMatchObject({ ok: true, value: { removed: pair('n0', 's0'), added: pair('n0', 's1') } })
    expect(moved.ok && moved.value.notices.map((notice) => notice.to)).toEqual([{ personId: 'driss' }])
  })
  it.each([
    ['excluded', () => move('n0', null, 's2')],
    ['category', () => move('n1', null, 's1')],
    ['already-assigned', () => move('n0', null, 's0')],
    ['institution-twice', () => move('n0', null, 's1')],
    ['load-limit', () => move('n1', null, 's0')],
    ['not-assigned', () => move('n1', 's0', 's2')],
    ['sheet-sealed', () => move('n0', 's0', 's1', { done: [pair('n0', 's0')] })],
    ['phase-closed', () => move('n0', 's0', 's1', { phase: 'deliberation' })],
    ['not-allowed', () => move('n0', 's0', 's1', {}, anActor('amina'))],
  ] as const)('is refused: %s', (reason, act) => {
    expect(act()).toMatchObject({ ok: false, reason })
  })
})

describe('a move while the second of two rounds runs', () => {
  const clerk = anActor('clerk', { grants: [{ role: 'secretariat', campaignId: 'c1' }] })
  const readers = [aReader('s0', { loadLimit: 1 }), aReader('s1', { institutionId: 'x' }), aReader('s2')]
  const facts = {
    campaignId: 'c1',
    phase: 'presentations',
    problem: problemOf(3, 3, { readers, excluded: [excluded('n0', 's2')] }),
    // The first round filled the load of s0; of the shortlist it reads nothing.
    assigned: [pair('n1', 's0'), pair('n0', 's1')],
    done: [] as Pair[],
    personOfSeat: new Map([['s0', 'amina']]),
    shortlist: new Set(['n0', 'n2']) as ReadonlySet<string> | null,
  }
  const move = (
    nominationId: string,
    from: string | null,
    to: string | null,
    over: Partial<typeof facts> = {},
  ) => moveAssignment({ ...facts, ...over }, clerk, { nominationId, from, to })

  it('adds a reader to a shortlisted file, whose load is that of the shortlist, and says so in the log', () => {
    const moved = move('n0', null, 's0')
    expect(moved).toMatchObject({ ok: true, value: { isSecondRound: true, added: pair('n0', 's0') } })
    expect(moved.ok && moved.value.entry.facts).toEqual({ from: '', to: 's0', round: 2 })
    expect(moved.ok && moved.value.notices.map((notice) => notice.to)).toEqual([{ personId: 'amina' }])
  })
  it('takes one away whose sheet is not sealed', () => {
    expect(move('n0', 's1', null)).toMatchObject({
      ok: true,
      value: { removed: pair('n0', 's1'), added: null },
    })
  })
  it.each([
    ['not-shortlisted', () => move('n1', null, 's1')],
    ['phase-closed', () => move('n0', null, 's0', { shortlist: null })],
    ['phase-closed', () => move('n0', null, 's0', { phase: 'deliberation' })],
    ['excluded', () => move('n0', null, 's2')],
    ['already-assigned', () => move('n0', null, 's1')],
    ['load-limit', () => move('n2', null, 's0', { assigned: [pair('n0', 's0')] })],
    ['sheet-sealed', () => move('n0', 's1', null, { done: [pair('n0', 's1')] })],
  ] as const)('is refused: %s', (reason, act) => {
    expect(act()).toMatchObject({ ok: false, reason })
  })
  it('says nothing of a round in the first', () => {
    const first = move('n2', null, 's1', { phase: 'evaluation', shortlist: null })
    expect(first).toMatchObject({ ok: true, value: { isSecondRound: false } })
    expect(first.ok && first.value.entry.facts).toEqual({ from: '', to: 's1' })
  })
})
