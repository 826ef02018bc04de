import type { Actor } from '#app/domain/access/actor.ts'
import type { Context } from '../context.ts'
import { settleAdministration } from './settle-administration.ts'

/** Enters a requested body in the register. */
export const approveAdministration = (
  ctx: Context,
  actor: Actor,
  input: { readonly administrationId: string },
) => settleAdministration(ctx, actor, { ...input, to: 'approved' })
