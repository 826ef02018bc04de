import { insertFlag } from '#app/adapters/db/flags.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { raiseFlag as decideRaising } from '#app/domain/deliberation/flag.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '../context.ts'
import { type Act, run } from '../run.ts'
import { loadFlagCase } from './flag-unit.ts'

export type Raising = { readonly nominationId: string; readonly ground: string; readonly text: string }

/** A reader of the file raises a flag: the nomination is suspended until the plenary decides. */
export const raiseFlag = (
  ctx: Context,
  actor: Actor,
  { nominationId, ground, text }: Raising,
): Promise<Result<Act<{ readonly flagId: string }>>> =>
  run(
    ctx,
    actor,
    { db: 'office', role: 'juror' },
    async ({ tx, now }): Promise<Result<Act<{ flagId: string }>>> => {
      const facts = await loadFlagCase(tx, actor, nominationId)
      if (!facts.ok) return facts
      const decision = decideRaising(facts.value, { id: ctx.ids.rowId(), ground, text }, now)
      if (!decision.ok) return decision
      const { flag, entry, notices } = decision.value
      await insertFlag(tx, flag)
      return ok({ flagId: flag.id, entries: [entry], notices })
    },
  )
