import { loadOpenAnswers } from '#app/adapters/db/answer-hands.ts'
import { filesActedFor } from '#app/adapters/db/own-files.ts'
import type { Actor } from '#app/domain/access/actor.ts'
import { missingBlockers } from '#app/domain/access/answer-hands.ts'
import type { Blocker } from '#app/domain/campaign/blocker.ts'
import type { Calendar } from '#app/domain/campaign/regulation.ts'
import { type Instant, instantOf } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts'
import type { Context } from '#app/services/context.ts'
import type { Prisma } from '#app/adapters/db/generated/client.ts'
import { loadLetterHold } from '#app/adapters/db/letter-hold.ts'
import type { LettersScreen } from './letters.ts'
import { countOpenFlags } from '../chair/flags.ts'
import { type DocumentLink, documentLinks } from '../files/permitted-document.ts'
import { nominationCondition, scopeOf } from '../scope.ts'
import { type Exit, exitsOf } from './phase-gate.ts'
import { campaignFor, type CampaignHead, headOf, mayOn } from './reading.ts'
import { type Heat, heatOf } from './tower-heat.ts'
import { type PreviousEdition, previousEdition, type WeekCount, weeksOf } from './tower-weeks.ts'

export type StateCount = { readonly category: string; readonly state: string; readonly count: number }
export type QueueLine = {
  readonly id: string
  readonly reference: string
  readonly state: string
  readonly title: Localized
  readonly administration: Localized
  readonly submittedAt: Instant | null
  readonly dueAt: Instant | null
}
type QueueRow = Omit<QueueLine, 'submittedAt' | 'dueAt'>
export type TowerScreen = {
  readonly head: CampaignHead
  readonly calendar: Calendar
  readonly categories: readonly { readonly code: string; readonly name: Localized }[]
  readonly counts: readonly StateCount[]
  readonly weeks: readonly WeekCount[]
  readonly previous: PreviousEdition | null
  readonly readings: { readonly sealed: number; readonly total: number }
  readonly exits: readonly Exit[]
  /** Answers that are due and that nobody of the desk may give. */
  readonly handless: readonly Blocker[]
  /** The coming letters of the edition are held: since when, by whom, how many wait. */
  readonly lettersHold: LettersScreen['hold']
  readonly heat: (Heat & { readonly category: string }) | null
  readonly queue: readonly QueueLine[]
  readonly documents: readonly DocumentLink[]
  readonly maySeeFiles: boolean
  /** Flags that suspend nominations; null for whoever may not read their list. */
  readonly openFlags: number | null
  /** Below it a file's column is marked. */
  readonly minimumSheets: number
  /** Files of bodies that the reader acts for are in no list, count or figure of the page. */
  readonly hidesOwn: boolean
}

const WITH_HEAT = ['evaluation', 'presentations', 'deliberation']

async function countsOf(ctx: Context, seen: Prisma.Sql) {
  const db = ctx.db.office
  const counts = await db.$queryRaw<StateCount[]>`
    SELECT k.code AS category, n.state, count(*)::int AS count FROM nomination n JOIN category k ON k.id = n.category_id
     WHERE ${seen} GROUP BY k.code, n.state`
  const [readings] = await db.$queryRaw<{ sealed: number; total: number }[]>`
    SELECT count(*)::int AS total, count(*) FILTER (WHERE (SELECT h.state FROM score_sheet h
        WHERE h.seat_id = a.seat_id AND h.nomination_id = a.nomination_id ORDER BY h.sequence DESC LIMIT 1)
        IN ('sealed', 'abstained'))::int AS sealed
      FROM assignment a JOIN nomination n ON n.id = a.nomination_id AND n.state = 'admissible'
     WHERE ${seen} AND a.removed_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM recusal r WHERE r.seat_id = a.seat_id AND r.nomination_id = n.id AND r.lifted_at IS NULL)`
  return { counts, weeks: await weeksOf(ctx, seen), readings: readings ?? { sealed: 0, total: 0 } }
}

/** The five files that have waited longest; the whole queue is the secretariat's page. */
async function queueOf(ctx: Context, seen: Prisma.Sql): Promise<QueueLine[]> {
  const rows = await ctx.db.office.$queryRaw<
    (QueueRow & { submitted_at: Date | null; due_at: Date | null })[]
  >`
    SELECT n.id, n.reference, n.state, n.title, n.submitted_at, a.name AS administration, q.due_at
      FROM nomination n JOIN administration a ON a.id = n.administration_id
      LEFT JOIN completion_request q ON q.nomination_id = n.id
     WHERE ${seen} AND n.state IN ('submitted', 'completion_requested')
     ORDER BY n.submitted_at, n.id LIMIT 5`
  return rows.map(({ submitted_at, due_at, ...row }) => ({
    ...row,
    submittedAt: submitted_at && instantOf(submitted_at),
    dueAt: due_at && instantOf(due_at),
  }))
}

/** The control tower: what stands, what waits for a decision, who is late. Of a sheet only its state, never a score. */
export async function controlTower(
  ctx: Context,
  actor: Actor,
  campaignId: string,
  ask: { readonly category?: string | undefined },
): Promise<Result<TowerScreen, 'not-found'>> {
  const found = await campaignFor(ctx, actor, campaignId, 'campaign.read-tower')
  if (!found.ok) return found
  const { campaign, now } = found.value
  const facts = { campaignId: campaign.id, phase: campaign.phase }
  const scope = scopeOf(actor, 'nomination', ['organiser', 'secretariat', 'auditor'], facts)
  if (!scope) return refuse('not-found')
  const seen = nominationCondition(scope)
  const ownFiles = await filesActedFor(ctx.db.office, actor, campaign.id)
  const { calendar, categories, jury } = campaign.regulation
  const category = categories.find(({ code }) => code === ask.category)?.code ?? categories[0]?.code
  const late = now >= calendar.evaluationCloses
  const heat =
    category !== undefined && WITH_HEAT.includes(campaign.phase)
      ? { ...(await heatOf(ctx, { seen, category, late })), category }
      : null
  return ok({
    head: headOf(campaign, actor, now),
    calendar,
    categories: categories.map(({ code, name }) => ({ code, name })),
    ...(await countsOf(ctx, seen)),
    previous: await previousEdition(ctx, campaign.year),
    exits: await exitsOf(ctx, actor, { campaign, now, ownFiles }),
    handless: missingBlockers(await loadOpenAnswers(ctx.db.office, campaign.id)),
    lettersHold: await loadLetterHold(ctx.db.office, campaign.id),
    heat,
    documents: await documentLinks(ctx, actor, [campaign.id], ['register', 'palmares', 'campaign_report']),
    queue: await queueOf(ctx, seen),
    maySeeFiles: mayOn(actor, 'screening.read-queue', campaign),
    openFlags: mayOn(actor, 'flag.read', campaign) ? await countOpenFlags(ctx, actor, campaign.id) : null,
    minimumSheets: jury.minimumSheets,
    hidesOwn: ownFiles.length > 0,
  })
}
