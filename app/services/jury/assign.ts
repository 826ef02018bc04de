import type { Actor } from '#app/domain/access/actor.ts'
import type { Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import type { Act } from '#app/services/run.ts'
import { moveReader, type SeenReaders } from './move-reader.ts'

/** Gives a file to one more reader by hand. */
export const assign = (
  ctx: Context,
  actor: Actor,
  input: SeenReaders & { readonly seatId: string },
): Promise<Result<Act<{ readonly campaignId: string }>>> =>
  moveReader(ctx, actor, { ...input, from: null, to: input.seatId })
