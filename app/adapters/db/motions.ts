import type { BoxedBallot, Choice, VoteKind } from '#app/domain/deliberation/ballot.ts'
import type { FlagQuestion } from '#app/domain/deliberation/flag.ts'
import { type Instant, instantOf, toDate } from '#app/domain/kernel/instant.ts'
import type {
  AwardMotionRecord,
  FlagMotionRecord,
  RankingRecord,
  RunoffRecord,
} from '#app/domain/results/vote-record.ts'
import type { Client, Tx } from './client.server.ts'
import type { Prisma } from './generated/client.ts'

/** What is asked, as it stood when the vote was opened. */
export type MotionQuestion = {
  readonly candidates: readonly string[]
  readonly majority: 'simple' | 'absolute' | 'two_thirds'
  readonly eligible: number
  /** Who could vote when it was opened: present and not recused. */
  readonly present?: number
  /** Of a vote on a flag: its ground, and the words of who raised it, without their names. */
  readonly flag?: FlagQuestion
}
export type MotionResult =
  | { readonly kind: 'award'; readonly award: AwardMotionRecord }
  /** `blank`: papers that rank nobody; absent from older counts. */
  | { readonly kind: 'ranking'; readonly ranking: RankingRecord; readonly blank?: number }
  | { readonly kind: 'runoff'; readonly runoff: RunoffRecord; readonly papers: number }
  | { readonly kind: 'flag'; readonly flag: FlagMotionRecord }
/** A result as it is kept, with the number of papers it was counted from; older ones do not say it. */
export type CountedResult = MotionResult & { readonly counted?: number }
export type MotionRow = {
  readonly id: string
  readonly itemId: string
  readonly kind: VoteKind
  readonly secret: boolean
  readonly state: 'open' | 'closed'
  readonly question: MotionQuestion
  readonly openedAt: Instant
  readonly closedAt: Instant | null
  readonly result: CountedResult | null
  readonly voters: number
}

const KIND_OF = { award: 'award_or_withhold', ranking: 'ranking', runoff: 'run_off', flag: 'flag' } as const
/** The kind of a vote as its row names it. */
export const kindFrom = (kind: string): VoteKind =>
  kind === 'award_or_withhold'
    ? 'award'
    : kind === 'run_off'
      ? 'runoff'
      : kind === 'flag'
        ? 'flag'
        : 'ranking'
const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue

/** Every vote of a session in the order they were opened, with how many seats have voted: never what. */
export async function loadMotions(client: Client | Tx, sessionId: string): Promise<readonly MotionRow[]> {
  const rows = await client.motion.findMany({
    where: { item: { sessionId } },
    select: {
      id: true,
      itemId: true,
      kind: true,
      secret: true,
      state: true,
      question: true,
      openedAt: true,
      closedAt: true,
      result: true,
      _count: { select: { voters: true } },
    },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ _count, ...row }) => ({
    ...row,
    kind: kindFrom(row.kind),
    state: row.state as MotionRow['state'],
    question: row.question as unknown as MotionQuestion,
    openedAt: instantOf(row.openedAt),
    closedAt: row.closedAt && instantOf(row.closedAt),
    result: row.result as unknown as MotionRow['result'],
    voters: _count.voters,
  }))
}

export async function insertMotion(
  tx: Tx,
  motion: Pick<MotionRow, 'id' | 'itemId' | 'kind' | 'secret' | 'question' | 'openedAt'>,
): Promise<void> {
  const { id, itemId, secret } = motion
  const data = {
    id,
    itemId,
    secret,
    kind: KIND_OF[motion.kind],
    state: 'open',
    openedAt: toDate(motion.openedAt),
  }
  await tx.motion.create({ data: { ...data, question: json(motion.question) }, select: { id: true } })
}

/** False when the seat has already voted: the first one stands, also when two arrive together. */
export async function markVoter(tx: Tx, motionId: string, seatId: string): Promise<boolean> {
  const added = await tx.$executeRaw`
    INSERT INTO motion_voter (motion_id, seat_id) VALUES (${motionId}::uuid, ${seatId}::uuid) ON CONFLICT DO NOTHING`
  return added === 1
}

export async function insertOpenBallot(
  tx: Tx,
  ballot: {
    readonly id: string
    readonly motionId: string
    readonly seatId: string
    readonly choice: Choice
  },
): Promise<void> {
  const { id, motionId, seatId } = ballot
  await tx.$executeRaw`
    INSERT INTO ballot (id, motion_id, seat_id, position, choice)
    VALUES (${id}::uuid, ${motionId}::uuid, ${seatId}::uuid, 0, ${JSON.stringify(ballot.choice)}::jsonb)`
}
export async function insertSealedBallot(
  tx: Tx,
  motionId: string,
  seatId: string,
  cipher: string,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO sealed_ballot (motion_id, seat_id, cipher) VALUES (${motionId}::uuid, ${seatId}::uuid, ${cipher})`
}

/** Nobody votes any more from here on. */
export async function lockMotion(tx: Tx, motionId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM motion WHERE id = ${motionId}::uuid FOR UPDATE`
}
export async function loadOpenBox(tx: Tx, motionId: string): Promise<readonly BoxedBallot[]> {
  const rows = await tx.ballot.findMany({ where: { motionId }, select: { seatId: true, choice: true } })
  return rows.flatMap(({ seatId, choice }) =>
    seatId === null ? [] : [{ seatId, choice: choice as unknown as Choice }],
  )
}
export const loadSealedBox = (
  tx: Tx,
  motionId: string,
): Promise<readonly { readonly seatId: string; readonly cipher: string }[]> =>
  tx.sealedBallot.findMany({
    where: { motionId },
    select: { seatId: true, cipher: true },
    orderBy: { seatId: 'asc' },
  })

/** The papers of a secret vote as they stay: shuffled, no seat, no time; what linked them is gone. */
export async function storeSecretPapers(
  tx: Tx,
  motionId: string,
  papers: readonly { readonly id: string; readonly choice: Choice }[],
): Promise<void> {
  await tx.sealedBallot.deleteMany({ where: { motionId } })
  await tx.ballot.createMany({
    data: papers.map(({ id, choice }, position) => ({
      id,
      motionId,
      seatId: null,
      position,
      choice: json(choice),
    })),
  })
}
export async function storeMotionResult(
  tx: Tx,
  motionId: string,
  result: CountedResult,
  now: Instant,
): Promise<void> {
  await tx.motion.update({
    where: { id: motionId },
    data: { state: 'closed', closedAt: toDate(now), result: json(result) },
    select: { id: true },
  })
}
