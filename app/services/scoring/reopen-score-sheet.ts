import { isCategoryOpened } from '#app/adapters/db/agenda.ts'
import { insertSheet } from '#app/adapters/db/opened-sheets.ts'
import { isSecondRoundOpened } from '#app/adapters/db/shortlists.ts'
import { isRecusedPerson } from '#app/adapters/db/recusals.ts'
import { loadCurrentSheet, loadScoringFacts } from '#app/adapters/db/score-sheets.ts'
import { holdCounted } from '#app/adapters/db/tallies.ts'
import { type Actor, seatIn } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { isRoundOpen } from '#app/domain/scoring/sheet-gate.ts'
import { reopenSheet } from '#app/domain/scoring/sheet-corrections.ts'
import { loadOwnSeat } from '#app/adapters/db/interests.ts'
import { loadPresiding } from '#app/adapters/db/presiding.ts'
import type { Context } from '#app/services/context.ts'
import { type Act, run } from '#app/services/run.ts'
import { storeTallies } from '#app/services/tally.ts'

/** The presiding chair gives a sealed sheet back to its juror: a new draft round; the sealed version stays. */
export async function reopenScoreSheet(
  ctx: Context,
  actor: Actor,
  input: { readonly sheetId: string; readonly version: number; readonly reason: string },
): Promise<Result<Act<{ readonly sheetId: string }>>> {
  const newId = ctx.ids.rowId()
  const sheetNumber = Buffer.from(ctx.crypto.randomBytes(16)).toString('hex')
  return run(
    ctx,
    actor,
    { db: 'office', role: 'chair' },
    async ({ tx, now }): Promise<Result<Act<{ sheetId: string }>>> => {
      await holdCounted(tx, { sheetId: input.sheetId })
      const facts = await loadScoringFacts(tx, input.sheetId)
      if (!facts || !seatIn(actor, facts.sheet.campaignId)) return refuse('not-found')
      const { nominationId, seatId, campaignId } = facts.sheet
      const presiding = await loadPresiding(tx, nominationId)
      const own = await loadOwnSeat(tx, actor.personId, campaignId)
      const permit = decide(actor, 'sheet.reopen', {
        campaignId,
        phase: facts.phase as never,
        recused: await isRecusedPerson(tx, actor.personId, nominationId),
        charterSigned: own?.charterSignedAt != null,
        deputises: presiding === 'deputy',
      })
      if (!permit.ok) return permit
      const current = await loadCurrentSheet(tx, seatId, nominationId)
      if (current?.id !== input.sheetId) return refuse('stale-version')
      const isFirstRoundClosed = await isSecondRoundOpened(tx, campaignId)
      const stands = { isFirstRoundClosed, isCategoryOpened: await isCategoryOpened(tx, nominationId) }
      const decision = reopenSheet({ ...facts, presiding, ...stands }, actor, { ...input, sheetNumber })
      if (!decision.ok) return decision
      const { sheet, entry, notices } = decision.value
      await insertSheet(
        tx,
        { ...sheet, id: newId },
        {
          sequence: sheet.round,
          at: now,
          personId: facts.seat.personId,
          regulationVersionId: facts.regulationVersionId,
          rubricHash: facts.rubricHash,
          reopenedBy: actor.personId,
          confidence: facts.confidence,
        },
      )
      if (!isRoundOpen(facts)) {
        const tallied = await storeTallies({ tx, now }, campaignId, ctx)
        if (!tallied.ok) return tallied
      }
      const told = { reference: facts.reference, sheetId: newId, reason: sheet.reason }
      return ok({
        sheetId: newId,
        entries: [{ ...entry, facts: { ...entry.facts, newSheetId: newId } }],
        notices: notices.map((notice) => ({ ...notice, facts: told })),
      })
    },
  )
}
