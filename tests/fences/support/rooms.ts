import { randomUUID } from 'node:crypto'
import { SAMPLES } from '#app/adapters/pdf/samples/index.ts'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { aRegulation } from '#tests/support/builders/regulation.ts'
import type { TestDb } from '#tests/support/db.ts'
import { GIVEN_OPENING } from '#tests/support/given.ts'
import { newCode } from './receipts.ts'
import type { World } from './world.ts'

const AT = new Date('2026-01-05T09:00:00Z')
const HASH = 'e'.repeat(64)

type Changes = {
  readonly state: 'convened' | 'open' | 'closed'
  readonly points?: readonly ('pending' | 'open' | 'decided')[]
  readonly regulation?: Regulation
}

/** A campaign in its deliberation with one meeting: the world's chair presides, its juror keeps the record, both are in. */
async function aRoom({ given, people, body }: World, { owner }: TestDb, slug: string, changes: Changes) {
  const { state, points = [], regulation } = changes
  const campaign = await given.campaign({
    ...{ phase: 'deliberation', slug },
    ...(regulation === undefined ? {} : { regulation }),
  })
  await given.grant({ person: people.secretariat, role: 'secretariat', campaign: campaign.id })
  const chair = (await given.seat({ campaign: campaign.id, person: people.chair, role: 'chair' })).id
  const juror = (await given.seat({ campaign: campaign.id, person: people.juror })).id
  const file = async (): Promise<string> =>
    (await given.nomination({ campaign, administration: body, state: 'admissible' })).id
  const files = [await file(), await file()]
  const sessionId = randomUUID()
  await given.insert('deliberation_session', {
    ...{ id: sessionId, campaign_id: campaign.id, state, convened_for: AT, convened_at: AT },
    ...{ opened_at: state === 'convened' ? null : AT, closed_at: state === 'closed' ? AT : null },
    ...{ presiding_seat_id: chair, secretary_seat_id: juror },
  })
  for (const seat of [chair, juror])
    await given.insert('attendance', {
      ...{ id: randomUUID(), session_id: sessionId, seat_id: seat, arrived_at: AT },
    })
  const slots = await owner.query<{ id: string }>(
    `SELECT p.id FROM prize_slot p JOIN category c ON c.id = p.category_id WHERE c.campaign_id = $1
       ORDER BY c.position, p.position`,
    [campaign.id],
  )
  const items: string[] = []
  for (const [position, of] of points.entries()) {
    const id = randomUUID()
    items.push(id)
    await given.insert('deliberation_item', {
      ...{ id, session_id: sessionId, slot_id: slots.rows[position]?.id, position, state: of },
      ...{ opened_at: of === 'pending' ? null : AT, closed_at: of === 'decided' ? AT : null },
      ...{ finalists: of === 'pending' ? [] : files, recused: [] },
    })
  }
  return { campaign, sessionId, files, items, juror }
}
type Room = Awaited<ReturnType<typeof aRoom>>

/** The tally of the first category, in which both files stand equal. */
async function aTie({ given }: World, { campaign, files }: Room): Promise<void> {
  const [category = '', categoryId] = Object.entries(campaign.categories)[0] ?? []
  const equal = { state: 'ranked', rank: 1, score: '80', display: '80,00', decidedBy: null, headToHead: null }
  const counted = { sheets: 1, eligible: 1, quorum: 1, median: '80', sheetScores: ['80'] }
  const nominations = files.map((nominationId) => ({
    ...{ nominationId, ...equal, ...counted, criterionMeans: [], failedThresholds: [] },
    tiedWith: files.filter((one) => one !== nominationId),
  }))
  await given.insert('tally', {
    ...{ id: randomUUID(), campaign_id: campaign.id, category_id: categoryId, hash: HASH, computed_at: AT },
    document: { schema: 'imtiyaz.tally/1', category, rule: 'mean', nominations },
  })
}

/** Minutes that nobody has signed: the exact file, its document, their draft. */
async function aDraftOfMinutes({ given }: World, { owner }: TestDb, room: Room): Promise<void> {
  const [fileId, documentId, checkCode] = [randomUUID(), randomUUID(), newCode()]
  await owner.query('UPDATE campaign SET sheet_root = $1 WHERE id = $2', [HASH, room.campaign.id])
  await given.insert('stored_file', {
    ...{ id: fileId, storage_key: randomUUID(), sha256: HASH, size: 1, media_type: 'application/pdf' },
    ...{ display_name: 'pv.pdf', scan_state: 'clean', created_at: AT, created_by: randomUUID() },
  })
  await given.insert('document', {
    ...{ id: documentId, kind: 'minutes', number: `PV-${documentId}`, check_code: checkCode, public: false },
    ...{ campaign_id: room.campaign.id, subject_id: room.sessionId, record: SAMPLES.minutes },
    ...{ sha256: HASH, file_id: fileId, created_at: AT },
  })
  await given.insert('minutes', {
    ...{ id: randomUUID(), session_id: room.sessionId, state: 'draft', hash: HASH, document_id: documentId },
    ...{ content: { named: {}, dissents: [] }, created_at: AT },
  })
}

/** A vote counted on a decided point, and the dissent of the juror that stands. */
async function aDissent({ given }: World, { items: [itemId], juror }: Room): Promise<void> {
  const totals = { award: 1, withhold: 0, blank: 0, eligible: 2, needed: 1, present: 2 }
  const award = { ...totals, majority: 'absolute', castingVoteUsed: false, outcome: 'award' }
  await given.insert('motion', {
    ...{ id: randomUUID(), item_id: itemId, kind: 'award_or_withhold', secret: true, state: 'closed' },
    ...{ question: { candidates: [], majority: 'absolute', eligible: 2 }, result: { kind: 'award', award } },
    ...{ opened_at: AT, closed_at: AT },
  })
  await given.insert('dissent', {
    ...{ id: randomUUID(), item_id: itemId, seat_id: juror, reasons: 'Un texte.', asked_at: AT },
  })
}

const aFlag = ({ given }: World, { files: [file], juror }: Room): Promise<void> =>
  given.insert('flag', {
    ...{ id: randomUUID(), nomination_id: file, seat_id: juror, ground: 'ethics', text: 'Un texte.' },
    ...{ state: 'open', raised_at: AT },
  })

/** A ballot of each kind beside that of the world: a ranking, a run-off, the question of a flag. */
async function someBallots({ given }: World, { items, files }: Room): Promise<readonly string[]> {
  const asked = { candidates: files, majority: 'absolute', eligible: 2 }
  const flag = { ...asked, candidates: files.slice(0, 1), flag: { ground: 'ethics', texts: ['Un texte.'] } }
  const ballots: string[] = []
  for (const [at, kind] of (['ranking', 'run_off', 'flag'] as const).entries()) {
    const id = randomUUID()
    ballots.push(id)
    await given.insert('motion', {
      ...{ id, item_id: items[at], kind, secret: false, state: 'open', opened_at: AT },
      question: kind === 'flag' ? flag : asked,
    })
  }
  return ballots
}

/** Equals after every step are parted by a public draw. */
const withLot = (): Regulation => {
  const base = aRegulation({ opensAt: GIVEN_OPENING })
  return { ...base, scoring: { ...base.scoring, lotNamed: true, lotSource: 'Un tirage public.' } }
}

/**
 * Meetings in every state in which the room asks for an act: called, with two that only a lot can part; in a point before its
 * first vote, with one that waits; before the question of a flag; with every point decided; over, its minutes drafted.
 */
export async function someRooms(world: World, test: TestDb) {
  const asked: Changes = { state: 'convened', points: ['pending'], regulation: withLot() }
  const convened = await aRoom(world, test, 'convoquee', asked)
  await aTie(world, convened)
  const discussed = await aRoom(world, test, 'discutee', { state: 'open', points: ['open', 'pending'] })
  const voting = await aRoom(world, test, 'votee', { state: 'open', points: ['open', 'open', 'open'] })
  const ballots = await someBallots(world, voting)
  const flagged = await aRoom(world, test, 'signalee', { state: 'open', points: ['open'] })
  await aFlag(world, flagged)
  const decided = await aRoom(world, test, 'decidee', { state: 'open', points: ['decided'] })
  await aDissent(world, decided)
  const drafted = await aRoom(world, test, 'redigee', { state: 'closed' })
  await aDraftOfMinutes(world, test, drafted)
  const rooms = [convened, discussed, flagged, decided].map(({ sessionId }) => sessionId)
  return {
    ballots,
    drafted: drafted.sessionId,
    dissented: decided.sessionId,
    rooms: [...rooms, `${discussed.sessionId}?item=${discussed.items[1]}`],
  }
}
