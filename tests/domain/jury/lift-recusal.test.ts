import { describe, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import { type LiftFacts, proposeLift, settleLift } from '#app/domain/jury/lift-recusal.ts'
import type { Recusal } from '#app/domain/jury/recusal.ts'
import { anActor } from '../scoring/sheet-build.ts'

const recusal = (origin: Recusal['origin']): Recusal => ({
  seatId: 's1',
  nominationId: 'n1',
  origin,
  ground: 'other',
  since: instant(0),
})
const facts = (changes: Partial<LiftFacts> = {}): LiftFacts => ({
  campaignId: 'c1',
  recusal: recusal('declared'),
  recusedPersonId: 'amina',
  actorConflicted: false,
  open: null,
  ...changes,
})
const open = { id: 'l1', reason: 'Erreur de saisie.', proposedBy: 'first' }
/** Stands for the keyed digest of the log. */
const digest = (words: string): string => `digest of ${words.length}`
const [first, second] = [anActor('first'), anActor('second')]

describe('a recusal', () => {
  it.each(['declared', 'pinned'] as const)(
    'that is %s ends by two hands, and the person is told',
    (origin) => {
      const proposed = proposeLift(facts({ recusal: recusal(origin) }), first, ' Erreur de saisie. ', digest)
      expect(proposed).toMatchObject({
        value: {
          reason: 'Erreur de saisie.',
          entry: { act: 'recusalLiftProposed', facts: { reason: 'digest of 17' } },
        },
      })
      const settled = settleLift(
        facts({ recusal: recusal(origin), open }),
        second,
        'l1',
        {
          outcome: 'confirmed',
          words: '',
        },
        digest,
      )
      expect(settled).toMatchObject({
        value: {
          entry: { act: 'recusalLifted', facts: { seatId: 's1', origin, reason: 'digest of 17' } },
          notices: [{ name: 'recusal-lifted', to: { personId: 'amina' } }],
        },
      })
    },
  )

  it('stays when the second hand refuses, and nobody is told', () => {
    expect(
      settleLift(facts({ open }), second, 'l1', { outcome: 'refused', words: 'Lien réel.' }, digest),
    ).toMatchObject({
      value: { entry: { act: 'recusalLiftRefused', facts: { reason: 'digest of 10' } }, notices: [] },
    })
  })

  it.each([
    ['automatic-exclusion', facts({ recusal: recusal('automatic') }), first, 'Motif.'],
    ['actor-conflicted', facts({ actorConflicted: true }), first, 'Motif.'],
    ['actor-conflicted', facts(), anActor('amina'), 'Motif.'],
    ['lift-proposed', facts({ open }), second, 'Motif.'],
    ['reason-required', facts(), first, '  '],
  ] as const)('refuses the first hand: %s', (reason, given, actor, words) => {
    expect(proposeLift(given, actor, words, digest)).toMatchObject({ ok: false, reason })
  })

  it.each([
    ['automatic-exclusion', facts({ recusal: recusal('automatic'), open }), second, 'l1'],
    ['actor-conflicted', facts({ actorConflicted: true, open }), second, 'l1'],
    ['actor-conflicted', facts({ open }), anActor('amina'), 'l1'],
    ['lift-settled', facts(), second, 'l1'],
    ['lift-settled', facts({ open }), second, 'l0'],
    ['own-proposal', facts({ open }), first, 'l1'],
  ] as const)('refuses the second hand: %s', (reason, given, actor, seen) => {
    for (const outcome of ['confirmed', 'refused'] as const)
      expect(settleLift(given, actor, seen, { outcome, words: 'Motif.' }, digest)).toMatchObject({
        ok: false,
        reason,
      })
  })

  it('is not kept without a reason', () => {
    expect(
      settleLift(facts({ open }), second, 'l1', { outcome: 'refused', words: ' ' }, digest),
    ).toMatchObject({
      reason: 'reason-required',
      fields: { reason: 'errors.required' },
    })
  })
})
