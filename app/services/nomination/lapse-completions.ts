import { loadCircle, loadNomination, storeNomination } from '#app/adapters/db/nominations.ts'
import { completionsToLapse, loadCompletion, storeCompletionEnd } from '#app/adapters/db/screening.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { lapseCompletion } from '#app/domain/nomination/completion.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'

type LapseReason = 'not-found' | 'not-due' | 'no-open-request' | 'wrong-state' | 'stale-version'

const lapse = (
  ctx: Context,
  nominationId: string,
): Promise<Result<Act<{ readonly nominationId: string }>, LapseReason>> =>
  run<Act<{ readonly nominationId: string }>, LapseReason>(
    ctx,
    SYSTEM_ACTOR,
    { db: 'office', role: 'system' },
    async ({ tx, now }) => {
      const found = await loadNomination(tx, nominationId, 'lock')
      const request = found && (await loadCompletion(tx, nominationId))
      if (!found || !request) return refuse('not-found')
      const decision = lapseCompletion(found.nomination, request, await loadCircle(tx, found), now)
      if (!decision.ok) return decision
      const { nomination, entry, notices } = decision.value
      if (!(await storeCompletionEnd(tx, decision.value.request))) return refuse('no-open-request')
      if (!(await storeNomination(tx, found.nomination, nomination))) return refuse('stale-version')
      return ok({ nominationId, entries: [entry], notices })
    },
  )

/** A timed act: completion requests whose due instant came without an answer end, each in its own transaction. */
export async function lapseCompletions(ctx: Context): Promise<number> {
  let ended = 0
  for (const nominationId of await completionsToLapse(ctx.db.office)) {
    if ((await lapse(ctx, nominationId)).ok) ended += 1
  }
  return ended
}
