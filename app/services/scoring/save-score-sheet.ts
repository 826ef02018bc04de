import { pinPlaces } from '#app/adapters/db/pin-places.ts'
import { loadScoringFacts, loadSheetTexts, storeSheetDraft } from '#app/adapters/db/score-sheets.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { alreadySaved, saveScores, type SheetDraft } from '#app/domain/scoring/score-sheet.ts'
import type { SheetEntry } from '#app/domain/scoring/sheet.ts'
import type { SheetProblems } from '#app/domain/scoring/sheet-problems.ts'
import type { Context } from '#app/services/context.ts'
import { type Act, run } from '#app/services/run.ts'

export type SheetSaved = { readonly version: number; readonly problems: SheetProblems }
/** What stands in the sheet when an older copy of it was sent: the page shows it beside what was typed. */
export type StandingSheet = {
  readonly version: number
  readonly remark: string
  readonly privateNotes: string
  readonly entries: readonly SheetEntry[]
}
export type SaveOutcome = {
  readonly result: Result<Act<SheetSaved>>
  readonly standing: StandingSheet | null
}

/**
 * Stores the draft as it stands, gaps included. A copy older than the stored one is refused and nothing of it is
 * lost: the outcome then carries what stands, and the page keeps what was typed. A save that is sent again because its
 * answer never came hears the version that it made.
 */
export async function saveScoreSheet(
  ctx: Context,
  actor: Actor,
  input: SheetDraft & { readonly sheetId: string; readonly confidence: string | null },
): Promise<SaveOutcome> {
  let standing: StandingSheet | null = null
  const digest = (text: string): string => ctx.crypto.hmac('score-sheet', text)
  const result = await run(
    ctx,
    actor,
    { db: 'jury', role: 'juror' },
    async ({ tx, now }): Promise<Result<Act<SheetSaved>>> => {
      const facts = await loadScoringFacts(tx, input.sheetId)
      if (!facts) return refuse('not-found')
      const permit = decide(actor, 'sheet.save', facts.access)
      if (!permit.ok) return permit
      const isPinned = input.entries.some(({ pinned = '' }) => pinned !== '')
      const pinned = isPinned ? { places: await pinPlaces(tx, facts.sheet.nominationId) } : {}
      const known = { ...facts, ...pinned }
      const decision = saveScores(known, actor, input, now, digest)
      if (!decision.ok) {
        if (decision.reason === 'stale-version') standing = await loadSheetTexts(tx, input.sheetId)
        const problems =
          standing && input.confidence === facts.confidence ? alreadySaved(known, input, standing) : null
        if (!standing || !problems) return decision
        return ok({ version: standing.version, problems, entries: [], notices: [] })
      }
      const { sheet, entry, notices, problems } = decision.value
      await storeSheetDraft(tx, sheet, { confidence: input.confidence, at: now })
      return ok({ version: sheet.version, problems, entries: [entry], notices })
    },
  )
  return { result, standing: result.ok ? null : standing }
}
