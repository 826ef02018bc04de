import type { Actor } from '#app/domain/access/actor.ts'
import type { HolidayEdit } from '#app/domain/campaign/holidays.ts'
import type { Context } from '../context.ts'
import { revise, type RevisionOf } from './revise.ts'

/** One feast of a campaign in preparation: added, moved, confirmed or taken away. */
export const saveHoliday = (ctx: Context, actor: Actor, input: RevisionOf & HolidayEdit) => {
  const { campaignId, version, ...edit } = input
  return revise(ctx, actor, { campaignId, version }, { kind: 'holidays', edit })
}
