import { loadDossierFacts } from '#app/adapters/db/dossier-facts.ts'
import { storeSubmission } from '#app/adapters/db/dossiers.ts'
import { loadOutcome, storeOutcome } from '#app/adapters/db/idempotency.ts'
import { phaseSince } from '#app/adapters/db/campaigns.ts'
import { loadNomination, type NominationCase } from '#app/adapters/db/nominations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { NominationState } from '#app/domain/nomination/nomination.ts'
import { phaseOnArrival } from '#app/domain/nomination/deadline.ts'
import {
  submitNomination as decideSubmission,
  type SubmitReason,
} from '#app/domain/nomination/submit-nomination.ts'
import type { Context } from '../context.ts'
import { drawRegisterAnew } from '../register.ts'
import { type Act, run, type Unit } from '../run.ts'
import { type Deposited, depositDossier, nextReceipt } from './deposit-dossier.ts'
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
const UNDEPOSITED: ReadonlySet<NominationState> = new Set(['draft', 'awaiting_visa', 'withdrawn'])

async function submitOnce(
  ctx: Context,
  unit: Unit,
  actor: Actor,
  found: NominationCase,
  input: SubmitInput,
): Promise<Result<Submitted, SubmitNominationReason>> {
  const { tx, now } = unit
  const facts = await loadDossierFacts(tx, found)
  const { receiptNumber, phase } = await nextReceipt(unit, found)
  const decision = decideSubmission(facts, actor, {
    versionId: ctx.ids.rowId(),
    receiptNumber,
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
  // The campaign turned while this request was on its way: its register lacks this file.
  if (phase !== 'nominations') await drawRegisterAnew(ctx, unit, found.campaign.id)
  return ok({ ...deposited, entries: [entry], notices })
}

/** The campaign as it stood when the request arrived: the turn at the closing may have been made meanwhile. */
async function asItArrived({ tx }: Unit, found: NominationCase, received: Instant): Promise<NominationCase> {
  const { campaign, closesAt } = found
  if (campaign.phase !== 'screening') return found
  const since = await phaseSince(tx, campaign.id)
  const phase = phaseOnArrival(campaign.phase, { since, received, closesAt })
  return { ...found, campaign: { ...campaign, phase } }
}

/**
 * The signatory's visa, which submits (product.md section 6): the content that was shown becomes an immutable version,
 * numbered and received at the instant the request arrived. The same post again shows the same receipt.
 */
export const submitNomination = (
  ctx: Context,
  actor: Actor,
  input: SubmitInput,
): Promise<Result<Submitted, SubmitNominationReason>> => {
  const as = { db: 'applicant', role: 'signatory' } as const
  return run<Submitted, SubmitNominationReason>(ctx, actor, as, async (unit) => {
    const read = await loadNomination(unit.tx, input.nominationId, 'lock')
    if (!read) return refuse('not-found')
    const earlier = await loadOutcome<Deposited>(unit.tx, input.key, actor.personId, ACT)
    if (earlier?.nominationId === input.nominationId) {
      // Taken back since, and perhaps begun anew: the receipt of that version would say that this one is deposited.
      if (UNDEPOSITED.has(read.nomination.state)) return refuse('stale-version')
      return ok({ ...earlier, entries: [], notices: [] })
    }
    // The key of the page of another file: this page shows nothing that could be sent.
    if (earlier) return refuse('stale-version')
    const found = await asItArrived(unit, read, input.received)
    const permit = permitOnNomination(actor, 'nomination.submit', found)
    if (!permit.ok) return permit
    return submitOnce(ctx, unit, actor, found, input)
  })
}
