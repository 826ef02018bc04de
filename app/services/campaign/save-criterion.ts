import type { Actor } from '#app/domain/access/actor.ts'
import type { RubricEdit } from '#app/domain/campaign/rubric-edit.ts'
import type { Context } from '../context.ts'
import { revise, type RevisionOf } from './revise.ts'

type Typed = Omit<Extract<RubricEdit, { kind: 'criterion' }>, 'kind'>

/** Name, scale, threshold and comments of one criterion. */
export const saveCriterion = (ctx: Context, actor: Actor, input: RevisionOf & Typed) => {
  const { campaignId, version, ...typed } = input
  return revise(ctx, actor, { campaignId, version }, { kind: 'criterion', ...typed })
}
