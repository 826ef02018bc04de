import { lockAccount } from '#app/adapters/db/people.ts'
import { storeRecoveryCodes } from '#app/adapters/db/recovery-codes.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'

/** Ten new recovery codes, shown once; the old ones are worth nothing. Only behind the second factor. */
export const renewRecoveryCodes = (
  ctx: Context,
  actor: Actor,
): Promise<Result<Act<{ readonly codes: readonly string[] }>, 'not-enrolled' | 'second-factor-required'>> => {
  const made = ctx.crypto.newRecoveryCodes()
  return run(ctx, actor, { db: 'applicant', role: 'account' }, async ({ tx, now }) => {
    if (!actor.secondFactor) return refuse('second-factor-required')
    const account = await lockAccount(tx, actor.personId)
    if (!account?.totpEnrolled) return refuse('not-enrolled')
    await storeRecoveryCodes(
      tx,
      account.id,
      made.map(({ digest }) => ({ id: ctx.ids.rowId(), digest })),
    )
    return ok({
      codes: made.map(({ code }) => code),
      entries: [
        {
          act: 'recoveryCodesRenewed',
          subject: { type: 'person', id: account.id },
          campaignId: null,
          facts: {},
        },
      ],
      notices: [
        {
          name: 'security-alert',
          to: { personId: account.id },
          campaignId: null,
          facts: { event: 'recovery-codes-renewed', at: now },
        },
      ],
    })
  })
}
