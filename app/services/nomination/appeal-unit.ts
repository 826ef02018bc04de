import { loadAppeal, loadAppealDesk, loadAppealInvolved, loadLiveAnswer } from '#app/adapters/db/appeals.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import { holdPhase, loadCircle, loadNomination, type NominationCase } from '#app/adapters/db/nominations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Role } from '#app/domain/access/rule.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { AppealFacts } from '#app/domain/nomination/appeal-answer.ts'
import { permitOnNomination, type PermitReason } from './permit.ts'

export type AppealCase = NominationCase & { readonly facts: AppealFacts; readonly actedAs: Role }

/** The file under its lock, in a phase that stays, with its appeal, the policy asked about somebody who answers it. */
export async function loadAppealed(
  tx: Tx,
  actor: Actor,
  nominationId: string,
): Promise<Result<AppealCase, PermitReason | 'no-appeal'>> {
  await holdPhase(tx, nominationId)
  const found = await loadNomination(tx, nominationId, 'lock')
  if (!found) return refuse('not-found')
  const appeal = await loadAppeal(tx, nominationId)
  const involved = appeal === null ? [] : await loadAppealInvolved(tx, appeal.id)
  const permit = permitOnNomination(actor, 'screening.answer-appeal', found, { involved })
  if (!permit.ok) return permit
  if (appeal === null) return refuse('no-appeal')
  const desk = await loadAppealDesk(tx, appeal.id)
  const live = await loadLiveAnswer(tx, appeal.id)
  const context = await loadCircle(tx, found)
  const facts = { nomination: found.nomination, context, appeal, involved, desk, live }
  return ok({ ...found, facts, actedAs: permit.value.as })
}
