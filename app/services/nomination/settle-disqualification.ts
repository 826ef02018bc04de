import { endDisqualification } from '#app/adapters/db/disqualifications.ts'
import { storeNomination } from '#app/adapters/db/nominations.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import {
  settleDisqualification as decideSettlement,
  type SettleDisqualificationReason as Reason,
} from '#app/domain/nomination/disqualification.ts'
import type { Context } from '../context.ts'
import { issueDocuments } from '../issue.ts'
import { official } from '../official.ts'
import { type Act, run } from '../run.ts'
import { storeTallies } from '../tally.ts'
import { isOvertaken, loadDisqualification, type SeenDisqualification } from './disqualification-unit.ts'
import type { PermitReason } from './permit.ts'
import { disqualificationDraft } from './screening-documents.ts'

export type SettleDisqualificationReason = Reason | PermitReason | 'stale-version' | 'tally-impossible'
type Settled = Act<{ readonly nominationId: string }>

/** Once the evaluation is closed a tally stands, on which the jury deliberates: it is made again without the nomination. */
const isTallied = (phase: Phase): boolean => phase === 'presentations' || phase === 'deliberation'

/** The second hand: an organiser who did not propose it. The nomination leaves the tally and the jury in the same act. */
export const settleDisqualification = (
  ctx: Context,
  actor: Actor,
  seen: SeenDisqualification,
): Promise<Result<Settled, SettleDisqualificationReason>> =>
  run<Settled, SettleDisqualificationReason>(
    ctx,
    actor,
    { db: 'office', role: 'organiser' },
    async (unit) => {
      const loaded = await loadDisqualification(unit, actor, 'screening.disqualify', seen.nominationId)
      if (!loaded.ok) return loaded
      const { found, facts } = loaded.value
      if (isOvertaken(facts, seen)) return refuse('stale-version')
      const words = official(`secretariat.disqualification.reasons.${facts.live?.reason ?? 'other'}`)
      const decision = decideSettlement(facts, actor, words, unit.now)
      if (!decision.ok) return decision
      const { nomination, disqualification, entry, notices } = decision.value
      if (!(await endDisqualification(unit.tx, disqualification))) return refuse('own-proposal')
      if (!(await storeNomination(unit.tx, facts.nomination, nomination))) return refuse('stale-version')
      if (isTallied(found.campaign.phase)) {
        const tallied = await storeTallies(unit, found.campaign.id, ctx)
        if (!tallied.ok) return refuse('tally-impossible')
      }
      const letter = disqualificationDraft(found, disqualification, unit.now)
      await issueDocuments(ctx, unit, found.campaign.id, [letter])
      return ok({ nominationId: nomination.id, entries: [entry], notices })
    },
  )
