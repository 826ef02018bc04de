import { dueReleases } from '#app/adapters/db/releases.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import type { Context } from '#app/services/context.ts'
import { publishResults } from './publish-results.ts'

/** The timed act: publishes every release whose instant has come. What refuses is logged, and tried at the next beat. */
export async function publishDueReleases(ctx: Context): Promise<number> {
  let published = 0
  for (const releaseId of await dueReleases(ctx.db.office)) {
    const result = await publishResults(ctx, SYSTEM_ACTOR, { releaseId })
    if (result.ok) published += 1
    else if (result.reason !== 'already-published') {
      ctx.log.error(
        { releaseId, reason: result.reason, facts: result.facts },
        'a release that is due was refused',
      )
    }
  }
  return published
}
