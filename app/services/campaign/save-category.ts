import type { Actor } from '#app/domain/access/actor.ts'
import type { RegulationEdit } from '#app/domain/campaign/regulation-edit.ts'
import type { Context } from '../context.ts'
import { revise, type RevisionOf } from './revise.ts'

type Typed = Omit<Extract<RegulationEdit, { kind: 'category' }>, 'kind'>

/** Name and description of one category. */
export const saveCategory = (ctx: Context, actor: Actor, input: RevisionOf & Typed) => {
  const { campaignId, version, ...typed } = input
  return revise(ctx, actor, { campaignId, version }, { kind: 'category', ...typed })
}
