import { Prisma } from '#app/adapters/db/generated/client.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import { type Actor, seatIn, type SeatRole } from '#app/domain/access/actor.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import { secondRoundPlaces } from '#app/domain/scoring/shortlist.ts'
import type { SheetState } from '#app/domain/scoring/sheet.ts'
import type { Context } from '#app/services/context.ts'
import { frozenRules, type RulesRef } from '#app/adapters/db/frozen-rules.ts'
import { rubricSizes, rulesOfSeat } from './rubric-sizes.ts'

export type MyFile = {
  readonly nominationId: string
  readonly reference: string
  readonly title: Localized
  readonly lead: Localized
  readonly category: Localized
  readonly declared: boolean
  readonly sheetId: string | null
  readonly state: SheetState | null
  readonly done: number
  readonly total: number
  /** Sent to the plenary before its sheet was sealed: none is asked for any more. */
  readonly sent: boolean
}
export type MyFiles = {
  readonly campaignId: string
  readonly campaign: Localized
  readonly phase: Phase
  readonly role: SeatRole
  readonly now: number
  readonly closesAt: number
  /** The presentations are a second round, with sheets of their own. */
  readonly isSecondRound: boolean
  readonly charterSigned: boolean
  /** Admissible files about which no interest was declared yet. */
  readonly undeclared: number
  /** Hidden by a recusal: a number, never a name. */
  readonly hidden: number
  readonly files: readonly MyFile[]
  readonly nextId: string | null
}
type SeatRow = {
  campaign: Localized
  phase: Phase
  role: SeatRole
  charter: boolean
  rules: RulesRef | null
  undeclared: number
  hidden: number
}

type FileRow = Omit<MyFile, 'total' | 'sent'> & { readonly code: string }

/** The juror's files: only those assigned, none that a recusal hides, whatever the number in three statements. */
export async function myFiles(ctx: Context, actor: Actor, campaignId: string): Promise<Result<MyFiles>> {
  const held = seatIn(actor, campaignId)
  if (!held) return refuse('not-found')
  const read = await readAs(ctx.db.jury, actor.personId, async (tx, now) => {
    const [seat] = await seatRow(tx, held.seatId)
    const rules = seat?.rules ? await frozenRules(tx, seat.rules) : null
    const sizes = await rubricSizes(tx, seat?.rules)
    const rows = await fileRows(tx, held.seatId)
    const files = rows.map(({ code, ...file }) => ({ ...file, total: sizes.get(code) ?? 0 }))
    const isSecondRound =
      seat?.phase === 'presentations' && rules !== null && secondRoundPlaces(rules) !== null
    const { deliberation = 0, evaluationCloses = 0 } = rules?.calendar ?? {}
    return { seat, closesAt: isSecondRound ? deliberation : evaluationCloses, isSecondRound, files, now }
  })
  if (!read.seat) return refuse('not-found')
  const { seat, files } = read
  const open = files.filter((file) => file.state === null || file.state === 'draft')
  const standing = await standingOf(
    ctx,
    open.map((file) => file.nominationId),
  )
  const sent = new Set(standing.filter((one) => one.sent).map(({ id }) => id))
  const next = new Set(open.filter((file) => file.declared).map((file) => file.nominationId))
  return ok({
    campaignId,
    campaign: seat.campaign,
    phase: seat.phase,
    role: seat.role,
    now: read.now,
    closesAt: read.closesAt,
    isSecondRound: read.isSecondRound,
    charterSigned: seat.charter,
    undeclared: seat.undeclared,
    hidden: seat.hidden,
    files: files.map((file) => ({ ...file, sent: sent.has(file.nominationId) })),
    nextId: standing.find(({ id }) => next.has(id) && !sent.has(id))?.id ?? null,
  })
}

const seatRow = (tx: Tx, seatId: string) => tx.$queryRaw<SeatRow[]>`
  SELECT c.award_name AS campaign, c.phase, t.role, t.charter_signed_at IS NOT NULL AS charter,
    ${rulesOfSeat(Prisma.sql`${seatId}::uuid`)} AS rules,
    (SELECT count(*)::int FROM recusal x WHERE x.seat_id = t.id AND x.lifted_at IS NULL) AS hidden,
    (SELECT count(*)::int FROM nomination n WHERE n.campaign_id = c.id AND n.state = 'admissible'
      AND NOT EXISTS (SELECT 1 FROM interest i WHERE i.seat_id = t.id AND i.nomination_id = n.id)) AS undeclared
  FROM seat t JOIN campaign c ON c.id = t.campaign_id
  WHERE t.id = ${seatId}::uuid`

const fileRows = (tx: Tx, seatId: string) => tx.$queryRaw<FileRow[]>`
  SELECT n.id AS "nominationId", n.reference, n.title, l.name AS lead, k.name AS category,
    EXISTS (SELECT 1 FROM interest i WHERE i.seat_id = a.seat_id AND i.nomination_id = n.id) AS declared,
    s.id AS "sheetId", s.state,
    (SELECT count(*)::int FROM score e WHERE e.sheet_id = s.id AND (e.level IS NOT NULL OR e.cannot_assess)) AS done,
    k.code
  FROM assignment a JOIN nomination n ON n.id = a.nomination_id
    JOIN administration l ON l.id = n.administration_id JOIN category k ON k.id = n.category_id
    LEFT JOIN LATERAL (SELECT s.id, s.state FROM score_sheet s WHERE s.seat_id = a.seat_id AND s.nomination_id = n.id
      ORDER BY s.sequence DESC LIMIT 1) s ON true
  WHERE a.seat_id = ${seatId}::uuid AND a.removed_at IS NULL
  ORDER BY n.reference`

/**
 * The person's own open files, the fewest sealed sheets first, and whether the plenary decides on them. The counts stay here;
 * only an order leaves.
 */
const standingOf = (
  ctx: Context,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly sent: boolean }[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : ctx.db.office.$queryRaw`
        SELECT n.id, EXISTS (SELECT 1 FROM plenary_referral p WHERE p.nomination_id = n.id AND p.taken_back_at IS NULL) AS sent
        FROM nomination n WHERE n.id = ANY (${[...ids]}::uuid[])
        ORDER BY (SELECT count(DISTINCT s.seat_id) FROM score_sheet s WHERE s.nomination_id = n.id AND s.state = 'sealed'), n.reference`
