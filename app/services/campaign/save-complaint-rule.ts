import type { Actor } from '#app/domain/access/actor.ts'
import type { RegulationEdit } from '#app/domain/campaign/regulation-edit.ts'
import type { Context } from '../context.ts'
import { revise, type RevisionOf } from './revise.ts'

type Typed = Omit<Extract<RegulationEdit, { kind: 'complaints' }>, 'kind'>

/** Within how many days results may be complained of and an answer is due, and by when the desk means to give it. */
export const saveComplaintRule = (ctx: Context, actor: Actor, input: RevisionOf & Typed) => {
  const { campaignId, version, ...typed } = input
  return revise(ctx, actor, { campaignId, version }, { kind: 'complaints', ...typed })
}
