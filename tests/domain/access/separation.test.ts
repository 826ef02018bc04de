import { describe, expect, it } from 'vitest'
import { areApart, HANDS, handsIn, mayHold, separationBreach } from '#app/domain/access/separation.ts'
import { anActor } from './an-actor.ts'

describe('separate hands', () => {
  it('keeps the four hands of the spec apart, both ways round', () => {
    const four = ['secretariat', 'juror', 'chair', 'publisher'] as const
    for (const one of four) for (const other of four) expect(areApart(one, other)).toBe(one !== other)
  })
  it('is symmetric and lets nobody stand against themselves', () => {
    for (const one of HANDS) {
      expect(areApart(one, one)).toBe(false)
      for (const other of HANDS) expect(areApart(one, other)).toBe(areApart(other, one))
    }
  })
  it('counts accepted seats and grants of this campaign only, the deputy as chair', () => {
    const actor = anActor({
      grants: [
        { role: 'secretariat', campaignId: 'c2' },
        { role: 'administrator', campaignId: null },
      ],
      seats: [
        { seatId: 's', campaignId: 'c1', role: 'deputy', accepted: true },
        { seatId: 't', campaignId: 'c1', role: 'juror', accepted: false },
      ],
    })
    expect(handsIn(actor, 'c1')).toEqual(['chair'])
    expect(handsIn(actor, 'c2')).toEqual(['secretariat'])
  })
  it('names the two hands that meet', () => {
    expect(separationBreach(['organiser', 'publisher'])).toBeNull()
    expect(separationBreach(['publisher', 'secretariat'])).toEqual(['secretariat', 'publisher'])
    expect(mayHold(['secretariat'], 'juror')).toMatchObject({
      reason: 'separate-hands',
      facts: { hand: 'secretariat', wanted: 'juror' },
    })
    expect(mayHold(['secretariat'], 'organiser').ok).toBe(true)
  })
})
