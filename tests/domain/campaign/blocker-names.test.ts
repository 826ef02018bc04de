import { expect, it } from 'vitest'
import { named } from '#app/domain/campaign/blocker-names.ts'
import { blocker, type Blocker } from '#app/domain/campaign/blocker.ts'
import { aRegulation } from './a-campaign.ts'

const [first] = aRegulation.categories
const [criterion] = first!.rubric.criteria
const [slot] = first!.slots
const [seat] = aRegulation.jury.seats
const [check] = aRegulation.screening.checks
const category = first!.code
const namesOf = (one: Blocker) => named(aRegulation, one).names

it('finds what the regulation calls a category, its criteria and prizes, a seat and a check', () => {
  expect(
    namesOf(blocker('criterion-repeated', 'rubric', { category, criterion: criterion!.code }, category)),
  ).toEqual({ category: first!.name, criterion: criterion!.name })
  expect(namesOf(blocker('slot-repeated', 'slots', { category, slot: slot!.code }, category))).toEqual({
    category: first!.name,
    slot: slot!.label,
  })
  expect(namesOf(blocker('seat-vacant', 'seats', { seat: seat!.code }))).toEqual({ seat: seat!.label })
  expect(namesOf(blocker('category-untranslated', 'category', { code: category }))).toEqual({
    code: first!.name,
  })
  expect(namesOf(blocker('check-untranslated', 'screening-rules', { code: check!.code }))).toEqual({
    code: check!.label,
  })
  expect(namesOf(blocker('seat-untranslated', 'seats', { code: seat!.code }))).toEqual({ code: seat!.label })
})

it('leaves a code alone that nothing names, and a blocker without codes as it is', () => {
  const unknown = blocker('no-slot', 'slots', { category: 'gone' }, 'gone')
  expect(named(aRegulation, unknown)).toBe(unknown)
  const plain = blocker('one-chair', 'seats', { count: 2 })
  expect(named(aRegulation, plain)).toBe(plain)
  const unnamed = { ...aRegulation, categories: [{ ...first!, name: {} }] } as typeof aRegulation
  expect(named(unnamed, blocker('no-slot', 'slots', { category }, category)).names).toBeUndefined()
})
