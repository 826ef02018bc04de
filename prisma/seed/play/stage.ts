import { loadActor } from '#app/adapters/db/actors.ts'
import { setAwardClock } from '#app/adapters/db/clock.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import type { Context } from '#app/services/context.ts'

/** Where a play is given: a database marked as a demonstration, its clock, and the seed of every invented figure. */
export type Stage = {
  readonly ctx: Context
  /** The owner's address: only the owner moves the clock. */
  readonly ownerUrl: string
  readonly seed: number
}

export const moveClock = (stage: Stage, to: Instant | null): Promise<void> =>
  setAwardClock(stage.ownerUrl, to)

/** A person as they would come to act now: rights read afresh, second factor given. */
export async function actorFor({ ctx }: Pick<Stage, 'ctx'>, personId: string): Promise<Actor> {
  const origin = { requestId: 'play', address: null }
  const actor = await loadActor(ctx.db.office, personId, { secondFactor: true, origin })
  if (!actor) throw new Error(`nobody has the id ${personId}`)
  return actor
}
