import { endDisqualification } from '#app/adapters/db/disqualifications.ts'
import { turnScreening } from '#app/adapters/db/screening.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import {
  returnDisqualification as decideReturn,
  type ReturnDisqualificationReason as Reason,
} from '#app/domain/nomination/disqualification.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { isOvertaken, loadDisqualification, type SeenDisqualification } from './disqualification-unit.ts'
import type { PermitReason } from './permit.ts'

export type ReturnDisqualificationReason = Reason | PermitReason | 'stale-version'
type Returned = Act<{ readonly nominationId: string }>

/** The second hand disagrees: the proposal goes back with a note, and the nomination stays in the competition. */
export const returnDisqualification = (
  ctx: Context,
  actor: Actor,
  input: SeenDisqualification & { readonly note: string },
): Promise<Result<Returned, ReturnDisqualificationReason>> =>
  run<Returned, ReturnDisqualificationReason>(
    ctx,
    actor,
    { db: 'office', role: 'organiser' },
    async (unit) => {
      const loaded = await loadDisqualification(unit, actor, 'screening.disqualify', input.nominationId)
      if (!loaded.ok) return loaded
      const { facts } = loaded.value
      if (isOvertaken(facts, input)) return refuse('stale-version')
      const decision = decideReturn(facts, actor, input.note, unit.now)
      if (!decision.ok) return decision
      const { disqualification, entry, notices } = decision.value
      if (!(await endDisqualification(unit.tx, disqualification))) return refuse('own-proposal')
      await turnScreening(unit.tx, input.nominationId)
      return ok({ nominationId: input.nominationId, entries: [entry], notices })
    },
  )
