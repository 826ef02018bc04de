import { expect, it } from 'vitest'
import { markDemonstration } from '#app/adapters/db/demonstration-mark.ts'
import { acceptInvitation } from '#app/services/account/accept-invitation.ts'
import { createDemonstrationPerson } from '#app/services/account/create-demonstration-person.ts'
import { declineInvitation } from '#app/services/account/decline-invitation.ts'
import { joinByInvitation } from '#app/services/account/join-by-invitation.ts'
import { inviteFirstAdministrator } from '#app/services/settings/invite-first-administrator.ts'
import { inviteOfficePerson } from '#app/services/settings/invite-office-person.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven } from '#tests/support/given.ts'
import { leftBy, oneOfTwo } from '#tests/support/left-by.ts'
import { identityContext, OTHER_PASSWORD, stage, visit } from './stage.ts'

const test = await testDb()
const ctx = identityContext(test)
const on = stage(test, ctx)
const given = createGiven(test)
const campaign = await given.campaign({ phase: 'preparation' })
const organiser = await given.officer('organiser', campaign.id)

const invited = async (email: string): Promise<string> => {
  const of = { role: 'publisher', campaignId: campaign.id, locale: 'fr' } as const
  const done = await inviteOfficePerson(ctx, organiser, { email, ...of })
  if (!done.ok) throw new Error(done.reason)
  return on.tokenOf('invitation-office')
}
const askedSeat = async (email: string): Promise<string> => {
  const { id } = await given.seat({ campaign: campaign.id, role: 'juror', state: 'invited' })
  await test.owner.query('UPDATE seat SET invitee_email = $2 WHERE id = $1', [id, email])
  const { token, digest } = ctx.crypto.newToken()
  await test.owner.query(
    `INSERT INTO one_time_token (id, token_hash, kind, email, payload, created_at, expires_at)
     VALUES (gen_random_uuid(), $1, 'invitation-seat', $2, $3, now(), now() + interval '14 days')`,
    [digest, email, JSON.stringify({ seatId: id })],
  )
  return token
}

it('an account that is made by its invitation is entered once of two at once', async () => {
  const token = await invited('nouvelle@example.ma')
  const input = { token, name: 'Omar Tazi', password: OTHER_PASSWORD, locale: 'fr' as const }
  const left = await leftBy(given, () => oneOfTwo('link-dead', () => joinByInvitation(ctx, visit(), input)))
  expect(left.entries.filter((act) => act === 'accountMadeByInvitation')).toHaveLength(1)
  expect(await leftBy(given, () => joinByInvitation(ctx, visit(), input))).toMatchObject({
    ...{ result: { reason: 'link-dead' }, entries: [], notices: [] },
  })
})

it.each([
  ['an office', 'invitationDeclined', invited],
  ['a seat', 'seatDeclined', askedSeat],
])('%s that is declined twice at once is entered once', async (_, entry, ask) => {
  const token = await ask('refus@example.ma')
  const decline = () => declineInvitation(ctx, visit(), { token })
  expect(await leftBy(given, () => oneOfTwo('link-dead', decline))).toMatchObject({ entries: [entry] })
})

it('a seat that is accepted twice at once is entered once', async () => {
  const { email } = await on.account()
  const session = await on.enter(email)
  const token = await askedSeat(email)
  const accept = () => acceptInvitation(ctx, session.actor, { token, email })
  expect(await leftBy(given, () => oneOfTwo('link-dead', accept))).toMatchObject({
    entries: ['seatAccepted'],
    notices: ['seat-accepted'],
  })
})

it('the way in of the first administrator is entered, and refused where one is there already', async () => {
  const invite = (another = false) => inviteFirstAdministrator(ctx, { email: 'admin@example.ma', another })
  expect(await leftBy(given, () => invite())).toMatchObject({
    entries: ['administratorInvited'],
    notices: [],
  })
  await given.officer('administrator')
  expect(await leftBy(given, () => invite())).toMatchObject({
    ...{ result: { reason: 'administrator-exists' }, entries: [], notices: [] },
  })
  expect(await leftBy(given, () => invite(true))).toMatchObject({ entries: ['administratorInvited'] })
})

it('a person of the demonstration is entered once of two at once', async () => {
  await markDemonstration(test.url)
  const person = { mailbox: 'nadia', name: 'Nadia', locale: 'fr' } as const
  const create = () => createDemonstrationPerson(ctx, person)
  expect(await leftBy(given, () => oneOfTwo('already-held', create))).toMatchObject({
    ...{ entries: ['demonstrationPersonCreated'], notices: [] },
  })
})
