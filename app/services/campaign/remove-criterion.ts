import type { Actor } from '#app/domain/access/actor.ts'
import type { CriteriaEdit } from '#app/domain/campaign/criteria-edit.ts'
import type { Context } from '../context.ts'
import { revise, type RevisionOf } from './revise.ts'

type Typed = Omit<Extract<CriteriaEdit, { kind: 'criterion-removed' }>, 'kind'>

/** Takes a criterion out of a rubric; the weights of the others stay as they are. */
export const removeCriterion = (ctx: Context, actor: Actor, input: RevisionOf & Typed) => {
  const { campaignId, version, ...typed } = input
  return revise(ctx, actor, { campaignId, version }, { kind: 'criterion-removed', ...typed })
}
