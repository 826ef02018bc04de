import { describe, expect, it } from 'vitest'
import { nameAt, relatedBodies } from '#app/domain/administration/administration.ts'
import {
  approveMandate,
  isLive,
  mayTakeSeat,
  requestMandate,
  revokeMandate,
} from '#app/domain/administration/mandate.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { noticeProblems } from '#app/domain/notice/notice.ts'
import type { Mandate } from '#app/domain/administration/mandate.ts'

const NOW = instant(1_780_000_000_000)
const mandate = (over: Partial<Mandate> = {}): Mandate => ({
  id: 'm',
  personId: 'p',
  administrationId: 'a',
  role: 'signatory',
  state: 'requested',
  requestedAt: NOW,
  grantedAt: null,
  grantedBy: null,
  expiresAt: null,
  revokedAt: null,
  ...over,
})
const live = mandate({ state: 'granted', grantedAt: NOW })
const none = { seats: [] }

describe('a mandate', () => {
  it('is asked for, granted by another person, and revoked', () => {
    const asked = requestMandate(
      { id: 'm', personId: 'p', administrationId: 'a', role: 'editor' },
      { state: 'approved' },
      [],
      ['clerk'],
      NOW,
    )
    expect(asked).toMatchObject({
      ok: true,
      value: {
        mandate: { state: 'requested' },
        notices: [{ name: 'mandate-requested', to: { personId: 'clerk' } }],
      },
    })
    expect(approveMandate(mandate(), 'clerk', null, none, NOW)).toMatchObject({
      ok: true,
      value: { mandate: { state: 'granted', grantedBy: 'clerk' } },
    })
    expect(revokeMandate(live, NOW)).toMatchObject({
      ok: true,
      value: { mandate: { state: 'revoked', revokedAt: NOW } },
    })
    expect(revokeMandate(mandate(), NOW)).toMatchObject({
      ok: true,
      value: { mandate: { state: 'refused' } },
    })
  })
  it('tells no end when it has none', () => {
    const notices = (until: typeof NOW | null) => {
      const granted = approveMandate(mandate(), 'clerk', until, none, NOW)
      return granted.ok ? granted.value.notices : []
    }
    expect(notices(null).flatMap(noticeProblems)).toEqual([])
    expect(notices(null)[0]?.facts).not.toHaveProperty('until')
    expect(notices(instant(NOW + 1))[0]?.facts).toMatchObject({ until: NOW + 1 })
  })
  it('is dead at the instant of its expiry', () => {
    const dated = { ...live, expiresAt: NOW }
    expect([isLive(dated, instant(NOW - 1)), isLive(dated, NOW)]).toEqual([true, false])
  })
  it('is refused by name', () => {
    const asked = { id: 'x', personId: 'p', administrationId: 'a', role: 'signatory' } as const
    expect(requestMandate(asked, { state: 'closed' }, [], [], NOW)).toMatchObject({
      reason: 'administration-closed',
    })
    expect(requestMandate(asked, { state: 'approved' }, [live], [], NOW)).toMatchObject({
      reason: 'already-mandated',
    })
    expect(approveMandate(live, 'clerk', null, none, NOW)).toMatchObject({ reason: 'not-requested' })
    expect(approveMandate(mandate(), 'p', null, none, NOW)).toMatchObject({ reason: 'own-request' })
    expect(approveMandate(mandate(), 'clerk', NOW, none, NOW)).toMatchObject({ reason: 'expiry-in-the-past' })
    expect(
      approveMandate(mandate(), 'clerk', null, { seats: [{ campaignId: 'c', competing: ['a'] }] }, NOW),
    ).toMatchObject({
      reason: 'juror-of-same-campaign',
      facts: { campaignId: 'c' },
    })
    expect(revokeMandate(mandate({ state: 'revoked' }), NOW)).toMatchObject({ reason: 'not-live' })
  })
  it('of a competing administration keeps its holder off the jury, a dead one does not', () => {
    expect(mayTakeSeat([live], ['a'], NOW)).toMatchObject({ reason: 'mandate-of-competing-administration' })
    expect(mayTakeSeat([live], ['b'], NOW).ok).toBe(true)
    expect(mayTakeSeat([{ ...live, state: 'revoked' }], ['a'], NOW).ok).toBe(true)
  })
})

describe('an administration', () => {
  it('bears the name of the day', () => {
    const body = {
      id: 'a',
      name: { fr: 'Aujourd’hui' },
      type: 'ministry',
      parentId: null,
      state: 'approved',
      names: [{ name: { fr: 'Avant' }, from: null, until: '2020-12-31' }],
    } as const
    expect(nameAt(body, instant(Date.parse('2020-12-31T22:59:59Z')), () => 60)).toEqual({ fr: 'Avant' })
    expect(nameAt(body, instant(Date.parse('2020-12-31T23:00:00Z')), () => 60)).toEqual({ fr: 'Aujourd’hui' })
  })
  it('counts with its supervising and supervised bodies, even in a ring', () => {
    const bodies = [
      { id: 'm', parentId: 'g' },
      { id: 'g', parentId: 'm' },
      { id: 'a', parentId: 'm' },
      { id: 'z', parentId: null },
    ]
    expect([...relatedBodies('m', bodies)].sort()).toEqual(['a', 'g', 'm'])
    expect([...relatedBodies('a', bodies)].sort()).toEqual(['a', 'g', 'm'])
    expect([...relatedBodies('z', bodies)]).toEqual(['z'])
  })
})
