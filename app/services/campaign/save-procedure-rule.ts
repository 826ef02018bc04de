import type { Actor } from '#app/domain/access/actor.ts'
import type { RegulationEdit } from '#app/domain/campaign/regulation-edit.ts'
import type { Context } from '../context.ts'
import { revise, type RevisionOf } from './revise.ts'

type Typed = Omit<Extract<RegulationEdit, { kind: 'procedure' }>, 'kind'>

/** The days of screening, how the jury decides, and how much of the scores is published. */
export const saveProcedureRule = (ctx: Context, actor: Actor, input: RevisionOf & Typed) => {
  const { campaignId, version, ...typed } = input
  return revise(ctx, actor, { campaignId, version }, { kind: 'procedure', ...typed })
}
