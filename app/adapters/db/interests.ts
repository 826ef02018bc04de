import type { Phase } from '#app/domain/campaign/phase.ts'
import type { SeatRole } from '#app/domain/access/actor.ts'
import type { Body, InterestKind, JurorTies, NominationTies } from '#app/domain/jury/conflict.ts'
import { type Instant, toDate } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { Tx } from './client.server.ts'

export type OwnSeat = {
  readonly seatId: string
  readonly campaignId: string
  readonly code: string
  readonly phase: Phase
  readonly role: SeatRole
  readonly label: Localized
  readonly charterSignedAt: Instant | null
  readonly ties: JurorTies
  readonly campaignName: Localized
}
type SeatRow = {
  id: string
  campaign_id: string
  code: string
  phase: Phase
  role: SeatRole
  label: Localized
  charter_signed_at: Date | null
  institution_id: string | null
  supervising_id: string | null
  award_name: Localized
}

/** The seat that this person holds in the campaign, locked. Mail domains are not known to the jury's role. */
export async function loadOwnSeat(tx: Tx, personId: string, campaignId: string): Promise<OwnSeat | null> {
  const [row] = await tx.$queryRaw<SeatRow[]>`
    SELECT t.id, t.campaign_id, t.code, c.phase, t.role, t.label, t.charter_signed_at, t.institution_id, c.award_name,
      (SELECT a.parent_id FROM administration a WHERE a.id = t.institution_id) AS supervising_id
    FROM seat t JOIN campaign c ON c.id = t.campaign_id
    WHERE t.campaign_id = ${campaignId}::uuid AND t.person_id = ${personId}::uuid AND t.state = 'accepted'
    FOR UPDATE OF t FOR SHARE OF c`
  if (!row) return null
  return {
    seatId: row.id,
    campaignId: row.campaign_id,
    code: row.code,
    phase: row.phase,
    role: row.role,
    label: row.label,
    charterSignedAt: row.charter_signed_at && (row.charter_signed_at.getTime() as Instant),
    campaignName: row.award_name,
    ties: {
      personId,
      mailDomain: '',
      institution: row.institution_id
        ? { administrationId: row.institution_id, supervisingId: row.supervising_id }
        : null,
    },
  }
}

export type DeclarationSubject = {
  readonly nominationId: string
  readonly reference: string
  readonly title: Localized
  readonly administration: Localized
  readonly category: string
  readonly ties: NominationTies
  readonly assigned: boolean
  readonly declaredKind: InterestKind | null
}
type SubjectRow = {
  id: string
  reference: string
  title: Localized
  administration: Localized
  category: string
  lead: Body
  partners: Body[]
  assigned: boolean
  declared_kind: InterestKind | null
}

/** Every admissible nomination that is not hidden from this seat, with the bodies that compete in it. */
export async function loadDeclarationSubjects(
  tx: Tx,
  seat: { readonly seatId: string; readonly campaignId: string },
): Promise<readonly DeclarationSubject[]> {
  const rows = await tx.$queryRaw<SubjectRow[]>`
    SELECT n.id, n.reference, n.title, l.name AS administration, k.code AS category,
      jsonb_build_object('administrationId', l.id, 'supervisingId', l.parent_id) AS lead,
      coalesce((SELECT jsonb_agg(jsonb_build_object('administrationId', b.id, 'supervisingId', b.parent_id))
        FROM nomination_partner p JOIN administration b ON b.id = p.administration_id WHERE p.nomination_id = n.id), '[]') AS partners,
      EXISTS (SELECT 1 FROM assignment a WHERE a.seat_id = ${seat.seatId}::uuid AND a.nomination_id = n.id
        AND a.removed_at IS NULL) AS assigned,
      (SELECT i.kind FROM interest i WHERE i.seat_id = ${seat.seatId}::uuid AND i.nomination_id = n.id
        ORDER BY i.declared_at DESC LIMIT 1) AS declared_kind
    FROM nomination n JOIN category k ON k.id = n.category_id JOIN administration l ON l.id = n.administration_id
    WHERE n.campaign_id = ${seat.campaignId}::uuid AND n.state = 'admissible'
      AND NOT EXISTS (SELECT 1 FROM recusal r WHERE r.seat_id = ${seat.seatId}::uuid AND r.nomination_id = n.id AND r.lifted_at IS NULL)
    ORDER BY n.reference`
  return rows.map((row) => ({
    nominationId: row.id,
    reference: row.reference,
    title: row.title,
    administration: row.administration,
    category: row.category,
    ties: { nominationId: row.id, lead: row.lead, partners: row.partners, peopleIds: [], mailDomains: [] },
    assigned: row.assigned,
    declaredKind: row.declared_kind,
  }))
}

export async function storeInterests(
  tx: Tx,
  declared: readonly {
    readonly id: string
    readonly seatId: string
    readonly nominationId: string
    readonly kind: InterestKind
    readonly words: string
  }[],
  at: Instant,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO interest (id, seat_id, nomination_id, kind, detail, declared_at)
    SELECT d.id, d."seatId", d."nominationId", d.kind, nullif(d.words, ''), ${toDate(at)}
    FROM jsonb_to_recordset(${JSON.stringify(declared)}::jsonb)
      AS d (id uuid, "seatId" uuid, "nominationId" uuid, kind text, words text)`
}

export async function storeCharter(tx: Tx, seatId: string, at: Instant): Promise<void> {
  await tx.$executeRaw`UPDATE seat SET charter_signed_at = ${toDate(at)} WHERE id = ${seatId}::uuid`
}
