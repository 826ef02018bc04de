import type { Actor } from '#app/domain/access/actor.ts'
import type { CriteriaEdit } from '#app/domain/campaign/criteria-edit.ts'
import type { Context } from '../context.ts'
import { revise, type RevisionOf } from './revise.ts'

type Typed = Omit<Extract<CriteriaEdit, { kind: 'rubric-adopted' }>, 'kind'>

/** The organiser declares a rubric its own: no page calls it an example any more. */
export const adoptRubric = (ctx: Context, actor: Actor, input: RevisionOf & Typed) => {
  const { campaignId, version, ...typed } = input
  return revise(ctx, actor, { campaignId, version }, { kind: 'rubric-adopted', ...typed })
}
