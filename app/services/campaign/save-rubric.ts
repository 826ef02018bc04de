import type { Actor } from '#app/domain/access/actor.ts'
import type { RubricEdit } from '#app/domain/campaign/rubric-edit.ts'
import type { Context } from '../context.ts'
import { revise, type RevisionOf } from './revise.ts'

type Typed = Omit<Extract<RubricEdit, { kind: 'rubric' }>, 'kind'>

/** Weights and rules of one rubric. They are kept as typed; the check says what is missing before opening. */
export const saveRubric = (ctx: Context, actor: Actor, input: RevisionOf & Typed) => {
  const { campaignId, version, ...typed } = input
  return revise(ctx, actor, { campaignId, version }, { kind: 'rubric', ...typed })
}
