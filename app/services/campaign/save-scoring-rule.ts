import type { Actor } from '#app/domain/access/actor.ts'
import type { RegulationEdit } from '#app/domain/campaign/regulation-edit.ts'
import type { Context } from '../context.ts'
import { revise, type RevisionOf } from './revise.ts'

type Typed = Omit<Extract<RegulationEdit, { kind: 'scoring' }>, 'kind'>

/** How sheets become one score, from how many sheets the extremes are left out, and how many decimals are shown. */
export const saveScoringRule = (ctx: Context, actor: Actor, input: RevisionOf & Typed) => {
  const { campaignId, version, ...typed } = input
  return revise(ctx, actor, { campaignId, version }, { kind: 'scoring', ...typed })
}
