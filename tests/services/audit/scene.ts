import { randomUUID } from 'node:crypto'
import type { Act } from '#app/domain/audit/acts.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import { ok } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { run } from '#app/services/run.ts'

/** One act that leaves nothing but its entry. */
export const act = (
  ctx: Context,
  name: string, // any name: these entries only have to be told apart
  facts: Record<string, string> = {},
  actor: Actor = SYSTEM_ACTOR,
) =>
  run(ctx, actor, { db: 'office', role: 'system' }, () =>
    Promise.resolve(
      ok({
        entries: [
          { act: name as Act, subject: { type: 'thing', id: randomUUID() }, campaignId: null, facts },
        ],
        notices: [],
      }),
    ),
  )
