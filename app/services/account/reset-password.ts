import { findAccount, lockAccount, storeAccount } from '#app/adapters/db/people.ts'
import { endSessions } from '#app/adapters/db/sessions.ts'
import { findLink, lockLink, retireLinks, spendLink } from '#app/adapters/db/tokens.ts'
import { awardNow } from '#app/adapters/db/transaction.server.ts'
import { toDate } from '#app/domain/kernel/instant.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { newDeviceMark } from './device-mark.ts'
import { checkNewPassword } from './password-rule.ts'
import { holder, type Visit } from './visit.ts'

export type ResetReason = 'link-dead' | 'busy' | 'password-short' | 'password-known'

/**
 * Sets a new password by a mailed link, once. Ends every session of the account, and leaves the second factor as it
 * is: the mailbox alone opens no office (ASVS 6.3.6). The browser that sets it gets a new mark, no older one counts.
 */
export async function resetPassword(
  ctx: Context,
  visit: Visit,
  input: { readonly token: string; readonly password: string },
): Promise<Result<Act<{ readonly deviceMark: string }>, ResetReason>> {
  const digest = ctx.crypto.tokenDigest(input.token)
  const seen = await findLink(ctx.db.applicant, digest, await awardNow(ctx.db.applicant))
  if (seen?.kind !== 'reset-password' || !seen.personId) return refuse('link-dead')
  const account = await findAccount(ctx.db.applicant, seen.personId)
  if (!account) return refuse('link-dead')
  const fit = checkNewPassword(input.password, account)
  if (!fit.ok) return fit
  const hashed = await ctx.crypto.hashPassword(input.password)
  if (!hashed.ok) return hashed
  return run(ctx, holder(account, visit), { db: 'applicant', role: 'account' }, async ({ tx, now }) => {
    const link = await lockLink(tx, digest, now)
    const current = link && (await lockAccount(tx, account.id))
    if (!link || !current || current.disabled) return refuse('link-dead')
    await spendLink(tx, link.id, now)
    await retireLinks(tx, 'verify-email', account.id, now)
    await storeAccount(tx, account.id, {
      passwordHash: hashed.value,
      ...(current.emailVerified ? {} : { emailVerifiedAt: toDate(now) }),
    })
    const ended = await endSessions(tx, account.id, null)
    return ok({
      deviceMark: newDeviceMark(ctx, { email: account.email, passwordHash: hashed.value }),
      entries: [
        {
          act: 'passwordReset',
          subject: { type: 'person', id: account.id },
          campaignId: null,
          facts: { ended },
        },
      ],
      notices: [
        {
          name: 'security-alert',
          to: { personId: account.id },
          campaignId: null,
          facts: { event: 'password-changed', at: now },
        },
      ],
    })
  })
}
