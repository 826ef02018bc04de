import type { Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { knownDevice } from './device-mark.ts'
import type { Visit } from './visit.ts'

/**
 * Whether one more password may be tried (T43, T44). Per address, and per account; a browser that signed in to the
 * account before has a queue of its own, so that strangers who try passwords delay themselves and not the owner.
 */
export async function admitAttempt(
  ctx: Context,
  visit: Visit,
  email: string,
): Promise<Result<{ forgive: () => Promise<void> }, 'throttled'>> {
  const device = await knownDevice(ctx, email, visit.deviceMark)
  const key = device ? `device:${device}` : `account:${ctx.crypto.sha256(email)}`
  const byAddress = await ctx.limits.spend('sign-in-address', visit.address ?? 'unknown')
  if (!byAddress.ok) return byAddress
  const byAccount = await ctx.limits.spend('sign-in-account', key)
  if (!byAccount.ok) return byAccount
  return { ok: true, value: { forgive: () => ctx.limits.forgive('sign-in-account', key) } }
}
