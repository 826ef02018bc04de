import { describe, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import { drawLot, lotCommitment } from '#app/domain/scoring/lot.ts'
import { type LotFacts, lotOrderOf, namedSource, recordLot } from '#app/domain/scoring/lot-draw.ts'
import { sha256 } from '#tests/verifier/random-campaign.ts'

const source = 'Tirage public du 7 février 2027'
const rule = { lotNamed: true, lotSource: source }

describe('the public draw that the rules name', () => {
  it('is named only where the rules end with a lot and say which', () => {
    expect(namedSource(rule)).toBe(source)
    expect(namedSource({ lotNamed: false, lotSource: source })).toBeNull()
    expect(namedSource({ lotNamed: true, lotSource: '' })).toBeNull()
    expect(namedSource({ lotNamed: true })).toBeNull()
  })

  const of = { category: 'web', nominationIds: ['a', 'b', 'c', 'd'] }
  it('orders the nominations of a category once it took place, and only if it is the one named', () => {
    const draw = { source, outcome: '4 8 15' }
    const named = { named: true, commitment: lotCommitment(source, sha256), category: 'web' } as const
    const drawn = drawLot(named, draw, of.nominationIds, sha256)
    expect(drawn.ok && drawn.value).toHaveLength(4)
    expect(lotOrderOf(rule, draw, of, sha256)).toEqual(drawn.ok && drawn.value)
    expect(lotOrderOf(rule, null, of, sha256)).toBeNull()
    expect(lotOrderOf({ ...rule, lotNamed: false }, draw, of, sha256)).toBeNull()
    // Rules without a lot commit to no draw, whatever its name: not to what the lack of a name is written as either.
    expect(lotOrderOf({ lotNamed: false }, { ...draw, source: 'null' }, of, sha256)).toBeNull()
    expect(lotOrderOf(rule, { ...draw, source: 'another draw' }, of, sha256)).toBeNull()
  })
})

describe('the record of a draw', () => {
  const facts: LotFacts = {
    ...{ campaignId: 'c1', rule, drawn: false, opened: false, tied: true, now: instant(1_000) },
    people: ['p1', 'p2'],
  }
  const typed = { outcome: ' 4 8 15 ', again: '4 8 15' }
  const record = (over: Partial<LotFacts> = {}, form = typed) =>
    recordLot({ ...facts, ...over }, form, sha256)

  it('holds the outcome as typed twice, the source and its commitment, in the log and in the letters', () => {
    const made = { source, outcome: '4 8 15', commitment: lotCommitment(source, sha256) }
    expect(record()).toEqual({
      ok: true,
      value: {
        record: made,
        entry: { act: 'lotDrawn', subject: { type: 'campaign', id: 'c1' }, campaignId: 'c1', facts: made },
        notices: ['p1', 'p2'].map((personId) => ({
          ...{ name: 'lot-drawn', to: { personId }, campaignId: 'c1' },
          facts: { campaign: 'c1', source, outcome: '4 8 15', at: instant(1_000) },
        })),
      },
    })
  })

  it.each<[string, Partial<LotFacts>, typeof typed, string, object]>([
    ['no draw is named', { rule: { lotNamed: false } }, typed, 'lot-not-named', {}],
    ['one is recorded', { drawn: true }, typed, 'lot-already-drawn', {}],
    ['a point was opened', { opened: true }, typed, 'point-opened', {}],
    ['nobody is equal', { tied: false }, typed, 'nothing-tied', {}],
    [
      'the outcome is empty',
      {},
      { outcome: '  ', again: '' },
      'draw-empty',
      { fields: { outcome: 'errors.required' } },
    ],
    [
      'the outcomes differ',
      {},
      { ...typed, again: '4 8 16' },
      'draw-differs',
      { fields: { again: 'errors.drawDiffers' } },
    ],
  ])('is refused where %s', (_, over, form, reason, more) => {
    expect(record(over, form)).toMatchObject({ ok: false, reason, ...more })
  })

  it('tells which draw an empty outcome is asked of', () => {
    expect(record({}, { outcome: '', again: '' })).toMatchObject({ facts: { source } })
    expect(record({}, { outcome: '1', again: ' 1 ' })).toMatchObject({ ok: true })
  })
})
