import { describe, expect, it } from 'vitest'
import type { Actor, OfficeRole } from '#app/domain/access/actor.ts'
import { disableAccount } from '#app/services/settings/disable-account.ts'
import { enableAccount } from '#app/services/settings/enable-account.ts'
import { grantRole } from '#app/services/settings/grant-role.ts'
import { inviteOfficePerson } from '#app/services/settings/invite-office-person.ts'
import { revokeRole } from '#app/services/settings/revoke-role.ts'
import { identityContext, stage } from '#tests/services/account/stage.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven } from '#tests/support/given.ts'

const test = await testDb()
const ctx = identityContext(test)
const on = stage(test, ctx)
const given = createGiven(test)
const campaign = await given.campaign({ phase: 'preparation' })
const other = await given.campaign({ phase: 'preparation' })
const administrator = await given.officer('administrator')
const organiser = await given.officer('organiser', campaign.id)

const give = (actor: Actor, personId: string, role: OfficeRole, campaignId: string | null = campaign.id) =>
  grantRole(ctx, actor, { personId, role, campaignId })

describe('grantRole', () => {
  it('gives a role, traces it and tells the person', async () => {
    const { id, email } = await given.person()
    const done = await give(organiser, id, 'secretariat')
    expect(done.ok).toBe(true)
    expect((await given.actor(id)).grants).toEqual([{ role: 'secretariat', campaignId: campaign.id }])
    expect(await on.one('SELECT act, facts, actor_id FROM audit_entry ORDER BY id DESC LIMIT 1')).toEqual({
      act: 'roleGranted',
      facts: { role: 'secretariat', personId: id },
      actor_id: organiser.personId,
    })
    expect(await on.letter('security-alert')).toMatchObject({ email, facts: { event: 'role-granted' } })
  })

  it('gives it once to two at the same time, and separate hands to neither', async () => {
    const one = await given.person()
    const twice = await Promise.all([
      give(organiser, one.id, 'auditor'),
      give(administrator, one.id, 'auditor'),
    ])
    expect(twice.filter((done) => done.ok)).toHaveLength(1)
    const two = await given.person()
    const apart = await Promise.all([
      give(organiser, two.id, 'secretariat'),
      give(administrator, two.id, 'publisher'),
    ])
    expect(apart.filter((done) => done.ok)).toHaveLength(1)
    expect(apart.find((done) => !done.ok)).toMatchObject({ reason: 'separate-hands' })
  })

  it('refuses, and changes nothing', async () => {
    const { id } = await given.person()
    const clerk = await given.officer('secretariat', campaign.id)
    const half = { ...organiser, secondFactor: false }
    const before = await on.marks()
    const refusals = [
      await give(clerk, id, 'secretariat'),
      await give(organiser, id, 'secretariat', other.id),
      await give(half, id, 'secretariat'),
      await give(organiser, id, 'administrator', null),
      await give(administrator, id, 'secretariat', null),
      await give(administrator, administrator.personId, 'secretariat'),
      await give(administrator, '00000000-0000-4000-8000-000000000009', 'secretariat'),
    ]
    expect(refusals.map((done) => !done.ok && done.reason)).toEqual([
      'wrong-role',
      'wrong-role',
      'second-factor-required',
      'not-permitted',
      'campaign-needed',
      'own-grant',
      'not-found',
    ])
    expect(await on.marks()).toEqual(before)
  })
})

describe('revokeRole', () => {
  it('counts from the next look at the rights', async () => {
    const { id } = await given.person()
    const done = await give(organiser, id, 'secretariat')
    const grantId = done.ok ? done.value.grantId : ''
    const both = await Promise.all([
      revokeRole(ctx, organiser, { grantId }),
      revokeRole(ctx, organiser, { grantId }),
    ])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'not-found' })
    expect(await on.lastActs(2)).toEqual(['roleGranted', 'roleRevoked'])
    expect((await given.actor(id)).grants).toEqual([])
  })

  it("refuses another campaign's organiser and the last administrator", async () => {
    const { id } = await given.person()
    const done = await give(administrator, id, 'secretariat', other.id)
    const before = await on.marks()
    expect(await revokeRole(ctx, organiser, { grantId: done.ok ? done.value.grantId : '' })).toMatchObject({
      reason: 'wrong-role',
    })
    const { id: last } = await on.one<{ id: string }>(
      `SELECT id FROM role_grant WHERE role = 'administrator' AND revoked_at IS NULL`,
    )
    expect(await revokeRole(ctx, administrator, { grantId: last })).toMatchObject({
      reason: 'last-administrator',
    })
    expect(await on.marks()).toEqual(before)
  })

  it('keeps one of two administrators who take each other back at the same time', async () => {
    const second = await given.officer('administrator')
    const grants = await test.owner.query<{ id: string; person_id: string }>(
      `SELECT id, person_id FROM role_grant WHERE role = 'administrator' AND revoked_at IS NULL`,
    )
    const of = (actor: Actor): string => grants.rows.find((row) => row.person_id === actor.personId)?.id ?? ''
    const both = await Promise.all([
      revokeRole(ctx, administrator, { grantId: of(second) }),
      revokeRole(ctx, second, { grantId: of(administrator) }),
    ])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    await test.owner.query('UPDATE role_grant SET revoked_at = NULL WHERE id = $1', [of(administrator)])
    await test.owner.query('UPDATE role_grant SET revoked_at = now() WHERE id = $1', [of(second)])
  })
})

describe('inviteOfficePerson', () => {
  it('stores a link of seven days, fixes the role and owes one letter, without saying whether the address is known', async () => {
    const { email } = await given.person()
    const known = await inviteOfficePerson(ctx, organiser, {
      email,
      role: 'publisher',
      campaignId: campaign.id,
      locale: 'fr',
    })
    const unknown = await inviteOfficePerson(ctx, organiser, {
      email: 'inconnue@example.ma',
      role: 'publisher',
      campaignId: campaign.id,
      locale: 'ar',
    })
    expect(known.ok && unknown.ok).toBe(true)
    const row = await on.one<{ payload: object; life: number }>(
      `SELECT payload, extract(epoch FROM expires_at - created_at)::int AS life FROM one_time_token WHERE email = 'inconnue@example.ma'`,
    )
    expect(row).toEqual({
      payload: { role: 'publisher', campaignId: campaign.id, invitedBy: organiser.personId },
      life: 604_800,
    })
    expect(await on.letter('invitation-office')).toMatchObject({
      email: 'inconnue@example.ma',
      facts: { role: 'publisher' },
    })
    const entry = await on.one<{ facts: object }>(
      `SELECT facts FROM audit_entry WHERE act = 'officePersonInvited' ORDER BY id DESC LIMIT 1`,
    )
    expect(JSON.stringify(entry.facts)).not.toContain('example.ma')
  })

  it('refuses a role that the actor may not give', async () => {
    const before = await on.marks()
    expect(
      await inviteOfficePerson(ctx, organiser, {
        email: 'x@example.ma',
        role: 'administrator',
        campaignId: null,
        locale: 'fr',
      }),
    ).toMatchObject({ ok: false })
    expect(
      await inviteOfficePerson(ctx, organiser, {
        email: 'x@example.ma',
        role: 'auditor',
        campaignId: other.id,
        locale: 'fr',
      }),
    ).toMatchObject({ reason: 'wrong-role' })
    expect(await on.marks()).toEqual(before)
  })
})

describe('disableAccount', () => {
  it('ends the sessions with the account, and opens it again without them', async () => {
    const { id, email } = await on.account()
    await on.enter(email)
    const close = () => disableAccount(ctx, administrator, { personId: id })
    const both = await Promise.all([close(), close()])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(await on.lastActs(2)).toEqual(['signedIn', 'accountDisabled'])
    expect(await on.liveSessions(id)).toBe(0)
    expect(await on.letter('account-disabled')).toMatchObject({ email })
    expect(await disableAccount(ctx, administrator, { personId: id })).toMatchObject({
      reason: 'already-done',
    })
    expect(await enableAccount(ctx, administrator, { personId: id })).toMatchObject({ ok: true })
    expect(await on.lastActs(2)).toEqual(['accountDisabled', 'accountEnabled'])
    expect(await on.liveSessions(id)).toBe(0)
    expect(await enableAccount(ctx, administrator, { personId: id })).toMatchObject({
      reason: 'already-done',
    })
  })

  it("refuses others, one's own account and an absent one", async () => {
    const { id } = await on.account()
    const before = await on.marks()
    expect(await disableAccount(ctx, organiser, { personId: id })).toMatchObject({ reason: 'wrong-role' })
    expect(await disableAccount(ctx, administrator, { personId: administrator.personId })).toMatchObject({
      reason: 'own-account',
    })
    expect(
      await disableAccount(ctx, administrator, { personId: '00000000-0000-4000-8000-000000000009' }),
    ).toMatchObject({ reason: 'not-found' })
    expect(await enableAccount(ctx, organiser, { personId: id })).toMatchObject({ reason: 'wrong-role' })
    expect(await on.marks()).toEqual(before)
  })
})
