import { lockAccountByEmail } from '#app/adapters/db/people.ts'
import { retireLinks } from '#app/adapters/db/tokens.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { run, type Trace } from '../run.ts'
import { evenTime } from './even-time.ts'
import { issueLink } from './issue-link.ts'
import { type Visit, visitor } from './visit.ts'

const FLOOR = 250
const NOTHING: Trace = { entries: [], notices: [] }

/**
 * Sends a link of ten minutes to the address, if an open account has it. The answer and its time never say whether one
 * has (T13); a flooded account gets no further letter and the same answer.
 */
export async function requestPasswordReset(
  ctx: Context,
  visit: Visit,
  input: { readonly email: string },
): Promise<Result<Trace, 'throttled'>> {
  const room = await ctx.limits.spend('reset-address', visit.address ?? 'unknown')
  if (!room.ok) return room
  return evenTime(FLOOR, async () => {
    const account = await ctx.limits.spend('reset-account', ctx.crypto.sha256(input.email))
    if (!account.ok) return ok(NOTHING)
    return run(ctx, visitor(visit), { db: 'applicant', role: 'public' }, async (unit) => {
      const known = await lockAccountByEmail(unit.tx, input.email)
      if (!known || known.disabled) return ok(NOTHING)
      const { id, email, locale } = known
      await retireLinks(unit.tx, 'reset-password', id, unit.now)
      const { token, expiresAt } = await issueLink(ctx, unit, { kind: 'reset-password', email, personId: id })
      return ok({
        entries: [{ act: 'resetRequested', subject: { type: 'person', id }, campaignId: null, facts: {} }],
        notices: [
          { name: 'reset-password', to: { email, locale }, campaignId: null, facts: { token, expiresAt } },
        ],
      })
    })
  })
}
