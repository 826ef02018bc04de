import type { Actor } from '#app/domain/access/actor.ts'
import type { Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import type { Act } from '#app/services/run.ts'
import { moveReader, type SeenReaders } from './move-reader.ts'

/** Takes a file from a reader whose sheet is not sealed. */
export const unassign = (
  ctx: Context,
  actor: Actor,
  input: SeenReaders & { readonly seatId: string },
): Promise<Result<Act<{ readonly campaignId: string }>>> =>
  moveReader(ctx, actor, { ...input, from: input.seatId, to: null })
