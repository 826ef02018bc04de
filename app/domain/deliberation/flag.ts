import type { EntryDraft } from '../audit/entry.ts'
import { cleanText, isBlank } from '../kernel/clean-text.ts'
import type { Instant } from '../kernel/instant.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Facts, Result } from '../kernel/result.ts'
import type { NoticeDraft } from '../notice/draft.ts'
import { notify } from '../notice/notice.ts'

/** What a flag may be about (scoring.md section 1.7); the sentences are `jury.flag.grounds.<code>`. */
export const FLAG_GROUNDS = ['ethics', 'eligibility', 'plagiarism'] as const
export type FlagGround = (typeof FLAG_GROUNDS)[number]
export const isFlagGround = (code: string): code is FlagGround =>
  (FLAG_GROUNDS as readonly string[]).includes(code)

export type Flag = {
  readonly id: string
  readonly nominationId: string
  readonly seatId: string
  readonly ground: FlagGround
  /** The juror's words, in the language that was chosen. */
  readonly text: string
  readonly state: 'open' | 'withdrawn' | 'lifted' | 'upheld'
  readonly raisedAt: Instant
  readonly endedAt: Instant | null
  /** The vote that lifted or upheld it. */
  readonly motionId: string | null
}

/** What raising or withdrawing is decided on: one juror before one nomination that competes. */
export type FlagFacts = {
  readonly campaignId: string
  readonly nominationId: string
  readonly reference: string
  readonly seatId: string
  /** Every flag ever raised against the nomination. */
  readonly flags: readonly Flag[]
  /** A vote that names the nomination is open. */
  readonly isVoted: boolean
  readonly isAwarded: boolean
  /** Every prize of its category has its decision: no plenary is left to decide on a flag. */
  readonly isCategoryDecided: boolean
  /** Chair, organisers and secretariat: who must know that the nomination is suspended. Never its applicant. */
  readonly people: readonly string[]
}
export type FlagStep = {
  readonly flag: Flag
  readonly entry: EntryDraft
  readonly notices: readonly NoticeDraft[]
}
export type RaiseFlagReason =
  | 'already-flagged'
  | 'already-decided'
  | 'already-awarded'
  | 'category-decided'
  | 'vote-open'
  | 'unknown-ground'
  | 'reason-required'
  | 'unreadable-text'
export type WithdrawFlagReason = 'not-flagged' | 'vote-open'

const LETTER = {
  flagRaised: 'flag-raised',
  flagWithdrawn: 'flag-withdrawn',
  flagLifted: 'flag-lifted',
  flagUpheld: 'flag-upheld',
} as const
type Of = Pick<FlagFacts, 'campaignId' | 'nominationId' | 'reference' | 'people'>
/** The entry and the letters of one act; neither carries a name or a word of the juror. */
const traceOf = (
  { campaignId, nominationId, reference, people }: Of,
  act: keyof typeof LETTER,
  facts: Facts,
): { readonly entry: EntryDraft; readonly notices: readonly NoticeDraft[] } => ({
  entry: { act, subject: { type: 'nomination', id: nominationId }, campaignId, facts },
  notices: notify(LETTER[act], people, campaignId, { campaign: campaignId, reference }),
})

/**
 * Raises a flag: the nomination is suspended until the plenary decides. Refused once a vote runs on it, it has a prize or
 * its category is decided; a second one by the same juror while the first is open; and on a ground that the plenary has
 * already lifted, for what was decided is not asked again.
 */
export function raiseFlag(
  facts: FlagFacts,
  typed: { readonly id: string; readonly ground: string; readonly text: string },
  now: Instant,
): Result<FlagStep, RaiseFlagReason> {
  const { flags, seatId, nominationId } = facts
  if (flags.some((one) => one.seatId === seatId && one.state === 'open')) return refuse('already-flagged')
  if (facts.isVoted) return refuse('vote-open')
  if (facts.isAwarded) return refuse('already-awarded')
  if (facts.isCategoryDecided) return refuse('category-decided')
  const { id, ground } = typed
  if (!isFlagGround(ground)) return refuse('unknown-ground', { ground })
  if (flags.some((one) => one.ground === ground && one.state === 'lifted'))
    return refuse('already-decided', { ground })
  const said = cleanText(typed.text, 'prose')
  if (!said.ok) return refuse('unreadable-text', {}, { text: 'errors.control' })
  if (isBlank(said.value)) return refuse('reason-required', {}, { text: 'errors.required' })
  const flag: Flag = {
    ...{ id, nominationId, seatId, ground, text: said.value, state: 'open', raisedAt: now },
    ...{ endedAt: null, motionId: null },
  }
  return ok({ flag, ...traceOf(facts, 'flagRaised', { ground }) })
}

/** A juror takes the own flag back, before the vote on it opens: then it is the plenary's. */
export function withdrawFlag(facts: FlagFacts, now: Instant): Result<FlagStep, WithdrawFlagReason> {
  const own = facts.flags.find(({ seatId, state }) => seatId === facts.seatId && state === 'open')
  if (own === undefined) return refuse('not-flagged')
  if (facts.isVoted) return refuse('vote-open')
  return ok({
    flag: { ...own, state: 'withdrawn', endedAt: now },
    ...traceOf(facts, 'flagWithdrawn', { ground: own.ground }),
  })
}

export type OpenFlag = Pick<Flag, 'id' | 'nominationId' | 'seatId' | 'ground' | 'text' | 'raisedAt'> & {
  readonly category: string
}
/** One question to the plenary: a nomination and a ground, with the words of everybody who raised it. */
export type FlagQuestion = { readonly ground: FlagGround; readonly texts: readonly string[] }

/** What is asked on one ground; refused where no such flag is open. */
export function flagQuestion(
  open: readonly OpenFlag[],
  nominationId: string,
  ground: string,
): Result<FlagQuestion, 'not-flagged'> {
  const asked = open.filter((one) => one.nominationId === nominationId && one.ground === ground)
  const [first] = asked
  return first === undefined
    ? refuse('not-flagged')
    : ok({ ground: first.ground, texts: asked.map(({ text }) => text) })
}

/**
 * Whether another vote or a decision of this category must wait: a flag in it comes first, for what it decides may change
 * who competes. Refused, not hidden: the reason says so, and the room names the files.
 */
export const suspended = (open: readonly OpenFlag[], category: string): Result<null, 'flag-open'> => {
  const count = new Set(
    open.filter((one) => one.category === category).map(({ nominationId }) => nominationId),
  ).size
  return count === 0 ? ok(null) : refuse('flag-open', { count })
}

/** What the plenary decided on one ground: the trace of it, and the letters to whoever knew of the suspension. */
export const settledFlag = (
  of: Of,
  { ground, motionId, outcome }: { ground: FlagGround; motionId: string; outcome: 'upheld' | 'lifted' },
): { readonly entry: EntryDraft; readonly notices: readonly NoticeDraft[] } =>
  traceOf(of, outcome === 'upheld' ? 'flagUpheld' : 'flagLifted', { ground, motionId })
