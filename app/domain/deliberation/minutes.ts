import type { Instant } from '../kernel/instant.ts'
import type { Facts } from '../kernel/result.ts'
import type { AwardDecision } from '../results/award-decision.ts'
import { isSameRanking } from '../results/finalisation.ts'
import type { CategoryScores } from '../scoring/aggregate.ts'
import type { RankedNomination } from '../scoring/ranking.ts'
import { toText } from '../kernel/rational.ts'
import { itemQuorum } from './quorum.ts'
import type { QuorumCount } from './quorum.ts'
import type { Dissent } from './dissent.ts'
import { recusedFor } from './agenda-item.ts'
import type { Rational } from '../kernel/rational.ts'
import type { AgendaItem, Session, Stay } from './session.ts'

export type MinutesInput = {
  readonly session: Session
  readonly regulationHash: string
  readonly commitmentRoot: string
  readonly commitmentSize: number
  readonly seatIds: readonly string[]
  readonly quorum: Rational
  /** Ground category only; never the words of the declaration. */
  readonly recusals: readonly {
    readonly seatId: string
    readonly nominationId: string
    readonly ground: string
  }[]
  /** By point, the seats that were out of it when it was opened: what changed since shrinks no count and restores none. */
  readonly recusedAtOpening: ReadonlyMap<string, readonly string[]>
  readonly rankings: ReadonlyMap<string, readonly RankedNomination[]>
  readonly scores: ReadonlyMap<string, CategoryScores>
  readonly decisions: readonly AwardDecision[]
  /** Those that stand, in the order they were asked for (`dissent.ts`). */
  readonly dissents: readonly Pick<Dissent, 'id' | 'itemId' | 'seatId' | 'reasons'>[]
  readonly softwareVersion: string
}
export type MinutesFinalist = {
  readonly nominationId: string
  readonly score: string | null
  readonly display: string
  readonly rank: number | null
  readonly sheets: number
  readonly decidedBy: string | null
}
export type MinutesItem = {
  readonly category: string
  readonly openedAt: Instant | null
  readonly closedAt: Instant | null
  readonly quorum: QuorumCount
  readonly recusals: readonly {
    readonly seatId: string
    readonly nominationId: string
    readonly ground: string
  }[]
  readonly finalists: readonly MinutesFinalist[]
  readonly decisions: readonly AwardDecision[]
}
/** What minutes contain (scoring.md section 6.3). No vote by name, no score by juror, no remark on a losing nominee. */
export type MinutesFacts = Omit<
  MinutesInput,
  'session' | 'seatIds' | 'quorum' | 'recusals' | 'recusedAtOpening' | 'rankings' | 'scores' | 'decisions'
> & {
  readonly sessionId: string
  readonly presidingSeatId: string
  readonly secretaryPersonId: string
  readonly attendance: readonly Stay[]
  readonly items: readonly MinutesItem[]
}

/** Seats in the room at the instant the item was opened. */
const presentAt = (attendance: readonly Stay[], at: Instant | null): readonly string[] =>
  attendance
    .filter((stay) => at !== null && stay.arrivedAt <= at && (stay.leftAt === null || stay.leftAt > at))
    .map((stay) => stay.seatId)

function minutesItem(input: MinutesInput, item: AgendaItem): MinutesItem {
  const presence = {
    seatIds: input.seatIds,
    recusedSeatIds: [
      ...new Set([...(input.recusedAtOpening.get(item.id) ?? []), ...recusedFor(item, input.recusals)]),
    ],
    presentSeatIds: presentAt(input.session.attendance, item.openedAt),
  }
  const ranking = input.rankings.get(item.category) ?? []
  const scores = input.scores.get(item.category)?.scores ?? []
  const finalists = ranking
    .filter((one) => item.nominationIds.includes(one.nominationId))
    .map(({ nominationId, score, display, rank, decidedBy }) => {
      const sheets = scores.find((one) => one.nominationId === nominationId)?.sheets ?? 0
      return { nominationId, score: score && toText(score), display, rank, sheets, decidedBy }
    })
  return {
    category: item.category,
    openedAt: item.openedAt,
    closedAt: item.closedAt,
    quorum: itemQuorum(presence, input.quorum),
    recusals: input.recusals.filter((one) => item.nominationIds.includes(one.nominationId)),
    finalists,
    decisions: input.decisions.filter((decision) => decision.category === item.category),
  }
}

/** Composes the minutes from the record; nothing in them is typed but dissents. */
export function composeMinutes(input: MinutesInput): MinutesFacts {
  const { session, regulationHash, commitmentRoot, commitmentSize, dissents, softwareVersion } = input
  return {
    regulationHash,
    commitmentRoot,
    commitmentSize,
    dissents,
    softwareVersion,
    sessionId: session.id,
    presidingSeatId: session.presidingSeatId,
    secretaryPersonId: session.secretaryPersonId,
    attendance: session.attendance,
    items: session.items.map((item) => minutesItem(input, item)),
  }
}

export type MinutesBlockerCode =
  'session-open' | 'item-open' | 'quorum-missing' | 'slot-undecided' | 'ranking-differs' | 'root-missing'
export type MinutesBlocker = { readonly code: MinutesBlockerCode; readonly facts: Facts }

/** What prevents signing: the meeting runs, a slot has no decision, or the ranking recomputed now is another. */
export function minutesBlockers(
  input: MinutesInput,
  slotsOf: ReadonlyMap<string, readonly string[]>,
  recomputed: ReadonlyMap<string, readonly RankedNomination[]>,
): readonly MinutesBlocker[] {
  const minutes = composeMinutes(input)
  const blockers: MinutesBlocker[] =
    input.session.state === 'closed' ? [] : [{ code: 'session-open', facts: {} }]
  if (input.commitmentRoot === '') blockers.push({ code: 'root-missing', facts: {} })
  for (const { category, openedAt, closedAt, quorum, decisions } of minutes.items) {
    if (closedAt === null) blockers.push({ code: 'item-open', facts: { category } })
    if (openedAt !== null && !quorum.quorate)
      blockers.push({
        code: 'quorum-missing',
        facts: { category, needed: quorum.needed, present: quorum.present },
      })
    const open = (slotsOf.get(category) ?? []).filter(
      (slot) => !decisions.some((decision) => decision.slot === slot),
    )
    if (open.length > 0) blockers.push({ code: 'slot-undecided', facts: { category, slots: open } })
    if (!isSameRanking(input.rankings.get(category) ?? [], recomputed.get(category) ?? [])) {
      blockers.push({ code: 'ranking-differs', facts: { category } })
    }
  }
  return blockers
}
