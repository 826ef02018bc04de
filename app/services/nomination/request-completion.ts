import { isDuplicate } from '#app/adapters/db/transaction.server.ts'
import { storeNomination } from '#app/adapters/db/nominations.ts'
import { insertCompletion, loadCompletion, turnScreening } from '#app/adapters/db/screening.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { requestCompletion as decideRequest, type RequestReason } from '#app/domain/nomination/completion.ts'
import type { Context } from '../context.ts'
import { issueDocuments } from '../issue.ts'
import { type Act, run } from '../run.ts'
import type { PermitReason } from './permit.ts'
import { workCalendar } from './rules-of.ts'
import { completionRequestDraft } from './screening-documents.ts'
import { loadSeen, type SeenScreening } from './screening-unit.ts'

export type RequestCompletionReason = RequestReason | PermitReason | 'stale-version' | 'already-proposed'
type CompletionAsked = SeenScreening & { readonly reasons: readonly string[]; readonly message: string }
type Requested = Act<{ readonly nominationId: string; readonly dueAt: Instant }>

const request = (
  ctx: Context,
  actor: Actor,
  input: CompletionAsked,
): Promise<Result<Requested, RequestCompletionReason>> =>
  run<Requested, RequestCompletionReason>(
    ctx,
    actor,
    { db: 'office', role: 'secretariat' },
    async ({ tx, now }) => {
      const found = await loadSeen(tx, actor, 'screening.request-completion', input)
      if (!found.ok) return found
      const { facts, nomination, campaign } = found.value
      if (facts.live !== null) return refuse('already-proposed')
      const { regulation } = campaign
      const decision = decideRequest(
        {
          nomination,
          context: facts.context,
          earlier: await loadCompletion(tx, nomination.id),
          workingDays: regulation.screening.completionWorkingDays,
          work: workCalendar(regulation),
        },
        actor,
        { id: ctx.ids.rowId(), reasons: input.reasons, message: input.message },
        now,
      )
      if (!decision.ok) return decision
      if (!(await storeNomination(tx, nomination, decision.value.nomination))) return refuse('stale-version')
      await insertCompletion(tx, decision.value.request)
      await turnScreening(tx, nomination.id)
      const letter = completionRequestDraft(found.value, decision.value.request)
      await issueDocuments(ctx, { tx, now }, campaign.id, [letter])
      const { entry, notices } = decision.value
      return ok({
        nominationId: nomination.id,
        dueAt: decision.value.request.dueAt,
        entries: [entry],
        notices,
      })
    },
  )

/** Asks once for all that is missing. The unique row of the table says no to a second request, whoever asks. */
export async function requestCompletion(
  ctx: Context,
  actor: Actor,
  input: CompletionAsked,
): Promise<Result<Requested, RequestCompletionReason>> {
  try {
    return await request(ctx, actor, input)
  } catch (error) {
    if (isDuplicate(error)) return refuse('already-requested')
    throw error
  }
}
