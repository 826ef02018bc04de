import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawLot, lotCommitment } from '#app/domain/scoring/lot.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const source = 'Public lottery, draw of 1 December 2026'
const facts = { named: true, commitment: lotCommitment(source, sha256), category: 'web' }
const draw = { source, outcome: '7 12 25 31 44' }
const orderOf = (ids: readonly string[], outcome = draw.outcome, category = 'web') => {
  const drawn = drawLot({ ...facts, category }, { source, outcome }, ids, sha256)
  if (!drawn.ok) expect.fail(drawn.reason)
  return drawn.value
}

describe('a lot', () => {
  it('is drawn only where the rules name it, from the source that was committed, with its outcome', () => {
    expect(drawLot({ ...facts, named: false }, draw, ['a', 'b'], sha256)).toMatchObject({
      reason: 'lot-not-named',
    })
    expect(drawLot(facts, { ...draw, source: 'Another draw' }, ['a', 'b'], sha256)).toMatchObject({
      reason: 'source-not-committed',
      facts: { source: 'Another draw' },
    })
    expect(drawLot(facts, { ...draw, outcome: ' ' }, ['a', 'b'], sha256)).toMatchObject({
      reason: 'draw-empty',
      facts: { source: draw.source },
    })
    expect(drawLot(facts, draw, ['\ud800'], sha256)).toMatchObject({ reason: 'not-canonical' })
  })
  it('can be drawn again by anyone, in whatever order the nominations come', () => {
    const ids = ['n1', 'n2', 'n3', 'n4', 'n5']
    const byHand = ids
      .map((nomination) => ({
        nomination,
        key: createHash('sha256')
          .update(
            JSON.stringify({
              category: 'web',
              domain: 'award.lot.v1',
              nomination,
              ...{ outcome: draw.outcome, source },
            }),
          )
          .digest('hex'),
      }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
    expect(orderOf(ids)).toEqual(byHand.map(({ nomination }) => nomination))
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: 5 }), (mixed) => {
        expect(orderOf(mixed)).toEqual(orderOf(ids))
      }),
    )
  })
  it('depends on the outcome and on the category', () => {
    const ids = Array.from({ length: 12 }, (_, at) => `n${at}`)
    expect(orderOf(ids, '1 2 3 4 5')).not.toEqual(orderOf(ids))
    expect(orderOf(ids, draw.outcome, 'mobile')).not.toEqual(orderOf(ids))
  })
})
