import type { AdministrationType } from '#app/domain/administration/administration.ts'
import type { Campaign } from '#app/domain/campaign/campaign.ts'
import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { Nomination, NominationContext, NominationState } from '#app/domain/nomination/nomination.ts'
import { loadCampaign } from './campaigns.ts'
import type { Client, Tx } from './client.server.ts'

/** A nomination with what stands around it: its campaign's rules, its category, the administration that leads. */
export type NominationCase = {
  readonly nomination: Nomination
  readonly campaign: Campaign
  readonly closesAt: Instant
  readonly category: { readonly id: string; readonly code: string; readonly name: Localized }
  readonly administration: {
    readonly id: string
    readonly name: Localized
    readonly type: AdministrationType
  }
  readonly createdAt: Instant
  readonly createdBy: string
  /** Moves with every act of a clerk on the file, and with none of the team. */
  readonly screeningVersion: number
}

type Row = {
  id: string
  campaign_id: string
  category_id: string
  category_code: string
  category_name: Localized
  administration_id: string
  administration_name: Localized
  administration_type: string
  reference: string
  state: string
  version: number
  screening_version: number
  title: Localized
  visa_requested_at: Date | null
  visa_requested_by: string | null
  submitted_at: Date | null
  withdrawn_at: Date | null
  created_at: Date
  created_by: string
  partner_ids: string[]
  deposited: number
}

const when = (date: Date | null): Instant | null => (date === null ? null : instantOf(date))

const nominationOf = (row: Row): Nomination => ({
  id: row.id,
  campaignId: row.campaign_id,
  categoryCode: row.category_code,
  administrationId: row.administration_id,
  partnerIds: row.partner_ids,
  reference: row.reference,
  state: row.state as NominationState,
  title: row.title,
  visaRequestedBy: row.visa_requested_by,
  visaRequestedAt: when(row.visa_requested_at),
  submittedAt: when(row.submitted_at),
  withdrawnAt: when(row.withdrawn_at),
  depositedVersions: row.deposited,
  version: row.version,
})

/** The nomination and its surroundings; `lock` takes its row first, so that what is read is what is decided on. */
export async function loadNomination(
  client: Client | Tx,
  id: string,
  lock: 'lock' | 'read',
): Promise<NominationCase | null> {
  if (lock === 'lock') await client.$queryRaw`SELECT id FROM nomination WHERE id = ${id}::uuid FOR UPDATE`
  const [row] = await client.$queryRaw<Row[]>`
    SELECT n.id, n.campaign_id, n.category_id, k.code AS category_code, k.name AS category_name, n.administration_id,
      a.name AS administration_name, a.type AS administration_type, n.reference, n.state, n.version,
      n.screening_version, n.title,
      n.visa_requested_at, n.visa_requested_by, n.submitted_at, n.withdrawn_at, n.created_at, n.created_by,
      ARRAY(SELECT p.administration_id::text FROM nomination_partner p
        WHERE p.nomination_id = n.id AND p.administration_id IS NOT NULL ORDER BY p.position) AS partner_ids,
      (SELECT count(*)::int FROM dossier_version v WHERE v.nomination_id = n.id) AS deposited
    FROM nomination n
      JOIN administration a ON a.id = n.administration_id
      JOIN category k ON k.id = n.category_id
    WHERE n.id = ${id}::uuid`
  const campaign = row && (await loadCampaign(client, row.campaign_id))
  if (!row || !campaign) return null
  return {
    nomination: nominationOf(row),
    campaign,
    closesAt: campaign.regulation.calendar.nominationsClose,
    category: { id: row.category_id, code: row.category_code, name: row.category_name },
    administration: {
      id: row.administration_id,
      name: row.administration_name,
      type: row.administration_type as AdministrationType,
    },
    createdAt: instantOf(row.created_at),
    createdBy: row.created_by,
    screeningVersion: row.screening_version,
  }
}

/**
 * Holds the phase of a file's campaign: whoever moves it waits for this unit, and this unit for them. Taken before the file
 * is read, because only a statement begun after the lock sees what the one before us wrote.
 */
export const holdPhase = async (tx: Tx, nominationId: string): Promise<void> =>
  void (await tx.$queryRaw`
    SELECT c.id FROM campaign c JOIN nomination n ON n.campaign_id = c.id WHERE n.id = ${nominationId}::uuid FOR SHARE OF c`)

type Member = { role: string; person_id: string }

/** Who is told, and who may sign: live mandates of the lead administration, and of the secretariat whoever acts for no body of the file. */
export async function loadCircle(client: Client | Tx, found: NominationCase): Promise<NominationContext> {
  const { campaign, nomination, closesAt } = found
  const rows = await client.$queryRaw<Member[]>`
    SELECT m.role, m.person_id FROM mandate m
      WHERE m.administration_id = ${nomination.administrationId}::uuid AND m.state = 'active'
        AND (m.expires_at IS NULL OR m.expires_at > award_now())
    UNION ALL
    SELECT 'secretariat', g.person_id FROM role_grant g
      WHERE g.campaign_id = ${campaign.id}::uuid AND g.role = 'secretariat' AND g.revoked_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM mandate m WHERE m.person_id = g.person_id AND m.state = 'active'
          AND (m.expires_at IS NULL OR m.expires_at > award_now())
          AND m.administration_id = ANY (${[nomination.administrationId, ...nomination.partnerIds]}::uuid[]))
    ORDER BY 2`
  const withRole = (...roles: string[]): string[] => [
    ...new Set(rows.filter((row) => roles.includes(row.role)).map((row) => row.person_id)),
  ]
  return {
    campaign: {
      ...{ id: campaign.id, phase: campaign.phase, closesAt },
      screeningEnds: campaign.regulation.calendar.screeningEnds,
    },
    team: withRole('editor', 'signatory'),
    signatories: withRole('signatory'),
    secretariat: withRole('secretariat'),
  }
}

/** Stores a decided nomination over the version it was decided on; false when somebody was quicker. */
export async function storeNomination(tx: Tx, before: Nomination, after: Nomination): Promise<boolean> {
  const at = (instant: Instant | null): Date | null => (instant === null ? null : toDate(instant))
  const { count } = await tx.nomination.updateMany({
    where: { id: before.id, version: before.version, state: before.state },
    data: {
      state: after.state,
      version: after.version,
      title: after.title,
      visaRequestedAt: at(after.visaRequestedAt),
      visaRequestedBy: after.visaRequestedBy,
      submittedAt: at(after.submittedAt),
      withdrawnAt: at(after.withdrawnAt),
    },
  })
  return count === 1
}

/** The title as the lists show it, copied from the answers; no state changes, so no version does. */
export async function storeTitle(tx: Tx, id: string, title: Localized): Promise<void> {
  await tx.nomination.updateMany({ where: { id }, data: { title } })
}
