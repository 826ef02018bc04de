import { insertAnswer } from '#app/adapters/db/appeals.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import {
  type AppealAnswerReason,
  type AppealProposal,
  proposeAppealAnswer as decideAnswer,
} from '#app/domain/nomination/appeal-answer.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { loadAppealed } from './appeal-unit.ts'
import type { PermitReason } from './permit.ts'

export type ProposeAppealAnswerReason = AppealAnswerReason | PermitReason | 'no-appeal'
type Proposed = Act<{ readonly nominationId: string; readonly answerId: string }>

/** The first hand of an answer to an appeal; nothing takes effect before another one validates. */
export const proposeAppealAnswer = (
  ctx: Context,
  actor: Actor,
  { nominationId, ...typed }: Omit<AppealProposal, 'id'> & { readonly nominationId: string },
): Promise<Result<Proposed, ProposeAppealAnswerReason>> =>
  run<Proposed, ProposeAppealAnswerReason>(
    ctx,
    actor,
    { db: 'office', role: 'secretariat' },
    async ({ tx, now }) => {
      const found = await loadAppealed(tx, actor, nominationId)
      if (!found.ok) return found
      const decision = decideAnswer(found.value.facts, actor, { id: ctx.ids.rowId(), ...typed }, now)
      if (!decision.ok) return decision
      if (!(await insertAnswer(tx, decision.value.answer))) return refuse('took-part')
      const { answer, entry, notices } = decision.value
      const { actedAs } = found.value
      return ok({ nominationId, answerId: answer.id, entries: [entry], notices, actedAs })
    },
  )
