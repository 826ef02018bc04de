import { Prisma } from '#app/adapters/db/generated/client.ts'
import { type LetterHold, loadLetterHold } from '#app/adapters/db/letter-hold.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { type Instant, instantOf } from '#app/domain/kernel/instant.ts'
import { ok, type Result } from '#app/domain/kernel/result.ts'
import { HOLDABLE, holdLetter, type LetterState, sendLetterAgain } from '#app/domain/notice/hold.ts'
import { EMAIL_NOTICES } from '#app/domain/notice/notice.ts'
import type { Context } from '#app/services/context.ts'
import { decodeInstantCursor, PAGE_SIZE, type Page, pageOf } from '../page.ts'
import { campaignFor, type CampaignHead, headOf, mayOn } from './reading.ts'

export type LetterAsk = { readonly state?: LetterState | undefined; readonly after?: string | undefined }
export type LetterLine = {
  readonly id: string
  readonly notice: string
  /** The name of the account it is for; the address where it went to no account. */
  readonly recipient: string
  /** Of the nomination, appeal or complaint, for those whose own it is. */
  readonly reference: string | null
  readonly state: LetterState
  readonly attempts: number
  readonly createdAt: Instant
  readonly sentAt: Instant | null
  /** When the recipient marked the same notice read in the application. */
  readonly readAt: Instant | null
  /** Who has no account reads nothing in the application. */
  readonly hasAccount: boolean
  /** What this person may do with it now. */
  readonly act: LetterAct | null
  /** It waits because the letters of the edition are held. */
  readonly waits: boolean
}
export type LetterAct = 'hold' | 'release' | 'again'
export type LettersScreen = {
  readonly head: CampaignHead
  readonly page: Page<LetterLine>
  /** How many are in each state, whatever the page and the state asked. */
  readonly counts: Readonly<Partial<Record<LetterState, number>>>
  readonly hold: Omit<LetterHold, 'id'> | null
  readonly mayHold: boolean
}

type Row = {
  id: string
  notice: string
  recipient: string
  reference: string | null
  state: LetterState
  attempts: number
  leaving: boolean
  created_at: Date
  sent_at: Date | null
  read_at: Date | null
  has_account: boolean
}

/** What is shown only in the application has no letter. */
const LETTERS = Prisma.sql`o.notice = ANY (${[...EMAIL_NOTICES]})`

/**
 * The facts of a letter are not read: a reason, a place or a token is its recipient's. Its reference is said where the
 * letter leads the applicant to the file or complaint; a juror's letter names a file without leading to it, and who reads
 * which file is not told here. The in-app row of the same act, person and facts says when it was read.
 */
function rowsSql(campaignId: string, { state, after }: LetterAsk): Prisma.Sql {
  const cursor = decodeInstantCursor(after)
  const narrowed = state ? Prisma.sql`AND o.state = ${state}` : Prisma.empty
  const beyond = cursor
    ? Prisma.sql`AND (o.created_at, o.id) < (${cursor.at}, ${cursor.id}::uuid)`
    : Prisma.empty
  return Prisma.sql`
    SELECT o.id, o.notice, coalesce(p.name, o.email) AS recipient, p.id IS NOT NULL AS has_account,
      CASE WHEN coalesce(o.facts->>'nominationId', o.facts->>'complaintId') IS NOT NULL
        THEN coalesce(o.facts->>'number', o.facts->>'reference') END AS reference,
      o.state, o.attempts, o.attempts > 0 AND o.last_error IS NULL AS leaving, o.created_at, o.sent_at, n.read_at
    FROM (SELECT * FROM outbox o WHERE o.campaign_id = ${campaignId}::uuid AND ${LETTERS} ${narrowed} ${beyond}
      ORDER BY o.created_at DESC, o.id DESC LIMIT ${PAGE_SIZE + 1}) o
    LEFT JOIN person p ON p.id = o.person_id
    LEFT JOIN LATERAL (SELECT max(m.read_at) AS read_at FROM notice m WHERE m.person_id = o.person_id
      AND m.created_at = o.created_at AND m.name = o.notice AND m.campaign_id = o.campaign_id
      AND m.facts - 'token' = o.facts - 'token') n ON true
    ORDER BY o.created_at DESC, o.id DESC`
}

function actOn(row: Row): LetterAct | null {
  if (row.state === 'held') return 'release'
  if (sendLetterAgain(row).ok) return 'again'
  return holdLetter(row).ok ? 'hold' : null
}

const toLine = (row: Row, mayHold: boolean, isHeld: boolean): LetterLine => ({
  id: row.id,
  notice: row.notice,
  recipient: row.recipient,
  reference: row.reference,
  state: row.state,
  attempts: row.attempts,
  createdAt: instantOf(row.created_at),
  sentAt: row.sent_at && instantOf(row.sent_at),
  readAt: row.read_at && instantOf(row.read_at),
  hasAccount: row.has_account,
  act: mayHold ? actOn(row) : null,
  waits: isHeld && row.state === 'pending' && !row.leaving && HOLDABLE.includes(row.notice),
})

/** One page of the letters of a campaign, newest first: a constant number of statements, whatever the number of rows. */
export async function lettersList(
  ctx: Context,
  actor: Actor,
  campaignId: string,
  ask: LetterAsk,
): Promise<Result<LettersScreen, 'not-found'>> {
  const found = await campaignFor(ctx, actor, campaignId, 'outbox.read')
  if (!found.ok) return found
  const { campaign, now } = found.value
  const db = ctx.db.office
  const [rows, counts, hold] = await Promise.all([
    db.$queryRaw<Row[]>(rowsSql(campaign.id, ask)),
    db.$queryRaw<{ state: LetterState; count: number }[]>`
      SELECT o.state, count(*)::int AS count FROM outbox o WHERE o.campaign_id = ${campaign.id}::uuid AND ${LETTERS} GROUP BY o.state`,
    loadLetterHold(db, campaign.id),
  ])
  const mayHold = mayOn(actor, 'outbox.hold', campaign)
  const page = pageOf(rows, (row) => ({ value: row.created_at.toISOString(), id: row.id }))
  return ok({
    head: headOf(campaign, actor, now),
    page: { rows: page.rows.map((row) => toLine(row, mayHold, hold !== null)), next: page.next },
    counts: Object.fromEntries(counts.map(({ state, count }) => [state, count])),
    hold: hold && { by: hold.by, since: hold.since, waiting: hold.waiting },
    mayHold,
  })
}
