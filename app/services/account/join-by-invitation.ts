import {
  findAccountByEmail,
  lockAccountByEmail,
  storeAccount,
  storeNewAccount,
} from '#app/adapters/db/people.ts'
import { findLink, lockLink } from '#app/adapters/db/tokens.ts'
import { awardNow } from '#app/adapters/db/transaction.server.ts'
import { toDate } from '#app/domain/kernel/instant.ts'
import type { Locale } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { type InvitationReason, takeUp } from './accept-invitation.ts'
import { openSession } from './open-session.ts'
import { checkNewPassword } from './password-rule.ts'
import { holder, type Visit } from './visit.ts'

export type JoinReason = InvitationReason | 'sign-in-first' | 'busy' | 'password-short' | 'password-known'
type Joined = { readonly token: string; readonly personId: string }

/**
 * Makes the account of the invited address and takes up the invitation, in one act. The link proves the mailbox, so
 * the address is confirmed by it. Whoever already has a confirmed account signs in first.
 */
export async function joinByInvitation(
  ctx: Context,
  visit: Visit,
  input: {
    readonly token: string
    readonly name: string
    readonly password: string
    readonly locale: Locale
  },
): Promise<Result<Act<Joined>, JoinReason>> {
  const digest = ctx.crypto.tokenDigest(input.token)
  const seen = await findLink(ctx.db.applicant, digest, await awardNow(ctx.db.applicant))
  if (!seen) return refuse('link-dead')
  const known = await findAccountByEmail(ctx.db.applicant, seen.email)
  if (known?.emailVerified) return refuse('sign-in-first')
  const fit = checkNewPassword(input.password, { email: seen.email, name: input.name })
  if (!fit.ok) return fit
  const hashed = await ctx.crypto.hashPassword(input.password)
  if (!hashed.ok) return hashed
  const { name, locale } = input
  const id = known?.id ?? ctx.ids.rowId()
  const actor = holder({ id, name, locale }, visit)
  return run(ctx, actor, { db: 'applicant', role: 'account' }, async (unit) => {
    const { tx, now } = unit
    const link = await lockLink(tx, digest, now)
    if (!link) return refuse('link-dead')
    const current = await lockAccountByEmail(tx, link.email)
    if (current && (current.emailVerified || current.disabled || current.id !== id))
      return refuse('sign-in-first')
    const account = { id, email: link.email, name, locale, passwordHash: hashed.value, emailVerified: true }
    if (current)
      await storeAccount(tx, id, { name, locale, passwordHash: hashed.value, emailVerifiedAt: toDate(now) })
    else if (!(await storeNewAccount(tx, account, now))) return refuse('sign-in-first')
    const taken = await takeUp(ctx, unit, actor, link)
    if (!taken.ok) return taken
    const { token } = await openSession(ctx, unit, account, visit)
    const made = {
      act: 'accountMadeByInvitation' as const,
      subject: { type: 'person', id },
      campaignId: null,
      facts: {},
    }
    return ok({ token, personId: id, entries: [made, ...taken.value.entries], notices: taken.value.notices })
  })
}
