import type { Phase } from '#app/domain/campaign/phase.ts'
import type { AssignmentProblem, Exclusion, Pair, Reader, Subject } from '#app/domain/jury/assignment.ts'
import { automaticExclusions, type Body, type NominationTies } from '#app/domain/jury/conflict.ts'
import { readsAgain } from '#app/domain/jury/reading-round.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { Client, Tx } from './client.server.ts'

export type AssignmentFacts = {
  readonly campaignId: string
  readonly phase: Phase
  readonly campaignName: Localized
  readonly dueAt: Instant
  readonly problem: AssignmentProblem
  readonly assigned: readonly Pair[]
  /**
   * Of each nomination that ever had a reader: how often its readers changed. Readings are given and ended, never
   * erased, so that it only grows: the version that a change of readers is asked from.
   */
  readonly changes: ReadonlyMap<string, number>
  /** Pairs whose sheet is sealed or abstained. */
  readonly done: readonly Pair[]
  readonly personOfSeat: ReadonlyMap<string, string>
  /** The nominations of the second of two rounds; null while none was opened. */
  readonly shortlist: ReadonlySet<string> | null
}
type CampaignRow = {
  phase: Phase
  award_name: Localized
  closes: number
  meets: number
  readers: number
  load: number
}
type SeatRow = {
  id: string
  person_id: string
  institution_id: string | null
  categories: string[]
  languages: string[]
  newcomer: boolean
  body: Body | null
}
type NominationRow = { id: string; category: string; languages: string[]; lead: Body; partners: Body[] }
type ChangesRow = { nomination_id: string; changes: number }
type PairRow = { seat_id: string; nomination_id: string; done: boolean }

/** Whether a nomination exists in a campaign, whatever its state. */
export const isOfCampaign = async (tx: Tx, nominationId: string, campaignId: string): Promise<boolean> =>
  (await tx.nomination.count({ where: { id: nominationId, campaignId } })) > 0

/** The whole pool and the whole panel; with `lock`, the campaign's row makes changes of assignment wait their turn. */
export async function loadAssignmentFacts(
  tx: Tx,
  campaignId: string,
  lock: boolean,
): Promise<AssignmentFacts | null> {
  if (lock) await tx.$queryRaw`SELECT 1 FROM campaign WHERE id = ${campaignId}::uuid FOR NO KEY UPDATE`
  const [campaign] = await tx.$queryRaw<CampaignRow[]>`
    SELECT c.phase, c.award_name, (r.document -> 'calendar' ->> 'evaluationCloses')::float8 AS closes,
      (r.document -> 'calendar' ->> 'deliberation')::float8 AS meets,
      (r.document -> 'jury' ->> 'readersPerNomination')::int AS readers, (r.document -> 'jury' ->> 'loadLimit')::int AS load
    FROM campaign c CROSS JOIN LATERAL (SELECT v.document FROM regulation_version v
      WHERE v.campaign_id = c.id AND v.state = 'frozen' ORDER BY v.number DESC LIMIT 1) r
    WHERE c.id = ${campaignId}::uuid`
  if (!campaign) return null
  const seats = await tx.$queryRaw<SeatRow[]>`
    SELECT t.id, t.person_id, t.institution_id, t.categories, t.languages,
      NOT EXISTS (SELECT 1 FROM seat o WHERE o.person_id = t.person_id AND o.campaign_id <> t.campaign_id AND o.state IN ('accepted', 'ended')) AS newcomer,
      CASE WHEN a.id IS NULL THEN NULL ELSE jsonb_build_object('administrationId', a.id, 'supervisingId', a.parent_id) END AS body
    FROM seat t LEFT JOIN administration a ON a.id = t.institution_id
    WHERE t.campaign_id = ${campaignId}::uuid AND t.role = 'juror' AND t.state = 'accepted' AND t.charter_signed_at IS NOT NULL
    ORDER BY t.id`
  const nominations = await tx.$queryRaw<NominationRow[]>`
    SELECT n.id, k.code AS category, ARRAY(SELECT l FROM unnest(ARRAY['ar', 'fr']) l WHERE n.title ->> l <> '') AS languages, jsonb_build_object('administrationId', l.id, 'supervisingId', l.parent_id) AS lead,
      coalesce((SELECT jsonb_agg(jsonb_build_object('administrationId', b.id, 'supervisingId', b.parent_id))
        FROM nomination_partner p JOIN administration b ON b.id = p.administration_id WHERE p.nomination_id = n.id), '[]') AS partners
    FROM nomination n JOIN category k ON k.id = n.category_id JOIN administration l ON l.id = n.administration_id
    WHERE n.campaign_id = ${campaignId}::uuid AND n.state = 'admissible' ORDER BY n.id`
  const recusals = await tx.$queryRaw<{ seat_id: string; nomination_id: string }[]>`
    SELECT r.seat_id, r.nomination_id FROM recusal r JOIN seat t ON t.id = r.seat_id
    WHERE t.campaign_id = ${campaignId}::uuid AND r.lifted_at IS NULL`
  const pairs = await tx.$queryRaw<PairRow[]>`
    SELECT a.seat_id, a.nomination_id, coalesce((SELECT s.state IN ('sealed', 'abstained') FROM score_sheet s
      WHERE s.seat_id = a.seat_id AND s.nomination_id = a.nomination_id ORDER BY s.sequence DESC LIMIT 1), false) AS done
    FROM assignment a JOIN seat t ON t.id = a.seat_id WHERE t.campaign_id = ${campaignId}::uuid AND a.removed_at IS NULL`
  const met = await tx.$queryRaw<{ seat_id: string; nomination_id: string }[]>`
    SELECT DISTINCT t.id AS seat_id, n.id AS nomination_id FROM seat t
      JOIN seat o ON o.person_id = t.person_id AND o.campaign_id <> t.campaign_id
      JOIN assignment a ON a.seat_id = o.id AND a.removed_at IS NULL
      JOIN nomination b ON b.id = a.nomination_id
      JOIN nomination n ON n.administration_id = b.administration_id AND n.campaign_id = t.campaign_id
    WHERE t.campaign_id = ${campaignId}::uuid AND n.state = 'admissible'`
  const changes = await tx.$queryRaw<ChangesRow[]>`
    SELECT a.nomination_id, (count(*) + count(a.removed_at))::int AS changes
    FROM assignment a JOIN seat t ON t.id = a.seat_id WHERE t.campaign_id = ${campaignId}::uuid GROUP BY a.nomination_id`
  const listed = await tx.shortlist.findMany({ where: { campaignId }, select: { nominationId: true } })
  const rows = { seats, nominations, recusals, pairs, met, changes }
  return factsOf(campaignId, campaign, rows, new Set(listed.map(({ nominationId }) => nominationId)))
}

const pairOf = (row: { seat_id: string; nomination_id: string }): Pair => ({
  seatId: row.seat_id,
  nominationId: row.nomination_id,
})

/** Exclusions that follow from bodies hold whether or not their row is written already. */
function excludedPairs(
  seats: readonly SeatRow[],
  nominations: readonly NominationRow[],
): readonly Exclusion[] {
  return seats.flatMap((seat) => {
    const juror = { personId: seat.person_id, institution: seat.body, mailDomain: '' }
    return nominations
      .filter((row) => automaticExclusions(juror, tiesOf(row)).length > 0)
      .map((row) => ({ seatId: seat.id, nominationId: row.id, reason: 'same-body' as const }))
  })
}
const tiesOf = ({ id, lead, partners }: NominationRow): NominationTies => ({
  nominationId: id,
  lead,
  partners,
  peopleIds: [],
  mailDomains: [],
})

function factsOf(
  campaignId: string,
  campaign: CampaignRow,
  rows: {
    readonly seats: readonly SeatRow[]
    readonly nominations: readonly NominationRow[]
    readonly recusals: readonly { seat_id: string; nomination_id: string }[]
    readonly pairs: readonly PairRow[]
    readonly met: readonly { seat_id: string; nomination_id: string }[]
    readonly changes: readonly ChangesRow[]
  },
  listed: ReadonlySet<string>,
): AssignmentFacts {
  const shortlist = listed.size === 0 ? null : listed
  const isAgain = readsAgain({ phase: campaign.phase, shortlist })
  const readers = rows.seats.map((seat): Reader => ({
    seatId: seat.id,
    institutionId: seat.institution_id,
    categories: seat.categories.length > 0 ? seat.categories : null,
    loadLimit: campaign.load,
    languages: seat.languages,
    supervisingId: seat.body?.supervisingId ?? null,
    newcomer: seat.newcomer,
  }))
  const nominations = rows.nominations.map((row): Subject => ({
    nominationId: row.id,
    category: row.category,
    languages: row.languages,
    supervisingIds: [row.lead, ...row.partners].flatMap(({ supervisingId }) => supervisingId ?? []),
  }))
  const assigned = rows.pairs.map(pairOf)
  return {
    campaignId,
    phase: campaign.phase,
    campaignName: campaign.award_name,
    // A second round lies between the close of the evaluation and the meeting.
    dueAt: (isAgain ? campaign.meets : campaign.closes) as Instant,
    shortlist,
    problem: {
      nominations,
      readers,
      excluded: [
        ...rows.recusals.map((row) => ({ ...pairOf(row), reason: 'recusal' as const })),
        ...excludedPairs(rows.seats, rows.nominations),
      ],
      fixed: assigned,
      met: rows.met.map(pairOf),
      readersPerNomination: campaign.readers,
    },
    assigned,
    changes: new Map(rows.changes.map((row) => [row.nomination_id, row.changes])),
    done: rows.pairs.filter((row) => row.done).map(pairOf),
    personOfSeat: new Map(rows.seats.map((seat) => [seat.id, seat.person_id])),
  }
}

/**
 * Whoever of the jury holds a file: those who read it and the chair of its campaign, as people. Somebody recused is not
 * among them: of such a file they hear nothing, not even that it left.
 */
export async function readersOf(
  client: Client | Tx,
  { id, campaignId }: { readonly id: string; readonly campaignId: string },
): Promise<readonly string[]> {
  const rows = await client.$queryRaw<{ person_id: string }[]>`
    SELECT DISTINCT s.person_id FROM seat s
     WHERE s.campaign_id = ${campaignId}::uuid AND s.state = 'accepted' AND s.person_id IS NOT NULL
       AND (s.role = 'chair' OR EXISTS (SELECT 1 FROM assignment a WHERE a.seat_id = s.id
         AND a.nomination_id = ${id}::uuid AND a.removed_at IS NULL))
       AND NOT EXISTS (SELECT 1 FROM recusal r WHERE r.seat_id = s.id AND r.nomination_id = ${id}::uuid AND r.lifted_at IS NULL)
     ORDER BY s.person_id`
  return rows.map((row) => row.person_id)
}
