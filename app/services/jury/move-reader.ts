import { endAssignment, insertAssignments } from '#app/adapters/db/assignment-rows.ts'
import { isOfCampaign, loadAssignmentFacts } from '#app/adapters/db/assignments.ts'
import { actsForCompetitor } from '#app/adapters/db/own-files.ts'
import { isRecusedPerson } from '#app/adapters/db/recusals.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { moveAssignment } from '#app/domain/jury/move-assignment.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import { type Act, run } from '#app/services/run.ts'
import { inTwoLanguages } from '../in-two-languages.ts'
import { sheetsOfRound } from './sheets-of-round.ts'

/** The readers of a nomination as its line showed them. */
export type SeenReaders = {
  readonly campaignId: string
  readonly nominationId: string
  readonly version: number
}
export type Move = SeenReaders & {
  readonly from: string | null
  readonly to: string | null
}

/**
 * One change of readers by hand: give, take, or pass from one to another. Every constraint is checked again. In a second
 * round whoever is added has a sheet of that round at once. Refused when the readers changed after the page was read.
 */
export const moveReader = (
  ctx: Context,
  actor: Actor,
  input: Move,
): Promise<Result<Act<{ readonly campaignId: string }>>> =>
  run(
    ctx,
    actor,
    { db: 'office', role: 'secretariat' },
    async ({ tx, now }): Promise<Result<Act<{ campaignId: string }>>> => {
      const { campaignId, nominationId } = input
      const facts = await loadAssignmentFacts(tx, campaignId, true)
      if (!facts) return refuse('not-found')
      // Somebody else's file and one that does not exist are answered alike, before anything is said about it.
      if (!(await isOfCampaign(tx, nominationId, campaignId))) return refuse('not-found')
      const recused = await isRecusedPerson(tx, actor.personId, nominationId)
      const permit = decide(actor, 'assignment.move', { campaignId, phase: facts.phase, recused })
      if (!permit.ok) return permit
      if (await actsForCompetitor(tx, actor.personId, nominationId)) return refuse('actor-conflicted')
      const version = facts.changes.get(nominationId) ?? 0
      if (version !== input.version) return refuse('stale-version', { version })
      const decision = moveAssignment(facts, actor, input)
      if (!decision.ok) return decision
      const { removed, added, entry, notices, isSecondRound } = decision.value
      if (removed) await endAssignment(tx, removed, now)
      const rows = added
        ? [{ ...added, id: ctx.ids.rowId(), explanation: { source: 'manual' as const } }]
        : []
      await insertAssignments(tx, rows, { personId: actor.personId, at: now })
      const sheets = await sheetsOfRound(ctx, { tx, now }, { campaignId, isSecondRound, pairs: rows })
      if (!sheets.ok) return sheets
      const told = { ...inTwoLanguages('campaign', facts.campaignName), count: 1, dueAt: facts.dueAt }
      return ok({
        campaignId,
        entries: [entry, ...sheets.value],
        notices: notices.map((notice) => ({ ...notice, facts: told })),
      })
    },
  )
