import type { Actor } from '#app/domain/access/actor.ts'
import type { CriteriaEdit } from '#app/domain/campaign/criteria-edit.ts'
import type { Context } from '../context.ts'
import { revise, type RevisionOf } from './revise.ts'

type Typed = Omit<Extract<CriteriaEdit, { kind: 'criterion-added' }>, 'kind'>

/** Adds a criterion at the end of a rubric, on the scale of the one before it. */
export const addCriterion = (ctx: Context, actor: Actor, input: RevisionOf & Typed) => {
  const { campaignId, version, ...typed } = input
  return revise(ctx, actor, { campaignId, version }, { kind: 'criterion-added', ...typed })
}
