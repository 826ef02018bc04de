import type { Actor } from '#app/domain/access/actor.ts'
import type { Context } from '../context.ts'
import { type SeenBody, settleAdministration } from './settle-administration.ts'

/** Enters a requested body in the register. */
export const approveAdministration = (ctx: Context, actor: Actor, input: SeenBody) =>
  settleAdministration(ctx, actor, { ...input, to: 'approved' })
