import type { EntryDraft } from '../audit/entry.ts'
import { cleanText, isBlank } from '../kernel/clean-text.ts'
import type { Instant } from '../kernel/instant.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Facts, Result } from '../kernel/result.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import { notify } from '../notice/notice.ts'
import { sessionEntry } from './session.ts'
import type { Session } from './session.ts'

/** A dissent on one point of the agenda, by the member's own name (scoring.md section 6.3). */
export type Dissent = {
  readonly id: string
  readonly itemId: string
  readonly seatId: string
  /** The member's words in the language that was chosen; null where none were given. */
  readonly reasons: string | null
  readonly askedAt: Instant
  readonly withdrawnAt: Instant | null
}
export type MinutesStage = 'none' | 'draft' | 'signing' | 'signed'

export type DissentCase = {
  readonly session: Session
  readonly itemId: string
  readonly seatId: string
  /** When each vote of the point was closed. */
  readonly votes: readonly Instant[]
  /** Every dissent ever asked for on the point. */
  readonly dissents: readonly Dissent[]
  readonly minutes: MinutesStage
}
/** With what the letters name: the award, and the session that their button opens. */
export type DissentFacts = DissentCase & { readonly told: Facts }
export type DissentHold = 'nothing-voted' | 'not-at-the-vote' | 'minutes-being-signed'
export type DissentStep = {
  readonly dissent: Dissent
  readonly entry: EntryDraft
  readonly notices: readonly NoticeDraft[]
}

/** Whether the seat was in the room when a vote of the point was closed. */
const wasThere = ({ session, seatId, votes }: DissentCase): boolean =>
  votes.some((closedAt) =>
    session.attendance.some(
      (stay) =>
        stay.seatId === seatId &&
        stay.arrivedAt <= closedAt &&
        (stay.leftAt === null || stay.leftAt >= closedAt),
    ),
  )

/** Why nothing can be asked for on the point now; null when it can. */
export function dissentHold(facts: DissentCase): DissentHold | null {
  if (facts.minutes === 'signing' || facts.minutes === 'signed') return 'minutes-being-signed'
  if (facts.votes.length === 0) return 'nothing-voted'
  return wasThere(facts) ? null : 'not-at-the-vote'
}

export const standingDissent = ({
  seatId,
  dissents,
}: Pick<DissentCase, 'seatId' | 'dissents'>): Dissent | undefined =>
  dissents.find((one) => one.seatId === seatId && one.withdrawnAt === null)

const LETTER = { dissentAsked: 'dissent-asked', dissentWithdrawn: 'dissent-withdrawn' } as const
/** To both who sign: neither the entry nor a letter has a word of the member, and no letter the name. */
const traceOf = (
  { session, itemId, told }: DissentFacts,
  act: keyof typeof LETTER,
): Omit<DissentStep, 'dissent'> => ({
  entry: sessionEntry(act, session, { itemId }),
  notices: notify(
    LETTER[act],
    [session.presidingPersonId, session.secretaryPersonId].filter((id) => id !== ''),
    session.campaignId,
    told,
  ),
})

/**
 * A member asks that a dissent be recorded. Reasons are theirs to give: a dissent without any stands by the name alone.
 * Refused: no vote of the point is counted, the member was in the room at none, the minutes bear a signature, one stands.
 */
export function askDissent(
  facts: DissentFacts,
  typed: { readonly id: string; readonly reasons: string },
  now: Instant,
): Result<DissentStep, DissentHold | 'dissent-stands' | 'unreadable-text'> {
  const hold = dissentHold(facts)
  if (hold !== null) return refuse(hold)
  if (standingDissent(facts) !== undefined) return refuse('dissent-stands')
  const said = cleanText(typed.reasons, 'prose')
  if (!said.ok) return refuse('unreadable-text', {}, { reasons: 'errors.control' })
  const { itemId, seatId } = facts
  const reasons = isBlank(said.value) ? null : said.value
  return ok({
    dissent: { id: typed.id, itemId, seatId, reasons, askedAt: now, withdrawnAt: null },
    ...traceOf(facts, 'dissentAsked'),
  })
}

/** A member takes the own dissent back. Refused: none stands, or the minutes bear a signature. */
export function withdrawDissent(
  facts: DissentFacts,
  now: Instant,
): Result<DissentStep, 'minutes-being-signed' | 'no-dissent'> {
  const own = standingDissent(facts)
  if (own === undefined) return refuse('no-dissent')
  if (dissentHold(facts) === 'minutes-being-signed') return refuse('minutes-being-signed')
  return ok({ dissent: { ...own, withdrawnAt: now }, ...traceOf(facts, 'dissentWithdrawn') })
}

/**
 * Whether minutes that stand as a draft still say which dissents stand: the ids they were drafted with, in any order. What
 * was asked for or taken back since has to be in what is signed.
 */
export const sameDissents = (drafted: readonly string[], standing: readonly string[]): boolean =>
  drafted.length === standing.length && standing.every((id) => drafted.includes(id))
