import { storeNomination } from '#app/adapters/db/nominations.ts'
import { settleDecision } from '#app/adapters/db/screening.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { appealTerm } from '#app/domain/nomination/appeal.ts'
import { type SettleReason, validateScreening as decideValidation } from '#app/domain/nomination/screening.ts'
import { legalOffsetMinutes } from '#app/i18n/legal-zone.ts'
import type { Context } from '../context.ts'
import { issueDocuments } from '../issue.ts'
import { type Act, run } from '../run.ts'
import type { PermitReason } from './permit.ts'
import { eligibilityDecisionDraft } from './screening-documents.ts'
import { loadProposed, type SeenProposal } from './screening-unit.ts'

export type ValidateScreeningReason = SettleReason | PermitReason | 'stale-version'
type Validated = Act<{ readonly nominationId: string; readonly outcome: 'admissible' | 'inadmissible' }>

/** The second hand: another clerk than the one who proposed. The statement that settles says so too. */
export const validateScreening = (
  ctx: Context,
  actor: Actor,
  seen: SeenProposal,
): Promise<Result<Validated, ValidateScreeningReason>> =>
  run<Validated, ValidateScreeningReason>(
    ctx,
    actor,
    { db: 'office', role: 'secretariat' },
    async ({ tx, now }) => {
      const found = await loadProposed(tx, actor, 'screening.validate', seen)
      if (!found.ok) return found
      const { facts, nomination, campaign } = found.value
      const appealUntil = appealTerm(now, campaign.regulation, (at) => legalOffsetMinutes(at))
      const decision = decideValidation(facts, actor, appealUntil, now)
      if (!decision.ok) return decision
      const { entry, notices } = decision.value
      if (!(await settleDecision(tx, decision.value.decision))) return refuse('own-proposal')
      if (!(await storeNomination(tx, nomination, decision.value.nomination))) return refuse('stale-version')
      const letter = eligibilityDecisionDraft(found.value, decision.value.decision, {
        decidedAt: now,
        appealUntil,
      })
      await issueDocuments(ctx, { tx, now }, campaign.id, [letter])
      return ok({
        nominationId: nomination.id,
        outcome: decision.value.decision.outcome,
        entries: [entry],
        notices,
      })
    },
  )
