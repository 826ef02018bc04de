import { hashBy } from '#app/domain/audit/bytes.ts'
import { loadScoringFacts, storeSheetEnd } from '#app/adapters/db/score-sheets.ts'
import { holdCounted } from '#app/adapters/db/tallies.ts'
import { asOffice } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { SALT_BYTES } from '#app/domain/scoring/commitment.ts'
import { sealSheet } from '#app/domain/scoring/seal-sheet.ts'
import { isRoundOpen } from '#app/domain/scoring/sheet-gate.ts'
import type { Context } from '#app/services/context.ts'
import { type Act, run } from '#app/services/run.ts'
import { issueSheet } from './sheet-document.ts'
import { storeTallies } from '#app/services/tally.ts'

export type SheetSealed = {
  readonly commitment: string
  readonly campaignId: string
  readonly afterClose: boolean
}

/**
 * Makes the stored draft immutable and commits to it; the juror's receipt is the commitment. A sheet that
 * the chair had reopened after the close changes the result, which is computed again with it.
 */
export const sealScoreSheet = (
  ctx: Context,
  actor: Actor,
  input: { readonly sheetId: string; readonly version: number },
): Promise<Result<Act<SheetSealed>>> => {
  const salt = ctx.crypto.randomBytes(SALT_BYTES)
  const hash = hashBy(ctx.crypto.sha256)
  return run(
    ctx,
    actor,
    { db: 'jury', role: 'juror' },
    async ({ tx, now }): Promise<Result<Act<SheetSealed>>> => {
      await holdCounted(tx, { sheetId: input.sheetId })
      const facts = await loadScoringFacts(tx, input.sheetId)
      if (!facts) return refuse('not-found')
      const permit = decide(actor, 'sheet.seal', facts.access)
      if (!permit.ok) return permit
      const decision = sealSheet(facts, actor, { version: input.version, salt }, now, hash)
      if (!decision.ok) return decision
      const { sheet, sealed, entry, notices } = decision.value
      await storeSheetEnd(tx, sheet, { at: now, salt: sealed.saltHex })
      await issueSheet(ctx, { tx, now }, actor, { facts, sheet, commitment: sealed.commitment })
      const afterClose = !isRoundOpen(facts)
      const { campaignId } = sheet
      const tallied = afterClose
        ? await asOffice(tx, () => storeTallies({ tx, now }, campaignId, ctx))
        : ok(null)
      if (!tallied.ok) return tallied
      const told = {
        reference: facts.reference,
        sheetId: sheet.id,
        version: sheet.round,
        digest: sealed.commitment,
      }
      return ok({
        commitment: sealed.commitment,
        campaignId,
        afterClose,
        entries: [entry],
        notices: notices.map((notice) => ({ ...notice, facts: told })),
      })
    },
  )
}
