import type { Campaign } from '#app/domain/campaign/campaign.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { SnapshotNomination } from '#app/domain/results/build-snapshot.ts'
import { SECOND_ROUND } from '#app/domain/scoring/commitment.ts'
import type { BundleInput, BundleSheet } from '#app/domain/results/bundle.ts'
import type { FinalisationFacts } from '#app/domain/results/finalisation.ts'
import type { TallyLine } from '#app/domain/results/shadow-tally.ts'
import type { SnapshotFigures } from '#app/domain/results/snapshot.ts'
import type { Tx } from './client.server.ts'

/** The second computation of the result, made in SQL alone; by category code. */
export async function loadShadow(
  tx: Tx,
  campaignId: string,
): Promise<ReadonlyMap<string, readonly TallyLine[]>> {
  const rows = await tx.$queryRaw<{ category: string; line: TallyLine }[]>`
    SELECT category, jsonb_build_object('nominationId', nomination_id, 'state', state, 'score', score, 'rank', place,
      'decidedBy', decided_by, 'sheets', sheets, 'eligible', eligible, 'quorum', quorum) AS line
    FROM shadow_tally(${campaignId}::uuid) ORDER BY nomination_id`
  const byCategory = Map.groupBy(rows, ({ category }) => category)
  return new Map([...byCategory].map(([code, found]) => [code, found.map(({ line }) => line)]))
}

/**
 * Drafts that a reader still holds open, by category code: a reopened sheet that nobody sealed again, one of the second round.
 * Nobody owes one for a file that the plenary decides on.
 */
export async function loadOpenSheets(tx: Tx, campaignId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ category: string; count: number }[]>`
    SELECT k.code AS category, count(*)::int AS count
    FROM score_sheet s JOIN nomination n ON n.id = s.nomination_id JOIN category k ON k.id = n.category_id
    WHERE n.campaign_id = ${campaignId}::uuid AND n.state = 'admissible' AND s.state = 'draft' AND (s.sequence > 1 OR s.second_round)
      AND EXISTS (SELECT 1 FROM assignment a WHERE a.seat_id = s.seat_id AND a.nomination_id = n.id AND a.removed_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM plenary_referral p WHERE p.nomination_id = n.id AND p.taken_back_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM recusal r WHERE r.seat_id = s.seat_id AND r.nomination_id = n.id AND r.lifted_at IS NULL)
    GROUP BY k.code`
  return new Map(rows.map(({ category, count }) => [category, count]))
}

/** Every meeting with the state of its minutes. */
export async function loadMeetingStates(tx: Tx, campaignId: string): Promise<FinalisationFacts['sessions']> {
  return tx.$queryRaw`
    SELECT s.id, s.state = 'closed' AS closed, CASE WHEN m.state IS NULL THEN 'missing' WHEN m.state = 'signed' THEN 'signed'
      ELSE 'unsigned' END AS minutes
    FROM deliberation_session s LEFT JOIN LATERAL (SELECT state FROM minutes WHERE session_id = s.id
      ORDER BY created_at DESC, id DESC LIMIT 1) m ON true
    WHERE s.campaign_id = ${campaignId}::uuid ORDER BY s.convened_at, s.id`
}
/** One point of a meeting: the prize that it decides. A meeting without any point gives one row without item. */
export type AgendaPlace = {
  readonly session: string
  readonly convenedFor: number
  readonly item: string | null
  readonly category: string | null
  readonly slot: string | null
}

/** Every point of every meeting of a campaign, the newest meeting first. */
export async function loadAgendaPlaces(tx: Tx, campaignId: string): Promise<readonly AgendaPlace[]> {
  return tx.$queryRaw`
    SELECT s.id AS session, (extract(epoch FROM s.convened_for) * 1000)::float8 AS "convenedFor", i.id AS item,
      k.code AS category, p.code AS slot
    FROM deliberation_session s LEFT JOIN deliberation_item i ON i.session_id = s.id
      LEFT JOIN prize_slot p ON p.id = i.slot_id LEFT JOIN category k ON k.id = p.category_id
    WHERE s.campaign_id = ${campaignId}::uuid ORDER BY s.convened_at DESC, s.id, i.position`
}

export async function loadSignedMinutes(
  tx: Tx,
  campaignId: string,
): Promise<readonly { readonly number: string; readonly sha256: string }[]> {
  return tx.$queryRaw`
    SELECT d.number, d.sha256 FROM minutes m JOIN document d ON d.id = m.document_id
    JOIN deliberation_session s ON s.id = m.session_id
    WHERE s.campaign_id = ${campaignId}::uuid AND m.state = 'signed' ORDER BY d.number`
}

type Answered = { id: string; reference: string; title: Localized; body: { id: string; name: Localized } }
type NominationRow = Answered & { partners: { id: string; name: Localized }[]; summary: Localized }

/** What the public may learn of each admitted nomination when it wins; the summary is that of the last deposit. */
export async function loadPublicNominations(
  tx: Tx,
  campaignId: string,
): Promise<ReadonlyMap<string, SnapshotNomination & { readonly category: string }>> {
  const rows = await tx.$queryRaw<(NominationRow & { category: string })[]>`
    SELECT n.id, n.reference, n.title, k.code AS category, jsonb_build_object('id', a.id, 'name', a.name) AS body,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', coalesce(p.administration_id, p.id), 'name', p.name) ORDER BY p.position)
        FROM nomination_partner p WHERE p.nomination_id = n.id), '[]') AS partners,
      coalesce((SELECT jsonb_object_agg(substr(e ->> 'field', 9), e -> 'value') FROM dossier_version v,
        jsonb_array_elements(v.content -> 'answers') e WHERE v.nomination_id = n.id AND e ->> 'field' IN ('summary.ar', 'summary.fr')
        AND v.number = (SELECT max(number) FROM dossier_version w WHERE w.nomination_id = n.id)), '{}') AS summary
    FROM nomination n JOIN category k ON k.id = n.category_id JOIN administration a ON a.id = n.administration_id
    WHERE n.campaign_id = ${campaignId}::uuid AND n.state = 'admissible' ORDER BY n.reference`
  return new Map(
    rows.map(({ id, reference, title, category, body, partners, summary }) => [
      id,
      { nominationId: id, reference, title, category, administration: body, partners, summary },
    ]),
  )
}

export async function loadFigures(tx: Tx, campaignId: string): Promise<SnapshotFigures> {
  const [row] = await tx.$queryRaw<SnapshotFigures[]>`
    SELECT count(*) FILTER (WHERE n.submitted_at IS NOT NULL)::int AS nominations,
      count(*) FILTER (WHERE n.state = 'admissible')::int AS admissible,
      count(DISTINCT n.administration_id) FILTER (WHERE n.submitted_at IS NOT NULL)::int AS administrations,
      (SELECT count(*)::int FROM seat s WHERE s.campaign_id = ${campaignId}::uuid AND s.state = 'accepted' AND s.role = 'juror') AS jurors,
      (SELECT count(*)::int FROM score_sheet h JOIN nomination m ON m.id = h.nomination_id
        WHERE m.campaign_id = ${campaignId}::uuid AND h.state = 'sealed') AS sheets
    FROM nomination n WHERE n.campaign_id = ${campaignId}::uuid`
  return row ?? { nominations: null, admissible: null, administrations: null, jurors: null, sheets: null }
}

type SheetLine = {
  commitment: string
  salt: string
  nomination: string
  rubric: string
  version: number
  second: boolean
  sheet: string
  levels: Record<string, number | null>
  status: BundleSheet['status']
}
/**
 * Every sealed sheet with the salt that opens it. No juror is read. After a first round the sheets that counted in it
 * are those that were its newest, also where a recusal came later: the cut was taken.
 */
export async function loadBundleSheets(tx: Tx, campaignId: string): Promise<readonly BundleSheet[]> {
  const rows = await tx.$queryRaw<SheetLine[]>`
    SELECT s.commitment, s.salt, s.nomination_id AS nomination, s.rubric_hash AS rubric, s.sequence AS version, s.second_round AS second,
      s.sheet_number AS sheet, coalesce((SELECT jsonb_object_agg(e.criterion, e.level) FROM score e WHERE e.sheet_id = s.id), '{}') AS levels,
      CASE WHEN n.state = 'admissible' AND NOT s.second_round AND f.last = s.sequence THEN 'first_round'
        WHEN n.state <> 'admissible' OR EXISTS (SELECT 1 FROM recusal r WHERE r.seat_id = s.seat_id
          AND r.nomination_id = n.id AND r.lifted_at IS NULL) OR w.state = 'voided' THEN 'voided'
        WHEN w.sequence > s.sequence THEN 'superseded'
        ELSE 'counted' END AS status
    FROM score_sheet s JOIN nomination n ON n.id = s.nomination_id
      JOIN LATERAL (SELECT o.state, o.sequence FROM score_sheet o WHERE o.seat_id = s.seat_id
        AND o.nomination_id = s.nomination_id ORDER BY o.sequence DESC LIMIT 1) w ON true
      CROSS JOIN (SELECT min(recorded_at) AS at FROM shortlist WHERE campaign_id = ${campaignId}::uuid) cut
      JOIN LATERAL (SELECT max(o.sequence) AS last FROM score_sheet o WHERE o.seat_id = s.seat_id
        AND o.nomination_id = s.nomination_id AND NOT o.second_round AND o.created_at <= cut.at) f ON true
    WHERE n.campaign_id = ${campaignId}::uuid AND s.state = 'sealed' ORDER BY s.commitment`
  return rows.map(({ commitment, salt, nomination, rubric, version, second, sheet, levels, status }) => ({
    ...{ commitment, saltHex: salt, status },
    record: {
      ...{ campaign: campaignId, nomination, rubric, version: `${version}`, sheet },
      ...(second ? { round: SECOND_ROUND } : {}),
      levels: Object.fromEntries(
        Object.entries(levels).map(([code, level]) => [code, level === null ? null : `${level}`]),
      ),
    },
  }))
}

/** The frozen versions before `version` under which a sheet stands sealed, newest first. */
export async function loadEarlierRules(
  tx: Tx,
  campaignId: string,
  version: number,
): Promise<BundleInput['earlier']> {
  return tx.$queryRaw`
    SELECT v.number AS version, v.document AS regulation FROM regulation_version v
    WHERE v.campaign_id = ${campaignId}::uuid AND v.state = 'frozen' AND v.number < ${version}
      AND EXISTS (SELECT 1 FROM score_sheet s WHERE s.regulation_version_id = v.id AND s.state = 'sealed')
    ORDER BY v.number DESC`
}

/** Sources of the campaign's row, as the snapshot lists them. */
export async function loadSources(
  tx: Tx,
  { id }: Campaign,
): Promise<readonly { readonly title: string; readonly url: string | null }[]> {
  const row = await tx.campaign.findUnique({ where: { id }, select: { sources: true } })
  const listed = Array.isArray(row?.sources) ? row.sources : []
  return listed.flatMap((source) => (typeof source === 'string' ? [{ title: source, url: source }] : []))
}
