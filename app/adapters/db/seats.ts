import type { SeatRole } from '#app/domain/access/actor.ts'
import type { Phase } from '#app/domain/campaign/phase.ts'
import type { SeatRule } from '#app/domain/campaign/regulation.ts'
import type { Member, Seat } from '#app/domain/jury/panel.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import type { Locale, Localized } from '#app/domain/kernel/localized.ts'
import type { Tx } from './client.server.ts'

export type SeatState = 'vacant' | 'invited' | 'accepted' | 'declined' | 'ended'
export type Named = { readonly name: string; readonly email: string }
/** The seat as decided upon, and what stands beside it in its row: who is named but not yet asked. */
export type SeatFacts = {
  readonly seat: Seat
  readonly phase: Phase
  readonly campaignName: Localized
  readonly label: Localized
  readonly state: SeatState
  /** Of who is named, for which institution and categories. */
  readonly version: number
  readonly holder: Named | null
  readonly alternate: Named | null
  /** Keys of people asked for another seat of this campaign (see `personKey`). */
  readonly seatedKeys: readonly string[]
}
type Row = {
  id: string
  campaign_id: string
  code: string
  role: SeatRole
  label: Localized
  institution_id: string | null
  categories: string[]
  state: SeatState
  version: number
  person_id: string | null
  invitee_name: string | null
  invitee_email: string | null
  person_name: string | null
  person_email: string | null
  alternate_name: string | null
  alternate_email: string | null
  invited_at: Date | null
  answered_at: Date | null
  charter_signed_at: Date | null
  phase: Phase
  award_name: Localized
  seated: string[]
}

const at = (date: Date | null): Instant | null => date && (date.getTime() as Instant)
const named = (name: string | null, email: string | null): Named | null =>
  email ? { name: name ?? email, email } : null

/**
 * Who holds a seat: known by the address that was invited, which an account may leave for another one later; by the
 * account's own where nobody was invited. The page shows it and the act compares it.
 */
export const holderOf = (row: {
  readonly inviteeName: string | null
  readonly inviteeEmail: string | null
  readonly person: Named | null
}): Named | null => named(row.person?.name ?? row.inviteeName, row.inviteeEmail ?? row.person?.email ?? null)

/** Somebody without an account is known by the address alone. */
export const personKey = (personId: string | null, email: string): string => personId ?? email

const memberOf = (row: Row): Member | null => {
  if (row.state === 'vacant' || !row.invitee_email) return null
  return {
    personId: personKey(row.person_id, row.invitee_email),
    answer: row.state === 'ended' ? 'declined' : row.state,
    invitedAt: at(row.invited_at) ?? (0 as Instant),
    answeredAt: at(row.answered_at),
  }
}

/** Locks the campaign, so that nobody is asked for two seats at once, then the seat; the other seats of the campaign say who is already asked. */
export async function loadSeat(tx: Tx, seatId: string): Promise<SeatFacts | null> {
  await tx.$queryRaw`
    SELECT 1 FROM seat t JOIN campaign c ON c.id = t.campaign_id
    WHERE t.id = ${seatId}::uuid FOR NO KEY UPDATE OF c, t`
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT t.*, c.phase, c.award_name, p.name AS person_name, p.email AS person_email,
      coalesce((SELECT jsonb_agg(coalesce(o.person_id::text, o.invitee_email)) FROM seat o
        WHERE o.campaign_id = t.campaign_id AND o.id <> t.id AND o.state IN ('invited', 'accepted')), '[]') AS seated
    FROM seat t JOIN campaign c ON c.id = t.campaign_id LEFT JOIN person p ON p.id = t.person_id
    WHERE t.id = ${seatId}::uuid`
  if (!row) return null
  return {
    seat: {
      id: row.id,
      campaignId: row.campaign_id,
      code: row.code,
      role: row.role,
      institutionId: row.institution_id,
      categories: row.categories.length > 0 ? row.categories : null,
      holder: memberOf(row),
      alternate: null,
      charterSignedAt: at(row.charter_signed_at),
    },
    phase: row.phase,
    campaignName: row.award_name,
    label: row.label,
    state: row.state,
    version: row.version,
    holder: holderOf({
      ...{ inviteeName: row.invitee_name, inviteeEmail: row.invitee_email },
      person:
        row.person_name !== null && row.person_email !== null
          ? { name: row.person_name, email: row.person_email }
          : null,
    }),
    alternate: named(row.alternate_name, row.alternate_email),
    seatedKeys: row.seated,
  }
}

export type Invitee = {
  readonly personId: string | null
  readonly locale: Locale
  /** Live mandates for an administration that competes in the campaign. */
  readonly competingMandates: readonly string[]
  readonly otherHands: readonly string[]
}

/** What is known of the person behind an address, for the rules of an invitation. */
export async function loadInvitee(tx: Tx, campaignId: string, email: string): Promise<Invitee> {
  const [row] = await tx.$queryRaw<{ id: string; locale: Locale; mandates: string[]; hands: string[] }[]>`
    SELECT p.id, p.locale,
      coalesce((SELECT jsonb_agg(DISTINCT m.administration_id) FROM mandate m WHERE m.person_id = p.id AND m.state = 'active'
        AND (m.expires_at IS NULL OR m.expires_at > award_now())
        AND EXISTS (SELECT 1 FROM nomination n WHERE n.campaign_id = ${campaignId}::uuid AND n.state <> 'withdrawn'
          AND (n.administration_id = m.administration_id OR EXISTS (SELECT 1 FROM nomination_partner p
            WHERE p.nomination_id = n.id AND p.administration_id = m.administration_id)))), '[]') AS mandates,
      coalesce((SELECT jsonb_agg(g.role) FROM role_grant g WHERE g.person_id = p.id
        AND g.campaign_id = ${campaignId}::uuid AND g.revoked_at IS NULL), '[]') AS hands
    FROM person p WHERE p.email = ${email}`
  if (!row) return { personId: null, locale: 'ar', competingMandates: [], otherHands: [] }
  return { personId: row.id, locale: row.locale, competingMandates: row.mandates, otherHands: row.hands }
}

export type SeatNaming = {
  readonly holder: Named | null
  readonly alternate: Named | null
  readonly institutionId: string | null
  readonly categories: readonly string[]
}
/** The categories of a campaign, and whether a body is one that may be represented on its jury. */
export async function seatChoices(tx: Tx, campaignId: string, institutionId: string | null) {
  const categories = await tx.category.findMany({ where: { campaignId }, select: { code: true } })
  const bodies =
    institutionId === null
      ? 1
      : await tx.administration.count({ where: { id: institutionId, state: 'approved' } })
  return { categories: categories.map(({ code }) => code), hasInstitution: bodies > 0 }
}

export async function storeNaming(tx: Tx, seatId: string, naming: SeatNaming): Promise<void> {
  await tx.seat.update({
    where: { id: seatId },
    data: {
      inviteeName: naming.holder?.name ?? null,
      inviteeEmail: naming.holder?.email ?? null,
      alternateName: naming.alternate?.name ?? null,
      alternateEmail: naming.alternate?.email ?? null,
      institutionId: naming.institutionId,
      categories: [...naming.categories],
      version: { increment: 1 },
    },
    select: { id: true },
  })
}

/** One row per seat of the rules; a seat that exists keeps who sits. Returns how many are new. */
export async function insertSeats(
  tx: Tx,
  campaignId: string,
  seats: readonly (SeatRule & { readonly id: string })[],
): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO seat (id, campaign_id, code, role, label, categories, languages, state)
    SELECT s.id, ${campaignId}::uuid, s.code, s.role, s.label, '[]', '[]', 'vacant'
    FROM jsonb_to_recordset(${JSON.stringify(seats)}::jsonb) AS s (id uuid, code text, role text, label jsonb)
    ON CONFLICT (campaign_id, code) DO NOTHING`
}
