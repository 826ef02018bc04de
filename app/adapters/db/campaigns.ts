import type { Campaign } from '#app/domain/campaign/campaign.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Client, Tx } from './client.server.ts'
import { latestRegulation } from './regulations.ts'

type Names = { readonly rowId: () => string }
type Row = {
  id: string
  slug: string
  year: number
  edition_number: number | null
  phase: string
  synthetic: boolean
  version: number
}

async function withRegulation(tx: Client | Tx, row: Row | undefined): Promise<Campaign | null> {
  const regulation = row && (await latestRegulation(tx, row.id))
  if (!row || !regulation) return null
  return {
    id: row.id,
    slug: row.slug,
    year: row.year,
    editionNumber: row.edition_number,
    phase: row.phase as Phase,
    regulation: regulation.document,
    regulationVersion: regulation.number,
    regulationHash: regulation.hash,
    frozenAt: regulation.frozenAt,
    synthetic: row.synthetic,
    version: row.version,
  }
}

/**
 * The campaign with its newest regulation, its row locked. The regulation is read by a second statement: only a
 * statement begun after the lock sees what the one before us wrote.
 */
export async function lockCampaign(tx: Tx, id: string): Promise<Campaign | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT id, slug, year, edition_number, phase, synthetic, version FROM campaign WHERE id = ${id}::uuid FOR UPDATE`
  return withRegulation(tx, row)
}

/** The same without a lock, for pages and for acts that only look. */
export async function loadCampaign(client: Client | Tx, id: string): Promise<Campaign | null> {
  const [row] = await client.$queryRaw<Row[]>`
    SELECT id, slug, year, edition_number, phase, synthetic, version FROM campaign WHERE id = ${id}::uuid`
  return withRegulation(client, row)
}

/** Public addresses in use. The table is locked so that two campaigns begun at once do not take the same. */
export async function campaignSlugs(tx: Tx): Promise<readonly { readonly slug: string }[]> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(20051, 1)`
  return tx.campaign.findMany({ select: { slug: true } })
}

export async function insertCampaign(tx: Tx, campaign: Campaign, now: Instant): Promise<void> {
  const { regulation } = campaign
  await tx.campaign.create({
    data: {
      id: campaign.id,
      year: campaign.year,
      slug: campaign.slug,
      editionNumber: campaign.editionNumber,
      awardName: regulation.awardName,
      organiser: regulation.organiser,
      phase: campaign.phase,
      phaseSince: toDate(now),
      version: campaign.version,
      synthetic: campaign.synthetic,
      sources: [],
      createdAt: toDate(now),
    },
  })
}

/** Mirrors the regulation into the row that other statements lock and read. */
export async function storeCampaign(tx: Tx, campaign: Campaign): Promise<void> {
  const { regulation } = campaign
  const { calendar } = regulation
  const frozen = campaign.frozenAt !== null
  await tx.campaign.update({
    where: { id: campaign.id },
    data: {
      version: campaign.version,
      awardName: regulation.awardName,
      organiser: regulation.organiser,
      ceremonyDate: calendar.ceremonyDate === null ? null : new Date(`${calendar.ceremonyDate}T00:00:00Z`),
      opensAt: frozen ? toDate(calendar.nominationsOpen) : null,
      closesAt: frozen ? toDate(calendar.nominationsClose) : null,
    },
  })
}

/** When the campaign turned to the phase in which it stands. */
export async function phaseSince(tx: Tx, id: string): Promise<Instant> {
  const { phaseSince: since } = await tx.campaign.findUniqueOrThrow({
    where: { id },
    select: { phaseSince: true },
  })
  return instantOf(since)
}

/** One phase change: the stored phase and its row in the history. */
export async function storePhase(
  tx: Tx,
  ids: Names,
  change: { readonly campaign: Campaign; readonly from: Phase; readonly by: string; readonly now: Instant },
): Promise<void> {
  const { campaign, from, by, now } = change
  await tx.campaign.update({
    where: { id: campaign.id },
    data: { phase: campaign.phase, phaseSince: toDate(now), version: campaign.version },
  })
  await tx.phaseChange.create({
    data: {
      id: ids.rowId(),
      campaignId: campaign.id,
      fromPhase: from,
      toPhase: campaign.phase,
      at: toDate(now),
      personId: by,
    },
  })
}

/** Everyone whom a change of the rules concerns: live mandates, the campaign's offices and its seats. */
export async function campaignAudience(tx: Tx, campaignId: string): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ person_id: string }[]>`
    SELECT p.id AS person_id FROM person p
     WHERE p.disabled_at IS NULL AND (
       EXISTS (SELECT 1 FROM mandate m WHERE m.person_id = p.id AND m.state = 'active'
                 AND (m.expires_at IS NULL OR m.expires_at > award_now()))
       OR EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = p.id AND g.campaign_id = ${campaignId}::uuid AND g.revoked_at IS NULL)
       OR EXISTS (SELECT 1 FROM seat s WHERE s.person_id = p.id AND s.campaign_id = ${campaignId}::uuid AND s.state = 'accepted'))
     ORDER BY p.id`
  return rows.map((row) => row.person_id)
}

/** The offices of a campaign and its accepted seats: whom a change of phase concerns. */
export async function campaignOffices(tx: Tx, campaignId: string): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ person_id: string }[]>`
    SELECT person_id FROM role_grant WHERE campaign_id = ${campaignId}::uuid AND revoked_at IS NULL
    UNION SELECT person_id FROM seat WHERE campaign_id = ${campaignId}::uuid AND state = 'accepted' AND person_id IS NOT NULL
    ORDER BY 1`
  return rows.map((row) => row.person_id)
}

/** Campaigns whose nominations have reached their closing instant. */
export async function campaignsToClose(client: Client): Promise<readonly string[]> {
  const rows = await client.$queryRaw<{ id: string }[]>`
    SELECT id FROM campaign WHERE phase = 'nominations' AND closes_at <= award_now() ORDER BY closes_at`
  return rows.map((row) => row.id)
}
