import { insertDisqualification } from '#app/adapters/db/disqualifications.ts'
import { turnScreening } from '#app/adapters/db/screening.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import {
  proposeDisqualification as decideProposal,
  type ProposeDisqualificationReason as Reason,
} from '#app/domain/nomination/disqualification.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { loadDisqualification } from './disqualification-unit.ts'
import type { PermitReason } from './permit.ts'
import type { SeenScreening } from './screening-unit.ts'

export type ProposeDisqualificationReason = Reason | PermitReason | 'stale-version'
type Asked = SeenScreening & {
  readonly reason: string
  readonly text: { readonly ar: string; readonly fr: string }
}
type Proposed = Act<{ readonly nominationId: string; readonly proposalId: string }>

/** The secretariat proposes that a nomination leave the competition; nothing takes effect before an organiser settles it. */
export const proposeDisqualification = (
  ctx: Context,
  actor: Actor,
  input: Asked,
): Promise<Result<Proposed, ProposeDisqualificationReason>> =>
  run<Proposed, ProposeDisqualificationReason>(
    ctx,
    actor,
    { db: 'office', role: 'secretariat' },
    async (unit) => {
      const { nominationId, version, reason, text } = input
      const loaded = await loadDisqualification(
        unit,
        actor,
        'screening.propose-disqualification',
        nominationId,
      )
      if (!loaded.ok) return loaded
      const { found, facts } = loaded.value
      if (found.screeningVersion !== version)
        return refuse('stale-version', { version: found.screeningVersion })
      const decision = decideProposal(facts, actor, { id: ctx.ids.rowId(), reason, text }, unit.now)
      if (!decision.ok) return decision
      const { disqualification, entry, notices } = decision.value
      await insertDisqualification(unit.tx, disqualification)
      await turnScreening(unit.tx, nominationId)
      return ok({ nominationId, proposalId: disqualification.id, entries: [entry], notices })
    },
  )
