import type { Actor } from '#app/domain/access/actor.ts'
import type { Context } from '../context.ts'
import { type SeenBody, settleAdministration } from './settle-administration.ts'

/** Turns a requested body away; the mandates asked for it end with it. */
export const refuseAdministration = (ctx: Context, actor: Actor, input: SeenBody) =>
  settleAdministration(ctx, actor, { ...input, to: 'closed' })
