import { actsForCompetitor } from '#app/adapters/db/own-files.ts'
import { loadOpenLift } from '#app/adapters/db/recusal-lifts.ts'
import { isRecusedPerson, loadRecusalSubject } from '#app/adapters/db/recusals.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { LiftFacts } from '#app/domain/jury/lift-recusal.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'

export type LiftInput = { readonly seatId: string; readonly nominationId: string }
export type LiftSubject = {
  readonly facts: LiftFacts
  readonly recusalId: string
  readonly reference: string
}

/** How the log names the words of either hand. */
export const digestOfReason =
  (ctx: Pick<Context, 'crypto'>) =>
  (words: string): string =>
    ctx.crypto.hmac('recusal-lift', words)

/** The recusal under its seat's lock, with what both hands are judged by, once the policy has let the actor in. */
export async function loadLiftSubject(
  tx: Tx,
  actor: Actor,
  action: 'recusal.propose-lift' | 'recusal.settle-lift',
  input: LiftInput,
): Promise<Result<LiftSubject>> {
  const subject = await loadRecusalSubject(tx, input.seatId, input.nominationId)
  if (!subject?.personId) return refuse('not-found')
  const { campaignId, phase, reference, existing, personId } = subject
  const recused = await isRecusedPerson(tx, actor.personId, input.nominationId)
  const open = existing && (await loadOpenLift(tx, existing.id))
  const permit = decide(actor, action, { campaignId, phase, recused, firstHand: open?.proposedBy ?? null })
  if (!permit.ok) return permit.reason === 'wrong-role' ? refuse('not-found') : permit
  if (!existing) return refuse('not-recused', { reference })
  const actorConflicted = await actsForCompetitor(tx, actor.personId, input.nominationId)
  const facts = { campaignId, recusal: existing, recusedPersonId: personId, actorConflicted, open }
  return ok({ facts, recusalId: existing.id, reference })
}
