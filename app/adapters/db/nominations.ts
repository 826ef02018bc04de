import type { Phase } from '#app/domain/campaign/phase.ts'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { Tx } from './client.server.ts'

/** The campaign of a nomination with the rules in force (the newest frozen regulation). */
export type CampaignRules = {
  readonly id: string
  readonly slug: string
  readonly year: number
  readonly awardName: Localized
  readonly organiser: Localized
  readonly phase: Phase
  readonly opensAt: Instant | null
  readonly closesAt: Instant | null
  readonly synthetic: boolean
  readonly regulation: Regulation
}

export type NominationState =
  'draft' | 'awaiting_visa' | 'submitted' | 'completion_requested' | 'admissible' | 'inadmissible' | 'withdrawn' | 'disqualified'

export type NominationFacts = {
  readonly id: string
  readonly reference: string
  readonly state: NominationState
  readonly version: number
  readonly title: Localized
  readonly administrationId: string
  readonly administrationName: Localized
  readonly administrationType: string
  readonly categoryId: string
  readonly categoryCode: string
  readonly categoryName: Localized
  readonly visaRequestedAt: Instant | null
  readonly visaRequestedBy: string | null
  readonly submittedAt: Instant | null
  readonly withdrawnAt: Instant | null
  readonly createdAt: Instant
  readonly createdBy: string
  readonly campaign: CampaignRules
}

type CampaignColumns = {
  campaign_id: string
  slug: string
  year: number
  award_name: Localized
  organiser: Localized
  phase: Phase
  opens_at: Date | null
  closes_at: Date | null
  campaign_synthetic: boolean
  regulation: Regulation
}

type Row = CampaignColumns & {
  id: string
  reference: string
  state: NominationState
  version: number
  title: Localized
  administration_id: string
  administration_name: Localized
  administration_type: string
  category_id: string
  category_code: string
  category_name: Localized
  visa_requested_at: Date | null
  visa_requested_by: string | null
  submitted_at: Date | null
  withdrawn_at: Date | null
  created_at: Date
  created_by: string
}

const when = (date: Date | null): Instant | null => (date === null ? null : instantOf(date))

const campaignOf = (row: CampaignColumns): CampaignRules => ({
  id: row.campaign_id,
  slug: row.slug,
  year: row.year,
  awardName: row.award_name,
  organiser: row.organiser,
  phase: row.phase,
  opensAt: when(row.opens_at),
  closesAt: when(row.closes_at),
  synthetic: row.campaign_synthetic,
  regulation: row.regulation,
})

const nominationOf = (row: Row): NominationFacts => ({
  id: row.id,
  reference: row.reference,
  state: row.state,
  version: row.version,
  title: row.title,
  administrationId: row.administration_id,
  administrationName: row.administration_name,
  administrationType: row.administration_type,
  categoryId: row.category_id,
  categoryCode: row.category_code,
  categoryName: row.category_name,
  visaRequestedAt: when(row.visa_requested_at),
  visaRequestedBy: row.visa_requested_by,
  submittedAt: when(row.submitted_at),
  withdrawnAt: when(row.withdrawn_at),
  createdAt: instantOf(row.created_at),
  createdBy: row.created_by,
  campaign: campaignOf(row),
})

/** The nomination with its campaign's rules; `lock` takes its row first, so that what is read is what is decided on. */
export async function loadNomination(tx: Tx, id: string, lock: 'lock' | 'read'): Promise<NominationFacts | null> {
  if (lock === 'lock') await tx.$queryRaw`SELECT id FROM nomination WHERE id = ${id}::uuid FOR UPDATE`
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT n.id, n.reference, n.state, n.version, n.title, n.administration_id, a.name AS administration_name,
      a.type AS administration_type, n.category_id, k.code AS category_code, k.name AS category_name,
      n.visa_requested_at, n.visa_requested_by, n.submitted_at, n.withdrawn_at, n.created_at, n.created_by,
      c.id AS campaign_id, c.slug, c.year, c.award_name, c.organiser, c.phase, c.opens_at, c.closes_at,
      c.synthetic AS campaign_synthetic, r.document AS regulation
    FROM nomination n
      JOIN administration a ON a.id = n.administration_id
      JOIN category k ON k.id = n.category_id
      JOIN campaign c ON c.id = n.campaign_id
      JOIN LATERAL (SELECT document FROM regulation_version v WHERE v.campaign_id = c.id AND v.state = 'frozen'
        ORDER BY number DESC LIMIT 1) r ON true
    WHERE n.id = ${id}::uuid`
  return row ? nominationOf(row) : null
}

/** What starting a nomination is decided on: the rules, the administration, what it already entered. */
export type EntryFacts = {
  readonly campaign: CampaignRules
  readonly nextReference: number
  readonly categories: readonly { readonly id: string; readonly code: string; readonly name: Localized }[]
  readonly administration: { readonly id: string; readonly name: Localized; readonly type: string; readonly state: string }
  readonly entered: readonly { readonly categoryCode: string; readonly administrationId: string; readonly state: NominationState }[]
}

/** Locks the campaign: the quota and the next reference are read by one act at a time. */
export async function loadEntryFacts(tx: Tx, campaignId: string, administrationId: string): Promise<EntryFacts | null> {
  const [held] = await tx.$queryRaw<{ next_reference: number }[]>`
    SELECT next_reference FROM campaign WHERE id = ${campaignId}::uuid FOR NO KEY UPDATE`
  if (!held) return null
  const [row] = await tx.$queryRaw<CampaignColumns[]>`
    SELECT c.id AS campaign_id, c.slug, c.year, c.award_name, c.organiser, c.phase, c.opens_at, c.closes_at,
      c.synthetic AS campaign_synthetic, r.document AS regulation
    FROM campaign c JOIN LATERAL (SELECT document FROM regulation_version v WHERE v.campaign_id = c.id
      AND v.state = 'frozen' ORDER BY number DESC LIMIT 1) r ON true
    WHERE c.id = ${campaignId}::uuid`
  const administration = await tx.administration.findUnique({
    where: { id: administrationId },
    select: { id: true, name: true, type: true, state: true },
  })
  if (!row || !administration) return null
  const categories = await tx.category.findMany({
    where: { campaignId },
    select: { id: true, code: true, name: true },
    orderBy: { position: 'asc' },
  })
  const entered = await tx.nomination.findMany({
    where: { campaignId, administrationId },
    select: { state: true, category: { select: { code: true } } },
  })
  return {
    campaign: campaignOf(row),
    nextReference: held.next_reference,
    categories: categories.map((category) => ({ ...category, name: category.name as Localized })),
    administration: { ...administration, name: administration.name as Localized },
    entered: entered.map(({ state, category }) => ({
      categoryCode: category.code,
      administrationId,
      state: state as NominationState,
    })),
  }
}

export type NewNomination = {
  readonly id: string
  readonly campaignId: string
  readonly categoryId: string
  readonly administrationId: string
  readonly reference: string
  readonly title: Localized
  readonly synthetic: boolean
  readonly createdAt: Instant
  readonly createdBy: string
}

export async function insertNomination(tx: Tx, nomination: NewNomination): Promise<void> {
  await tx.$executeRaw`UPDATE campaign SET next_reference = next_reference + 1 WHERE id = ${nomination.campaignId}::uuid`
  await tx.nomination.create({
    data: { ...nomination, title: nomination.title, state: 'draft', createdAt: toDate(nomination.createdAt) },
  })
}

export type NominationChange = {
  readonly state: NominationState
  readonly visaRequestedAt: Instant | null
  readonly visaRequestedBy: string | null
  readonly submittedAt: Instant | null
  readonly withdrawnAt: Instant | null
}

/** Stores a new state over the version that was decided on; false when somebody was quicker. */
export async function storeState(tx: Tx, id: string, version: number, change: NominationChange): Promise<boolean> {
  const at = (instant: Instant | null): Date | null => (instant === null ? null : toDate(instant))
  const { count } = await tx.nomination.updateMany({
    where: { id, version },
    data: {
      state: change.state,
      version: { increment: 1 },
      visaRequestedAt: at(change.visaRequestedAt),
      visaRequestedBy: change.visaRequestedBy,
      submittedAt: at(change.submittedAt),
      withdrawnAt: at(change.withdrawnAt),
    },
  })
  return count === 1
}

export async function storeTitle(tx: Tx, id: string, title: Localized): Promise<void> {
  await tx.nomination.updateMany({ where: { id }, data: { title } })
}
