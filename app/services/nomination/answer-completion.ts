import { loadDossierFacts } from '#app/adapters/db/dossier-facts.ts'
import { loadOutcome, storeOutcome } from '#app/adapters/db/idempotency.ts'
import { loadNomination, type NominationCase, storeNomination } from '#app/adapters/db/nominations.ts'
import { loadCompletion, storeCompletionEnd } from '#app/adapters/db/screening.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { answerCompletion as decideAnswer, type AnswerReason } from '#app/domain/nomination/completion.ts'
import type { Context } from '../context.ts'
import { type Act, run, type Unit } from '../run.ts'
import { type Deposited, depositDossier, nextReceipt } from './deposit-dossier.ts'
import { permitOnNomination, type PermitReason } from './permit.ts'
import { hashWith } from './rules-of.ts'
import type { SubmitInput } from './submit-nomination.ts'

export type AnswerCompletionReason = AnswerReason | PermitReason | 'stale-version'
type Answered = Act<Deposited>

const ACT = 'nomination.answer-completion'

async function answerOnce(
  ctx: Context,
  unit: Unit,
  actor: Actor,
  found: NominationCase,
  input: SubmitInput,
): Promise<Result<Answered, AnswerCompletionReason>> {
  const { tx, now } = unit
  const facts = await loadDossierFacts(tx, found)
  const { receiptNumber } = await nextReceipt(unit, found)
  const decision = decideAnswer(facts, await loadCompletion(tx, found.nomination.id), actor, {
    versionId: ctx.ids.rowId(),
    receiptNumber,
    received: input.received,
    statementAt: now,
    seenDigest: input.seenDigest,
    hashOf: hashWith(ctx),
  })
  if (!decision.ok) return decision
  const { nomination, dossier, request, entry, notices } = decision.value
  if (!(await storeNomination(tx, found.nomination, nomination))) return refuse('stale-version')
  if (!(await storeCompletionEnd(tx, request))) return refuse('no-open-request')
  const deposited = await depositDossier(ctx, unit, found, facts, { actor, dossier })
  await storeOutcome(tx, input.key, { personId: actor.personId, act: ACT, outcome: deposited, at: now })
  return ok({ ...deposited, entries: [entry], notices })
}

/** The signatory answers the one completion request: a second frozen version, before its due instant. */
export const answerCompletion = (
  ctx: Context,
  actor: Actor,
  input: SubmitInput,
): Promise<Result<Answered, AnswerCompletionReason>> =>
  run<Answered, AnswerCompletionReason>(ctx, actor, { db: 'applicant', role: 'signatory' }, async (unit) => {
    const found = await loadNomination(unit.tx, input.nominationId, 'lock')
    if (!found) return refuse('not-found')
    const earlier = await loadOutcome<Deposited>(unit.tx, input.key, actor.personId, ACT)
    if (earlier?.nominationId === input.nominationId) return ok({ ...earlier, entries: [], notices: [] })
    // The key of the page of another file: this page shows nothing that could be sent.
    if (earlier) return refuse('stale-version')
    const permit = permitOnNomination(actor, 'nomination.answer-completion', found)
    if (!permit.ok) return permit
    return answerOnce(ctx, unit, actor, found, input)
  })
