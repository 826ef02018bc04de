import { describe, expect, it } from 'vitest'
import { replaceMinutes, type StandingMinutes } from '#app/domain/deliberation/replace-minutes.ts'
import type { Session } from '#app/domain/deliberation/session.ts'
import { instant } from '#app/domain/kernel/instant.ts'

const session = { id: 'session', campaignId: 'campaign' } as Session
const signature = { personId: 'chair', as: 'president', documentHash: 'h', at: instant(1) } as const
const standing = (more: Partial<StandingMinutes> = {}): StandingMinutes => ({
  ...{ number: 'PV-1', state: 'draft', signatures: [], unchanged: false },
  ...more,
})

describe('a new draft of the minutes', () => {
  it('is free while there are none, and replaces an unsigned draft whose record changed', () => {
    const free = { ok: true, value: { entries: [], fallen: [] } }
    expect(replaceMinutes(null, session)).toEqual(free)
    expect(replaceMinutes(standing(), session)).toEqual(free)
  })

  it('is refused over the same record, signed or not, and over both signatures', () => {
    for (const state of ['draft', 'signing'] as const)
      expect(replaceMinutes(standing({ state, unchanged: true }), session)).toMatchObject({
        reason: 'record-unchanged',
        facts: { number: 'PV-1' },
      })
    expect(replaceMinutes(standing({ state: 'signed' }), session)).toMatchObject({ reason: 'minutes-signed' })
  })

  it('writes down each signature that falls with a changed record', () => {
    expect(replaceMinutes(standing({ state: 'signing', signatures: [signature] }), session)).toEqual({
      ok: true,
      value: {
        fallen: ['chair'],
        entries: [
          {
            act: 'minutesSignatureVoided',
            subject: { type: 'session', id: 'session' },
            campaignId: 'campaign',
            facts: { number: 'PV-1', as: 'president', documentHash: 'h', personId: 'chair' },
          },
        ],
      },
    })
  })
})
