import { type Account, lockAccountByEmail, storeAccount, storeNewAccount } from '#app/adapters/db/people.ts'
import { retireLinks } from '#app/adapters/db/tokens.ts'
import type { Locale } from '#app/domain/kernel/localized.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { run, type Trace, type Unit } from '../run.ts'
import { evenTime } from './even-time.ts'
import { issueLink } from './issue-link.ts'
import { checkNewPassword } from './password-rule.ts'
import { type Visit, visitor } from './visit.ts'

const FLOOR = 350
const NOTHING: Trace = { entries: [], notices: [] }

export type Registration = {
  readonly email: string
  readonly name: string
  readonly password: string
  readonly locale: Locale
}
export type RegisterReason = 'throttled' | 'busy' | 'password-short' | 'password-known'

/**
 * Opens an applicant's account, unusable until its address is confirmed. The answer and its time are the same whether
 * the address is free or taken; the holder of a taken one is told by mail (T13). A flooded mailbox gets no further letter,
 * and the same answer.
 */
export async function register(
  ctx: Context,
  visit: Visit,
  input: Registration,
): Promise<Result<Trace, RegisterReason>> {
  const room = await ctx.limits.spend('register-address', visit.address ?? 'unknown')
  if (!room.ok) return room
  const fit = checkNewPassword(input.password, input)
  if (!fit.ok) return fit
  return evenTime(FLOOR, async () => {
    const letters = await ctx.limits.spend('confirm-account', ctx.crypto.sha256(input.email))
    if (!letters.ok) return ok(NOTHING)
    const hashed = await ctx.crypto.hashPassword(input.password)
    if (!hashed.ok) return hashed
    return run(ctx, visitor(visit), { db: 'applicant', role: 'public' }, async (unit) => {
      const known = await lockAccountByEmail(unit.tx, input.email)
      if (known && (known.emailVerified || known.disabled)) return ok(tellHolder(known, unit))
      return ok(await takeIn(ctx, unit, known, { ...input, passwordHash: hashed.value }))
    })
  })
}

const tellHolder = (known: Account, { now }: Unit): Trace => ({
  entries: [],
  notices: known.disabled
    ? []
    : [
        {
          name: 'security-alert',
          to: { personId: known.id },
          campaignId: null,
          facts: { event: 'registration-attempted', at: now },
        },
      ],
})

/** Nobody has proved the address yet, so the newest registration replaces an older one; its link needs its password. */
async function takeIn(
  ctx: Context,
  unit: Unit,
  known: Account | null,
  input: Registration & { readonly passwordHash: string },
): Promise<Trace> {
  const { tx, now } = unit
  const { email, name, locale, passwordHash } = input
  const id = known?.id ?? ctx.ids.rowId()
  if (known) {
    await storeAccount(tx, id, { name, locale, passwordHash })
    await retireLinks(tx, 'verify-email', id, now)
  } else if (
    !(await storeNewAccount(tx, { id, email, name, locale, passwordHash, emailVerified: false }, now))
  ) {
    return NOTHING
  }
  const { token, expiresAt } = await issueLink(ctx, unit, { kind: 'verify-email', email, personId: id })
  return {
    entries: [
      {
        act: 'accountRegistered',
        subject: { type: 'person', id },
        campaignId: null,
        facts: { again: known !== null },
      },
    ],
    notices: [{ name: 'verify-email', to: { email, locale }, campaignId: null, facts: { token, expiresAt } }],
  }
}
