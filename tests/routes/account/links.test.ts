import { describe, expect, it } from 'vitest'
import { action as invitationAction, loader as invitation } from '#app/routes/account/invitation.tsx'
import { action as resetAction, loader as reset } from '#app/routes/account/reset-password.tsx'
import { action as verifyAction, loader as verify } from '#app/routes/account/verify-email.tsx'
import { register } from '#app/services/account/register.ts'
import { requestPasswordReset } from '#app/services/account/request-password-reset.ts'
import { inviteOfficePerson } from '#app/services/settings/invite-office-person.ts'
import { identityContext, OTHER_PASSWORD, PASSWORD, stage, visit } from '#tests/services/account/stage.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven } from '#tests/support/given.ts'
import { answerOf, ask, sessionOf } from './ask.ts'

const test = await testDb()
const ctx = identityContext(test)
const on = stage(test, ctx)
const given = createGiven(test)
const campaign = await given.campaign({ phase: 'preparation' })
const organiser = await given.officer('organiser', campaign.id)

type Loader = typeof verify | typeof reset | typeof invitation
/** A mail scanner: HEAD, several GETs, a prefetch. */
async function scan(loader: Loader, path: string): Promise<number[]> {
  const methods = ['HEAD', 'GET', 'GET', 'GET', 'GET', 'GET']
  const statuses: number[] = []
  for (const method of methods)
    statuses.push((await answerOf(() => loader(ask(ctx, path, { method })))).status)
  return statuses
}

describe('mailed links', () => {
  it('confirm an address by a post, once, however often they were looked at', async () => {
    await register(ctx, visit(), { email: 'lien@example.ma', name: 'A', password: PASSWORD, locale: 'fr' })
    const token = await on.tokenOf('verify-email')
    const path = `/fr/account/verify-email?token=${token}`
    const before = await on.marks()
    expect(new Set(await scan(verify, path))).toEqual(new Set([200]))
    expect(await on.marks()).toEqual(before)
    const done = await answerOf(() => verifyAction(ask(ctx, path, { form: { token, password: PASSWORD } })))
    expect(done).toMatchObject({ status: 303, location: '/fr/account' })
    expect(sessionOf(done)).not.toBe('')
    const again = await answerOf(() => verifyAction(ask(ctx, path, { form: { token, password: PASSWORD } })))
    expect([again.status, sessionOf(again)]).toEqual([410, ''])
    expect((await answerOf(() => verify(ask(ctx, path)))).status).toBe(410)
  })

  it('set a password by a post, once, and sign nobody in', async () => {
    const { email } = await on.account()
    await requestPasswordReset(ctx, visit(), { email })
    const token = await on.tokenOf('reset-password')
    const path = `/ar/account/reset-password?token=${token}`
    const before = await on.marks()
    expect(new Set(await scan(reset, path))).toEqual(new Set([200]))
    expect(await on.marks()).toEqual(before)
    const done = await answerOf(() =>
      resetAction(ask(ctx, path, { form: { token, password: OTHER_PASSWORD } })),
    )
    expect(done).toMatchObject({ status: 303, location: '/ar/account/sign-in' })
    expect(
      (await answerOf(() => resetAction(ask(ctx, path, { form: { token, password: OTHER_PASSWORD } }))))
        .status,
    ).toBe(410)
  })

  it('offer an invitation to its address, and refuse another account', async () => {
    const { email } = await on.account()
    await inviteOfficePerson(ctx, organiser, {
      email,
      role: 'secretariat',
      campaignId: campaign.id,
      locale: 'fr',
    })
    const token = await on.tokenOf('invitation-office')
    const path = `/fr/account/invitation?token=${token}`
    const before = await on.marks()
    expect(new Set(await scan(invitation, path))).toEqual(new Set([200]))
    expect(await on.marks()).toEqual(before)
    expect((await answerOf(() => invitation(ask(ctx, path)))).body).toMatchObject({
      shown: { email, role: 'secretariat', way: 'sign-in' },
    })
    const nobody = await answerOf(() =>
      invitationAction(ask(ctx, path, { form: { intent: 'accept', token } })),
    )
    expect(nobody.location).toContain('/fr/account/sign-in')
    const stranger = (await on.enter((await on.account()).email)).sessionId
    const { token: fresh, digest } = ctx.crypto.newToken()
    await test.owner.query('UPDATE session SET token_hash = $2 WHERE id = $1', [stranger, digest])
    const cookie = `__Host-imtiyaz-session=${fresh}`
    expect((await answerOf(() => invitation(ask(ctx, path, { cookie })))).body).toMatchObject({
      shown: { way: 'other-account' },
    })
    const refused = await answerOf(() =>
      invitationAction(ask(ctx, path, { cookie, form: { intent: 'accept', token } })),
    )
    expect(refused.status).toBe(403)
    expect((await answerOf(() => invitation(ask(ctx, path)))).status).toBe(200)
  })

  it.each(['', 'x', 'a'.repeat(43), '../../etc/passwd', '%00'])(
    'take the token %j for a dead one',
    async (token) => {
      const query = `?token=${encodeURIComponent(token)}`
      expect((await answerOf(() => verify(ask(ctx, `/fr/account/verify-email${query}`)))).status).toBe(410)
      expect((await answerOf(() => reset(ask(ctx, `/fr/account/reset-password${query}`)))).status).toBe(410)
      expect((await answerOf(() => invitation(ask(ctx, `/fr/account/invitation${query}`)))).status).toBe(410)
    },
  )
})
