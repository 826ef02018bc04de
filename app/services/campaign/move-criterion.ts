import type { Actor } from '#app/domain/access/actor.ts'
import type { CriteriaEdit } from '#app/domain/campaign/criteria-edit.ts'
import type { Context } from '../context.ts'
import { revise, type RevisionOf } from './revise.ts'

type Typed = Omit<Extract<CriteriaEdit, { kind: 'criterion-moved' }>, 'kind'>

/** Moves a criterion by one place on the sheet. */
export const moveCriterion = (ctx: Context, actor: Actor, input: RevisionOf & Typed) => {
  const { campaignId, version, ...typed } = input
  return revise(ctx, actor, { campaignId, version }, { kind: 'criterion-moved', ...typed })
}
