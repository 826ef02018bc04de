import { insertSheet, loadOpeningFacts, type OpeningFacts } from '#app/adapters/db/opened-sheets.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import { canonicalJson } from '#app/domain/audit/canonical-json.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { sheetEntry } from '#app/domain/scoring/score-sheet.ts'
import { mayWriteSheet } from '#app/domain/scoring/sheet-gate.ts'
import { emptySheet } from '#app/domain/scoring/sheet.ts'
import type { Context } from '#app/services/context.ts'
import { type Act, run, type Unit } from '#app/services/run.ts'

type Opened = { readonly sheetId: string }

/** The juror's sheet for one file: the one that exists, else an empty draft under the frozen rubric. */
export async function openSheet(
  ctx: Context,
  actor: Actor,
  input: { readonly nominationId: string },
): Promise<Result<Act<Opened>>> {
  const drawn = { id: ctx.ids.rowId(), number: Buffer.from(ctx.crypto.randomBytes(16)).toString('hex') }
  return run(ctx, actor, { db: 'jury', role: 'juror' }, async (unit): Promise<Result<Act<Opened>>> => {
    const facts = await loadOpeningFacts(unit.tx, actor.personId, input.nominationId)
    if (!facts) return refuse('not-found')
    const permit = decide(actor, 'sheet.save', facts.access)
    if (!permit.ok) return permit
    const { current } = facts
    if (current && current.state !== 'voided') return ok({ sheetId: current.id, entries: [], notices: [] })
    return openDraft(ctx, actor, facts, unit, drawn)
  })
}

async function openDraft(
  ctx: Context,
  actor: Actor,
  facts: OpeningFacts,
  { tx, now }: Unit,
  drawn: { readonly id: string; readonly number: string },
): Promise<Result<Act<Opened>>> {
  const { campaignId, nominationId, regulationVersionId } = facts
  const rubric = canonicalJson(facts.rubric)
  if (!rubric.ok) return rubric
  const rubricHash = ctx.crypto.sha256(rubric.value)
  const sequence = (facts.current?.sequence ?? 0) + 1
  const empty = emptySheet({ id: drawn.id, campaignId, nominationId, seatId: facts.seat.id }, drawn.number)
  const sheet = { ...empty, round: sequence }
  const gate = mayWriteSheet({ ...facts, rubricHash, sheet: empty }, actor, empty.version, now)
  if (!gate.ok) return gate
  await insertSheet(tx, sheet, {
    sequence,
    at: now,
    personId: actor.personId,
    regulationVersionId,
    rubricHash,
    reopenedBy: null,
    confidence: null,
  })
  return ok({
    sheetId: sheet.id,
    entries: [sheetEntry('scoreSheetOpened', sheet, { rubric: rubricHash })],
    notices: [],
  })
}
