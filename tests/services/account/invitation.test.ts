import { describe, expect, it } from 'vitest'
import type { SignedIn } from '#app/adapters/db/sessions.ts'
import { acceptInvitation } from '#app/services/account/accept-invitation.ts'
import { declineInvitation } from '#app/services/account/decline-invitation.ts'
import { joinByInvitation } from '#app/services/account/join-by-invitation.ts'
import { inviteOfficePerson } from '#app/services/settings/invite-office-person.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven } from '#tests/support/given.ts'
import { heldAt } from '#tests/support/held.ts'
import { identityContext, OTHER_PASSWORD, stage, visit } from './stage.ts'

const test = await testDb()
const ctx = identityContext(test)
const on = stage(test, ctx)
const given = createGiven(test)
const campaign = await given.campaign({ phase: 'preparation' })
const organiser = await given.officer('organiser', campaign.id)

const invite = async (email: string, role: 'secretariat' | 'publisher' = 'secretariat'): Promise<string> => {
  const done = await inviteOfficePerson(ctx, organiser, {
    email,
    role,
    campaignId: campaign.id,
    locale: 'fr',
  })
  if (!done.ok) throw new Error(done.reason)
  return on.tokenOf('invitation-office')
}
/** As a letter carries a name: the Arabic one, and the French one beside it. */
const namesOf = ({ ar, fr }: { ar?: string; fr?: string }) => ({ seat: ar, seatFr: fr })
const accept = (session: SignedIn, token: string) =>
  acceptInvitation(ctx, session.actor, { token, email: session.email })
const joining = (token: string) => ({
  token,
  name: 'Omar Tazi',
  password: OTHER_PASSWORD,
  locale: 'fr' as const,
})

async function askedSeat(
  email: string,
  role: 'juror' | 'chair' = 'juror',
): Promise<{ id: string; token: string }> {
  const { id } = await given.seat({ campaign: campaign.id, role, state: 'invited' })
  await test.owner.query('UPDATE seat SET invitee_email = $2 WHERE id = $1', [id, email])
  const { token, digest } = ctx.crypto.newToken()
  await test.owner.query(
    `INSERT INTO one_time_token (id, token_hash, kind, email, payload, created_at, expires_at) VALUES (gen_random_uuid(), $1, 'invitation-seat', $2, $3, now(), now() + interval '14 days')`,
    [digest, email, JSON.stringify({ seatId: id })],
  )
  return { id, token }
}

describe('an office invitation', () => {
  it('gives its role to the account of its address, once among two at the same time', async () => {
    const { id, email } = await on.account()
    const token = await invite(email)
    const session = await on.enter(email)
    const both = await Promise.all([accept(session, token), accept(session, token)])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect((await given.actor(id)).grants).toEqual([{ role: 'secretariat', campaignId: campaign.id }])
    expect((await given.trace()).entries).toContain('invitationAccepted')
  })

  it('refuses another account and stays alive', async () => {
    const { email } = await on.account()
    const token = await invite(email)
    const stranger = await on.enter((await on.account()).email)
    const before = await on.marks()
    expect(await accept(stranger, token)).toMatchObject({ reason: 'other-account' })
    expect(await on.marks()).toEqual(before)
    expect(await accept(await on.enter(email), token)).toMatchObject({ ok: true })
  })

  it('refuses two separate hands in one campaign', async () => {
    const { email } = await on.account()
    const session = await on.enter(email)
    expect(await accept(session, await invite(email, 'secretariat'))).toMatchObject({ ok: true })
    const second = await invite(email, 'publisher')
    const before = await on.marks()
    expect(await accept(session, second)).toMatchObject({ reason: 'separate-hands' })
    expect(await on.marks()).toEqual(before)
  })

  it('gives nobody a role that they sent to themselves', async () => {
    const { id, email } = await on.account()
    await test.owner.query(
      'INSERT INTO role_grant (id, person_id, role, granted_by, granted_at) VALUES (gen_random_uuid(), $1, $2, $1, now())',
      [id, 'administrator'],
    )
    const session = await on.enter(email)
    const sent = await inviteOfficePerson(
      ctx,
      { ...(await given.actor(id)), secondFactor: true },
      { email, role: 'auditor', campaignId: campaign.id, locale: 'fr' },
    )
    expect(sent).toMatchObject({ ok: true })
    const before = await on.marks()
    const token = await on.tokenOf('invitation-office')
    expect(await accept(session, token)).toMatchObject({ reason: 'own-grant' })
    expect(await on.marks()).toEqual(before)
    expect((await given.actor(id)).grants).toEqual([{ role: 'administrator', campaignId: null }])
  })

  it('makes the account of a new address, confirmed, with a session, once', async () => {
    const token = await invite('nouveau@example.ma')
    const both = await Promise.all([
      joinByInvitation(ctx, visit(), joining(token)),
      joinByInvitation(ctx, visit(), joining(token)),
    ])
    const won = both.filter((one) => one.ok)
    expect(won).toHaveLength(1)
    const session = won[0]?.ok ? await on.session(won[0].value.token) : null
    expect(session).toMatchObject({
      email: 'nouveau@example.ma',
      emailVerified: true,
      actor: { secondFactor: false, grants: [{ role: 'secretariat' }] },
    })
  })

  it('sends whoever has an account to sign in, and takes over one that nobody confirmed', async () => {
    const { email } = await on.account()
    expect(await joinByInvitation(ctx, visit(), joining(await invite(email)))).toMatchObject({
      reason: 'sign-in-first',
    })
    const squatted = await on.account({ verified: false })
    const done = await joinByInvitation(ctx, visit(), joining(await invite(squatted.email)))
    expect(done).toMatchObject({ ok: true, value: { personId: squatted.id } })
  })

  it('can be declined by the link alone, once', async () => {
    const token = await invite('refus@example.ma')
    expect(await declineInvitation(ctx, visit(), { token })).toMatchObject({ ok: true })
    expect(await declineInvitation(ctx, visit(), { token })).toMatchObject({ reason: 'link-dead' })
  })
})

describe('a seat invitation', () => {
  it('seats the person and tells the organisers', async () => {
    const { id, email } = await on.account()
    const seat = await askedSeat(email)
    expect(await accept(await on.enter(email), seat.token)).toMatchObject({ ok: true })
    expect(await on.one('SELECT state, person_id FROM seat WHERE id = $1', seat.id)).toEqual({
      state: 'accepted',
      person_id: id,
    })
    const { label } = (await on.one<{ label: object }>('SELECT label FROM seat WHERE id = $1', seat.id))!
    expect((await on.letter('seat-accepted'))?.facts).toMatchObject(namesOf(label))
  })

  it('is refused to the secretariat of the campaign and to who competes in it', async () => {
    const clerk = await on.account()
    await given.grant({ person: clerk.id, role: 'secretariat', campaign: campaign.id })
    const seat = await askedSeat(clerk.email)
    expect(await accept(await on.enter(clerk.email), seat.token)).toMatchObject({ reason: 'separate-hands' })
    const rival = await on.account()
    const { id: administration } = await given.administration()
    await given.mandate({ person: rival.id, administration })
    const open = await given.campaign({ phase: 'nominations' })
    await given.nomination({ campaign: open, administration, state: 'submitted' })
    const other = await askedSeat(rival.email)
    await test.owner.query('UPDATE seat SET campaign_id = $2 WHERE id = $1', [other.id, open.id])
    const before = await on.marks()
    expect(await accept(await on.enter(rival.email), other.token)).toMatchObject({
      reason: 'mandate-in-campaign',
    })
    expect(await on.marks()).toMatchObject({ seats: before.seats, links: before.links })
  })

  it('can be declined without an account, which tells whoever may fill the seat, and then not taken up', async () => {
    const { email } = await on.account()
    const seat = await askedSeat(email)
    const clerk = await given.officer('secretariat', campaign.id)
    const office = [organiser.personId, clerk.personId].sort()
    const before = await given.trace()
    expect(await declineInvitation(ctx, visit(), { token: seat.token })).toMatchObject({ ok: true })
    const { entries, notices } = await given.trace()
    expect(entries.slice(before.entries.length)).toEqual(['seatDeclined'])
    const letters = notices.slice(before.notices.length)
    expect(new Set(letters)).toEqual(new Set(['seat-declined']))
    const told = await on.all<{ person_id: string; facts: object }>(
      `SELECT person_id, facts FROM outbox WHERE notice = 'seat-declined' AND facts->>'seatId' = $1`,
      seat.id,
    )
    expect(told).toHaveLength(letters.length)
    expect(told.map(({ person_id }) => person_id)).toEqual(expect.arrayContaining(office))
    expect(await on.one('SELECT state, person_id FROM seat WHERE id = $1', seat.id)).toEqual({
      state: 'declined',
      person_id: null,
    })
    const { entries: kept, notices: sent } = await given.trace()
    expect(await declineInvitation(ctx, visit(), { token: seat.token })).toMatchObject({
      reason: 'link-dead',
    })
    expect(await given.trace()).toEqual({ entries: kept, notices: sent })
    expect(await accept(await on.enter(email), seat.token)).toMatchObject({ reason: 'link-dead' })
  })

  it('is taken up once among two at the same time, with one entry and one letter to each organiser', async () => {
    const { id, email } = await on.account()
    const seat = await askedSeat(email)
    const session = await on.enter(email)
    const before = await given.trace()
    const both = await heldAt(test, 'audit_entry', () => [1, 2].map(() => accept(session, seat.token)))
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'link-dead' })
    const { entries, notices } = await given.trace()
    expect(entries.slice(before.entries.length)).toEqual(['seatAccepted'])
    expect(notices.slice(before.notices.length)).toEqual(['seat-accepted'])
    const entry = `SELECT facts FROM audit_entry WHERE act = 'seatAccepted' AND subject_id = $1`
    expect(await on.all(entry, seat.id)).toMatchObject([{ facts: { personId: id } }])
  })

  it('is declined once among two at the same time, and never both declined and taken up', async () => {
    const first = await askedSeat('deux-fois@example.ma')
    const before = await given.trace()
    const twice = await heldAt(test, 'audit_entry', () =>
      [1, 2].map(() => declineInvitation(ctx, visit(), { token: first.token })),
    )
    expect(twice.filter((one) => one.ok)).toHaveLength(1)
    expect((await given.trace()).entries.slice(before.entries.length)).toEqual(['seatDeclined'])

    const { email } = await on.account()
    const session = await on.enter(email)
    const second = await askedSeat(email)
    const mixed = await heldAt<{ readonly ok: boolean }>(test, 'audit_entry', () => [
      declineInvitation(ctx, visit(), { token: second.token }),
      accept(session, second.token),
    ])
    expect(mixed.filter((one) => one.ok)).toHaveLength(1)
    const { state } = await on.one<{ state: string }>('SELECT state FROM seat WHERE id = $1', second.id)
    expect(state).toBe(mixed[0]?.ok ? 'declined' : 'accepted')
  })
})
