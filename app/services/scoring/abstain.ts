import { loadScoringFacts, storeSheetEnd } from '#app/adapters/db/score-sheets.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { abstainFromSheet } from '#app/domain/scoring/score-sheet.ts'
import type { Context } from '#app/services/context.ts'
import { type Act, run } from '#app/services/run.ts'

/** The juror declines to judge this file, with a reason; the sheet ends without scores. */
export const abstain = (
  ctx: Context,
  actor: Actor,
  input: { readonly sheetId: string; readonly version: number; readonly reason: string },
): Promise<Result<Act<{ readonly sheetId: string }>>> =>
  run(
    ctx,
    actor,
    { db: 'jury', role: 'juror' },
    async ({ tx, now }): Promise<Result<Act<{ sheetId: string }>>> => {
      const facts = await loadScoringFacts(tx, input.sheetId)
      if (!facts) return refuse('not-found')
      const permit = decide(actor, 'sheet.abstain', facts.access)
      if (!permit.ok) return permit
      const decision = abstainFromSheet(facts, actor, input, now)
      if (!decision.ok) return decision
      const { sheet, entry, notices } = decision.value
      await storeSheetEnd(tx, sheet, { at: now, salt: null })
      return ok({ sheetId: sheet.id, entries: [entry], notices })
    },
  )
