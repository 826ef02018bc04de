import type { GateInput } from '#app/domain/campaign/advance-phase.ts'
import type { Campaign } from '#app/domain/campaign/campaign.ts'
import type { ArchivingFacts, EvaluationFacts, NamedFile, SheetsFacts } from '#app/domain/campaign/gate.ts'
import type { GateName } from '#app/domain/campaign/phase.ts'
import { type Instant, instantOf } from '#app/domain/kernel/instant.ts'
import { complaintDue } from '#app/domain/complaint/complaint.ts'
import { appealTerm } from '#app/domain/nomination/appeal.ts'
import { secondRoundPlaces } from '#app/domain/scoring/shortlist.ts'
import { legalOffsetMinutes } from '#app/i18n/legal-zone.ts'
import { openAppeals, unappealed } from './appeals.ts'
import type { Client, Tx } from './client.server.ts'
import { type FileSheets, loadRoundSheets } from './round-sheets.ts'

type Reader = Client | Tx

const filesIn = (tx: Reader, campaignId: string, state: string[]): Promise<NamedFile[]> =>
  tx.nomination.findMany({
    where: { campaignId, state: { in: state } },
    select: { id: true, reference: true },
    orderBy: { reference: 'asc' },
  })

async function evaluationFacts(
  tx: Reader,
  { id, regulation }: Campaign,
  now: Instant,
): Promise<EvaluationFacts> {
  const required = regulation.jury.seats.filter(({ role }) => role === 'juror' || role === 'chair')
  const seats = await tx.seat.findMany({
    where: { campaignId: id, state: 'accepted' },
    select: { code: true },
  })
  const undeclared = await tx.$queryRaw<EvaluationFacts['undeclared'][number][]>`
    SELECT s.id AS "seatId", count(*)::int AS count, array_agg(n.id ORDER BY n.reference) AS files
      FROM seat s JOIN nomination n ON n.campaign_id = s.campaign_id AND n.state = 'admissible'
     WHERE s.campaign_id = ${id}::uuid AND s.state = 'accepted' AND s.role = 'juror'
       AND NOT EXISTS (SELECT 1 FROM interest i WHERE i.seat_id = s.id AND i.nomination_id = n.id)
       AND NOT EXISTS (SELECT 1 FROM recusal r WHERE r.seat_id = s.id AND r.nomination_id = n.id AND r.lifted_at IS NULL)
     GROUP BY s.id ORDER BY s.id`
  const missingReaders = await tx.$queryRaw<(NamedFile & { missing: number })[]>`
    SELECT id, reference, missing FROM (
      SELECT n.id, n.reference, ${regulation.jury.readersPerNomination}::int - count(a.id)::int AS missing
        FROM nomination n LEFT JOIN assignment a ON a.nomination_id = n.id AND a.removed_at IS NULL
       WHERE n.campaign_id = ${id}::uuid AND n.state = 'admissible' GROUP BY n.id) counted
     WHERE missing > 0 ORDER BY reference`
  return {
    undecided: await filesIn(tx, id, ['submitted']),
    openCompletions: await filesIn(tx, id, ['completion_requested']),
    openAppeals: await openAppeals(tx, id),
    vacantSeats: required.map(({ code }) => code).filter((code) => !seats.some((seat) => seat.code === code)),
    undeclared,
    missingReaders,
    evaluationOpens: regulation.calendar.evaluationOpens,
    now,
  }
}

const isShort = ({ sheets, minimum }: FileSheets): boolean => sheets === 0 || sheets < minimum

async function sheetsFacts(tx: Reader, { id, regulation }: Campaign, now: Instant): Promise<SheetsFacts> {
  const { files, unsealed } = await loadRoundSheets(tx, { id, regulation })
  return {
    unsealed,
    belowMinimum: files.filter(isShort),
    sentToPlenary: files.filter(({ isSent }) => isSent),
    openAppeals: await openAppeals(tx, id),
    appealWindows: await appealWindows(tx, { id, regulation }),
    evaluationCloses: regulation.calendar.evaluationCloses,
    now,
  }
}

/** The windows of appeal that nobody has used, by the calendar that the letter and the form count with. */
const appealWindows = async (
  tx: Reader,
  { id, regulation }: Pick<Campaign, 'id' | 'regulation'>,
): Promise<SheetsFacts['appealWindows']> =>
  (await unappealed(tx, id)).map(({ settledAt, ...file }) => ({
    ...file,
    until: appealTerm(settledAt, regulation, (at) => legalOffsetMinutes(at)),
  }))

/** The same for the sheets of the second round; null where the rules hold one round. */
const secondRoundFacts = async (tx: Reader, campaign: Campaign, now: Instant): Promise<SheetsFacts | null> =>
  secondRoundPlaces(campaign.regulation) === null ? null : sheetsFacts(tx, campaign, now)

async function archivingFacts(
  tx: Reader,
  { id, regulation }: Campaign,
  now: Instant,
): Promise<ArchivingFacts> {
  const published = await tx.phaseChange.findFirst({
    where: { campaignId: id, toPhase: 'published' },
    orderBy: { at: 'desc' },
    select: { at: true },
  })
  const since = published ? instantOf(published.at) : now
  const complaintWindowEnds = complaintDue(since, regulation.publication.complaintDays, (at) =>
    legalOffsetMinutes(at),
  )
  const openComplaints = await tx.complaint.count({ where: { campaignId: id, state: { not: 'answered' } } })
  return { openComplaints, complaintWindowEnds, now }
}

/**
 * The facts of a gate, loaded for the domain to judge. Null for the gates of opening and release: their acts load
 * their own, with what only they know.
 */
export async function loadGate(
  tx: Reader,
  gate: GateName,
  campaign: Campaign,
  now: Instant,
): Promise<GateInput | null> {
  switch (gate) {
    case 'closing':
      return { gate, facts: { closesAt: campaign.regulation.calendar.nominationsClose, now } }
    case 'evaluation':
      return { gate, facts: await evaluationFacts(tx, campaign, now) }
    case 'sheets':
      return { gate, facts: await sheetsFacts(tx, campaign, now) }
    case 'hearings':
      return { gate, facts: { unrecorded: [], secondRound: await secondRoundFacts(tx, campaign, now) } }
    case 'archiving':
      return { gate, facts: await archivingFacts(tx, campaign, now) }
    case 'opening':
    case 'finalisation':
    case 'release':
      return null
  }
}
