import { PIN_SECTIONS } from '#app/adapters/db/pin-places.ts'
import {
  type FactsRow,
  type LoadedFacts,
  scoringFactsOf,
  scoringFactsSql,
} from '#app/adapters/db/score-sheets.ts'
import { Prisma } from '#app/adapters/db/generated/client.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { decide } from '#app/domain/access/policy.ts'
import type { Rubric } from '#app/domain/campaign/regulation.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { SheetEntry, SheetState } from '#app/domain/scoring/sheet.ts'
import { mayWriteSheet } from '#app/domain/scoring/sheet-gate.ts'
import { sheetProblems, type SheetProblems } from '#app/domain/scoring/sheet-problems.ts'
import type { Context } from '#app/services/context.ts'
import { dossierOf, type DossierRow, dossierSql, type ReadDossier } from './dossier.ts'
import { type Rail, railOf, type RailRow, railSql } from './rail.ts'

export type MyScoreSheet = {
  readonly sheet: {
    readonly id: string
    readonly campaignId: string
    readonly nominationId: string
    readonly state: SheetState
    readonly version: number
    readonly round: number
    readonly isSecondRound: boolean
    readonly entries: readonly SheetEntry[]
    readonly remark: string
    readonly privateNotes: string
    readonly confidence: string | null
    readonly reason: string
    readonly sealedAt: number | null
    readonly commitment: string | null
  }
  readonly rubric: Rubric
  readonly closesAt: number
  readonly problems: SheetProblems
  /** The parts of the dossier that a pin may name, by their numbers. */
  readonly sections: readonly string[]
  readonly can: { readonly write: boolean; readonly reason: string | null }
  readonly declaration: LoadedFacts['declaration']
  readonly roundPercents: LoadedFacts['roundPercents']
  readonly dossier: ReadDossier
  readonly mine: Omit<Rail, 'currentId'> & { readonly closesAt: number }
  /** The newest round of the same file, when this one was reopened. */
  readonly currentId: string
  /** An own flag on the file is open. */
  readonly flagged: boolean
}

type PageRow = FactsRow & {
  readonly dossier: DossierRow | null
  readonly beside: RailRow
  readonly flagged: boolean
}

/** One of the person's own sheets with all that stands around it; the policy says what the buttons do. */
export async function myScoreSheet(
  ctx: Context,
  actor: Actor,
  sheetId: string,
): Promise<Result<MyScoreSheet>> {
  const read = await readAs(ctx.db.jury, actor.personId, async (tx, now) => {
    const of = Prisma.sql`SELECT seat_id AS seat, nomination_id AS nomination FROM score_sheet WHERE id = ${sheetId}::uuid`
    // In one statement: what stands around a sheet that the person may not read is as invisible as the sheet.
    const [row] = await tx.$queryRaw<PageRow[]>`
      SELECT f.*, (SELECT to_jsonb(d) FROM (${dossierSql(Prisma.sql`f.nomination_id`)}) d) AS dossier,
        (SELECT to_jsonb(r) FROM (${railSql(of)}) r) AS beside,
        jury_flagged(f.nomination_id) AS flagged
      FROM (${scoringFactsSql(sheetId, 'page')}) f`
    if (!row?.dossier) return null
    const [facts, dossier, beside] = await Promise.all([
      scoringFactsOf(tx, row),
      dossierOf(tx, row.dossier),
      railOf(tx, row.beside),
    ])
    return facts && { facts, dossier, beside, flagged: row.flagged, now }
  })
  if (!read) return refuse('not-found')
  const { facts, dossier, beside, flagged, now } = read
  const permit = decide(actor, 'sheet.read', facts.access)
  if (!permit.ok) return permit
  const { currentId, ...mine } = beside
  const save = decide(actor, 'sheet.save', facts.access)
  const write = save.ok ? mayWriteSheet(facts, actor, facts.sheet.version, now) : save
  const { id, campaignId, nominationId, state, version, round, entries, remark, privateNotes, reason } =
    facts.sheet
  return ok({
    sheet: {
      id,
      campaignId,
      nominationId,
      state,
      version,
      round,
      isSecondRound: facts.sheet.isSecondRound,
      entries,
      remark,
      privateNotes,
      confidence: facts.confidence,
      reason,
      sealedAt: facts.sheet.sealedAt,
      commitment: facts.sheet.commitment,
    },
    rubric: facts.rubric,
    closesAt: facts.evaluation.until,
    problems: sheetProblems(facts.rubric, entries),
    sections: PIN_SECTIONS,
    can: { write: write.ok, reason: write.ok ? null : write.reason },
    declaration: facts.declaration,
    roundPercents: facts.roundPercents,
    dossier,
    mine: { ...mine, closesAt: facts.evaluation.until },
    currentId: currentId ?? id,
    flagged,
  })
}
