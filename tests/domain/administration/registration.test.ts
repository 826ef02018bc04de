import { describe, expect, it } from 'vitest'
import { mayBeActedFor, requestBody, settleBody } from '#app/domain/administration/registration.ts'

const asked = { id: 'a', name: { ar: ' وكالة ', fr: 'Agence' }, type: 'agency', parentId: null }
const requested = () => {
  const result = requestBody(asked, [])
  if (!result.ok) throw new Error(result.reason)
  return result.value.administration
}

describe('requestBody', () => {
  it('cleans the name and begins its history', () => {
    expect(requested()).toMatchObject({
      state: 'requested',
      name: { ar: 'وكالة', fr: 'Agence' },
      names: [{ from: null, until: null }],
    })
  })
  it.each([
    ['name-missing', { name: { fr: 'Agence' } }, []],
    ['unreadable-text', { name: { ar: 'و', fr: 'A\u202Eb' } }, []],
    ['type-unknown', { type: 'club' }, []],
    ['already-registered', {}, [{ id: 'b' }]],
  ])('refuses with %s', (reason, change, namesakes) => {
    expect(requestBody({ ...asked, ...change }, namesakes)).toMatchObject({ ok: false, reason })
  })
})

describe('settleBody', () => {
  it('settles once', () => {
    const approved = settleBody(requested(), 'approved')
    expect(approved).toMatchObject({ ok: true, value: { entry: { act: 'administrationApproved' } } })
    if (approved.ok)
      expect(settleBody(approved.value.administration, 'closed')).toMatchObject({ reason: 'not-requested' })
  })
})

describe('mayBeActedFor', () => {
  it('says yes of an approved body alone', () => {
    expect(mayBeActedFor('approved').ok).toBe(true)
    for (const state of ['requested', 'closed'] as const)
      expect(mayBeActedFor(state)).toMatchObject({ reason: 'administration-not-approved' })
  })
})
