import { loadPanelRules } from '#app/adapters/db/panel-rules.ts'
import { insertSeats } from '#app/adapters/db/seats.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { type Act, run } from '#app/services/run.ts'

/** Makes the seats that the regulation names; those that exist keep who sits. */
export const constitutePanel = (
  ctx: Context,
  actor: Actor,
  input: { readonly campaignId: string },
): Promise<Result<Act<{ readonly added: number }>>> =>
  run(
    ctx,
    actor,
    { db: 'office', role: 'organiser' },
    async ({ tx }): Promise<Result<Act<{ added: number }>>> => {
      const rules = await loadPanelRules(tx, input.campaignId)
      if (!rules) return refuse('not-found')
      const permit = decide(actor, 'seat.invite', { campaignId: input.campaignId, phase: rules.phase })
      if (!permit.ok) return permit
      const seats = rules.seats.map((seat) => ({ ...seat, id: ctx.ids.rowId() }))
      const added = await insertSeats(tx, input.campaignId, seats)
      const subject = { type: 'campaign', id: input.campaignId }
      const entry = {
        act: 'panelConstituted' as const,
        subject,
        campaignId: input.campaignId,
        facts: { added },
      }
      return ok({ added, entries: added > 0 ? [entry] : [], notices: [], actedAs: permit.value.as })
    },
  )
