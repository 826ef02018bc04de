import type { Actor } from '#app/domain/access/actor.ts'
import type { Context } from '../context.ts'
import { advancePhase } from './advance-phase.ts'

/** Ends a published campaign, once its complaint window is over and every complaint answered. */
export const archiveCampaign = (ctx: Context, actor: Actor, input: { readonly campaignId: string }) =>
  advancePhase(ctx, actor, { campaignId: input.campaignId, from: 'published', to: 'archived' })
