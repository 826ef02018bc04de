import { dropAbandoned } from '#app/adapters/db/incoming-uploads.ts'
import { isStored } from '#app/adapters/db/evidence.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import type { Context } from '../context.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Uploads that nobody has gone on with for a day: their rows and the bytes that had come; returns how many. */
export async function dropAbandonedUploads(ctx: Context): Promise<number> {
  const abandoned = await dropAbandoned(ctx.db.office)
  for (const { id } of abandoned) await ctx.files.parts.drop(id)
  return abandoned.length
}

/**
 * What a process that was killed left behind for more than a day, by the clock of the machine that the disk goes by:
 * half files, and whole ones that no row came to name. Returns how many.
 */
export const sweepFiles = (ctx: Context, now: number): Promise<number> =>
  ctx.files.sweep({
    olderThan: instant(now - DAY_MS),
    isReferenced: (name) => isStored(ctx.db.office, name),
  })
