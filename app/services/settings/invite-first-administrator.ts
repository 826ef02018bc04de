import { lockAdministrators } from '#app/adapters/db/grants.ts'
import { storeLink } from '#app/adapters/db/tokens.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import { type Instant, instant } from '#app/domain/kernel/instant.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'

const ONE_DAY = 86_400_000

/**
 * The way into an installation that has no administrator yet: a link of one day, given back to whoever runs the machine
 * instead of mailed. With `another`, also where one exists (the last one left, say).
 */
export const inviteFirstAdministrator = (
  ctx: Context,
  input: { readonly email: string; readonly another: boolean },
): Promise<Result<Act<{ readonly token: string; readonly expiresAt: Instant }>, 'administrator-exists'>> => {
  const { token, digest } = ctx.crypto.newToken()
  return run(ctx, SYSTEM_ACTOR, { db: 'office', role: 'system' }, async ({ tx, now }) => {
    const administrators = await lockAdministrators(tx)
    if (administrators.length > 0 && !input.another) return refuse('administrator-exists')
    const id = ctx.ids.rowId()
    const expiresAt = instant(now + ONE_DAY)
    const payload = { role: 'administrator', campaignId: null, invitedBy: SYSTEM_ACTOR.personId }
    await storeLink(
      tx,
      { id, digest, kind: 'invitation-office', email: input.email, personId: null, payload, expiresAt },
      now,
    )
    return ok({
      token,
      expiresAt,
      entries: [
        {
          act: 'administratorInvited',
          subject: { type: 'one_time_token', id },
          campaignId: null,
          facts: { another: input.another },
        },
      ],
      notices: [],
    })
  })
}
