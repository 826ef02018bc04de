import { loadDossierFacts } from '#app/adapters/db/dossier-facts.ts'
import { storeSubmission } from '#app/adapters/db/dossiers.ts'
import { loadOutcome, storeOutcome } from '#app/adapters/db/idempotency.ts'
import { loadNomination, type NominationCase } from '#app/adapters/db/nominations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import {
  submitNomination as decideSubmission,
  type SubmitReason,
} from '#app/domain/nomination/submit-nomination.ts'
import type { Context } from '../context.ts'
import { type Act, run, type Unit } from '../run.ts'
import { type Deposited, depositDossier, nextReceiptNumber } from './deposit-dossier.ts'
import { permitOnNomination, type PermitReason } from './permit.ts'
import { hashWith } from './rules-of.ts'

export type SubmitInput = {
  readonly nominationId: string
  /** `award_now()` read when the request arrived: it alone decides about the deadline. */
  readonly received: Instant
  /** The digest that the visa page showed. */
  readonly seenDigest: string
  /** Made by the visa page: a repeated post finds the first receipt. */
  readonly key: string
}
export type SubmitNominationReason = SubmitReason | PermitReason | 'stale-version'
type Submitted = Act<Deposited>

const ACT = 'nomination.submit'

async function submitOnce(
  ctx: Context,
  unit: Unit,
  actor: Actor,
  found: NominationCase,
  input: SubmitInput,
): Promise<Result<Submitted, SubmitNominationReason>> {
  const { tx, now } = unit
  const facts = await loadDossierFacts(tx, found)
  const decision = decideSubmission(facts, actor, {
    versionId: ctx.ids.rowId(),
    receiptNumber: await nextReceiptNumber(unit, found),
    received: input.received,
    statementAt: now,
    seenDigest: input.seenDigest,
    hashOf: hashWith(ctx),
  })
  if (!decision.ok) return decision
  const { dossier, entry, notices } = decision.value
  if (!(await storeSubmission(tx, found.nomination, input.received))) {
    return refuse('deadline-passed', { received: input.received, closesAt: found.closesAt })
  }
  const deposited = await depositDossier(ctx, unit, found, facts, { actor, dossier })
  await storeOutcome(tx, input.key, { personId: actor.personId, act: ACT, outcome: deposited, at: now })
  return ok({ ...deposited, entries: [entry], notices })
}

/**
 * The signatory's visa, which submits (product.md section 6): the content that was shown becomes an immutable version,
 * numbered and received at the instant the request arrived. The same post again shows the same receipt.
 */
export const submitNomination = (
  ctx: Context,
  actor: Actor,
  input: SubmitInput,
): Promise<Result<Submitted, SubmitNominationReason>> =>
  run<Submitted, SubmitNominationReason>(ctx, actor, { db: 'applicant', role: 'signatory' }, async (unit) => {
    const found = await loadNomination(unit.tx, input.nominationId, 'lock')
    if (!found) return refuse('not-found')
    const earlier = await loadOutcome<Deposited>(unit.tx, input.key, actor.personId, ACT)
    if (earlier?.nominationId === input.nominationId) return ok({ ...earlier, entries: [], notices: [] })
    const permit = permitOnNomination(actor, 'nomination.submit', found)
    if (!permit.ok) return permit
    return submitOnce(ctx, unit, actor, found, input)
  })
