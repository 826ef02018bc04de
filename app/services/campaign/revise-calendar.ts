import type { Actor } from '#app/domain/access/actor.ts'
import type { RegulationEdit } from '#app/domain/campaign/regulation-edit.ts'
import type { Context } from '../context.ts'
import { revise, type RevisionOf } from './revise.ts'

type Typed = Omit<Extract<RegulationEdit, { kind: 'calendar' }>, 'kind'>

/** Every instant of the campaign. An order that cannot stand is listed by the check, not refused here. */
export const reviseCalendar = (ctx: Context, actor: Actor, input: RevisionOf & Typed) => {
  const { campaignId, version, ...typed } = input
  return revise(ctx, actor, { campaignId, version }, { kind: 'calendar', ...typed })
}
