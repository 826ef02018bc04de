import { checkpointReaders, loadCheckpoints, type StoredCheckpoint } from '#app/adapters/db/log.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import { hexOf } from '#app/domain/audit/bytes.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import { notify } from '#app/domain/notice/notice.ts'
import type { Context } from '../context.ts'
import { makeCheckpoint } from '../checkpoint.ts'
import { type Act, run } from '../run.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * A timed act: once a day the log is signed, and its size and root go by mail to jurors and auditors, out of reach of
 * whoever could rewrite the database (T51). Null: signed less than a day ago, or nothing was added. Refused and logged:
 * the log no longer continues its last checkpoint.
 */
export async function dailyCheckpoint(ctx: Context): Promise<StoredCheckpoint | null> {
  type Made = Result<Act<{ readonly made: StoredCheckpoint | null }>>
  const result = await run(
    ctx,
    SYSTEM_ACTOR,
    { db: 'office', role: 'system' },
    async (unit): Promise<Made> => {
      const [last] = await loadCheckpoints(unit.tx, 1)
      const nothing = { made: null, entries: [], notices: [] }
      if (last && unit.now - last.madeAt < DAY_MS) return ok(nothing)
      const made = await makeCheckpoint(unit, ctx, { cause: 'daily', campaignId: null })
      if (!made.ok) return made
      if (made.value === null) return ok(nothing)
      const { size, root, madeAt } = made.value
      const facts = { at: madeAt, size, digest: hexOf(root) }
      const notices = notify('log-checkpoint', await checkpointReaders(unit.tx), null, facts)
      return ok({ made: made.value, entries: [], notices })
    },
  )
  if (!result.ok) ctx.log.error({ reason: result.reason, ...result.facts }, 'the log was not signed')
  return result.ok ? result.value.made : null
}
