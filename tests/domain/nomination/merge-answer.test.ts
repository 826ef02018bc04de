import { expect, it } from 'vitest'
import { keptFor, type KeptText, settlement } from '#app/domain/nomination/merge-answer.ts'
import { aNomination } from './a-nomination.ts'

const kept: KeptText = { id: 'r1', field: 'problem.fr', settled: false }
const settled = { ok: true, value: { outcome: 'settled', entries: [{ act: 'conflictSettled' }] } }

it('is about a text of this nomination, written for this field', () => {
  expect(keptFor(kept, 'problem.fr')).toEqual({ ok: true, value: kept })
  expect(keptFor(kept, 'users.fr')).toMatchObject({ reason: 'not-found' })
  expect(keptFor(null, 'problem.fr')).toMatchObject({ reason: 'not-found' })
})

it.each(['saved', 'unchanged', undefined] as const)('closes the conflict of a text that is %s', (outcome) => {
  expect(settlement(aNomination(), kept, outcome)).toMatchObject(settled)
})

it('leaves it open where the answer has changed, and says who chose first', () => {
  expect(settlement(aNomination(), kept, 'field-changed')).toEqual({
    ...{ ok: true, value: { outcome: 'field-changed', entries: [] } },
  })
  expect(settlement(aNomination(), { ...kept, settled: true }, undefined)).toMatchObject({
    reason: 'already-merged',
  })
})

it.each([
  ['bidi-control', 'errors.bidi'],
  ['control-character', 'errors.control'],
  ['too-long', 'errors.tooLong'],
  ['wrong-shape', 'errors.invalid'],
  ['unknown-field', 'errors.invalid'],
] as const)('refuses a text that is %s at its field', (outcome, value) => {
  expect(settlement(aNomination(), kept, outcome)).toMatchObject({
    ...{ reason: 'unreadable-text', fields: { value } },
  })
})
