import type { Act } from '../audit/acts.ts'
import type { EntryDraft } from '../audit/entry.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { AwardChoice } from './award-motion.ts'
import type { FlagChoice } from './flag-motion.ts'
import { checkBallot } from './pairwise.ts'
import type { RankingBallot } from './pairwise.ts'
import { presentEligible } from './quorum.ts'
import type { ItemPresence } from './quorum.ts'

/** `award`: ballot A. `ranking`: ballot B. `runoff`: one vote between two finalists. `flag`: uphold or lift a flag. */
export type VoteKind = 'award' | 'ranking' | 'runoff' | 'flag'
export type Choice =
  | { readonly kind: 'award'; readonly choice: AwardChoice }
  | { readonly kind: 'ranking'; readonly ranking: RankingBallot }
  | { readonly kind: 'runoff'; readonly candidate: string | null }
  | { readonly kind: 'flag'; readonly choice: FlagChoice }
export type Vote = {
  readonly id: string
  readonly campaignId: string
  readonly sessionId: string
  readonly itemId: string
  readonly slot: string
  readonly kind: VoteKind
  readonly secret: boolean
  readonly state: 'open' | 'closed'
  readonly candidates: readonly string[]
}

export type CastReason =
  'vote-closed' | 'not-present' | 'recused' | 'wrong-ballot' | 'candidate-unknown' | 'candidate-twice'

type OwnPage = { readonly open: boolean; readonly present: boolean; readonly voted: boolean }
/** Whether a paper of one's own seat would be taken now, whatever it says. */
export function mayCast(page: OwnPage): Result<true, 'vote-closed' | 'not-present' | 'already-voted'> {
  if (!page.open) return refuse('vote-closed')
  if (!page.present) return refuse('not-present')
  return page.voted ? refuse('already-voted') : ok(true)
}

/** The finalists that a paper names, in its order; none where it names nobody. */
function namedOn(choice: Choice): RankingBallot {
  if (choice.kind === 'ranking') return choice.ranking
  return choice.kind === 'runoff' && choice.candidate !== null ? [[choice.candidate]] : []
}

/** The same of one paper, before it is read back: it names whoever stands, each once. */
export function mayReadBack(
  page: OwnPage & { readonly candidates: readonly { readonly id: string }[] },
  choice: Choice,
) {
  const able = mayCast(page)
  if (!able.ok) return able
  return checkBallot(
    namedOn(choice),
    page.candidates.map(({ id }) => id),
  )
}

/**
 * Whether this paper may be put in the box, and the paper as it will be stored. Casting again before the close
 * replaces one's own paper. No proxy: the seat votes for itself. The log learns that the seat voted, never what.
 */
export function castBallot(
  vote: Vote,
  presence: ItemPresence,
  seatId: string,
  choice: Choice,
): Result<{ readonly choice: Choice; readonly entry: EntryDraft }, CastReason> {
  if (vote.state !== 'open') return refuse('vote-closed')
  if (presence.recusedSeatIds.includes(seatId)) return refuse('recused')
  if (!presentEligible(presence).includes(seatId)) return refuse('not-present')
  if (choice.kind !== vote.kind) return refuse('wrong-ballot', { expected: vote.kind })
  const entry = voteEntry('ballotCast', vote, vote.secret ? {} : { seatId })
  if (choice.kind === 'award' || choice.kind === 'flag') return ok({ choice, entry })
  const checked = checkBallot(namedOn(choice), vote.candidates)
  if (!checked.ok) return checked
  return ok({
    choice: choice.kind === 'ranking' ? { kind: 'ranking', ranking: checked.value } : choice,
    entry,
  })
}

const voteEntry = (act: Act, vote: Vote, facts: EntryDraft['facts']): EntryDraft => ({
  act,
  subject: { type: 'vote', id: vote.id },
  campaignId: vote.campaignId,
  facts: {
    sessionId: vote.sessionId,
    itemId: vote.itemId,
    slot: vote.slot,
    kind: vote.kind,
    secret: vote.secret,
    ...facts,
  },
})

/** A paper in the box while the vote is open: a secret one lies encrypted and is opened only here. */
export type BoxedBallot = { readonly seatId: string; readonly choice: Choice }
export type ClosedVote = {
  readonly vote: Vote
  /** Open vote: by seat. Secret vote: null, for ever. */
  readonly bySeat: readonly BoxedBallot[] | null
  /** Papers without voter or time; for a secret vote in the order of the permutation. */
  readonly papers: readonly Choice[]
  /** Who voted, sorted, apart from the papers. */
  readonly voters: readonly string[]
  readonly entry: EntryDraft
}

const isPermutation = (permutation: readonly number[], size: number): boolean =>
  permutation.length === size &&
  new Set(permutation).size === size &&
  permutation.every((at) => Number.isInteger(at) && at >= 0 && at < size)

/**
 * Closes the vote. For a secret one the papers are shuffled by `permutation` (drawn by the caller) and lose their
 * voter; the encrypted rows are deleted in the same transaction (product.md section 9).
 */
export function closeVote(
  vote: Vote,
  box: readonly BoxedBallot[],
  permutation: readonly number[],
): Result<ClosedVote, 'vote-closed' | 'permutation-invalid' | 'ballot-twice'> {
  if (vote.state !== 'open') return refuse('vote-closed')
  const voters = [...new Set(box.map((ballot) => ballot.seatId))].sort()
  if (voters.length !== box.length) return refuse('ballot-twice')
  if (vote.secret && !isPermutation(permutation, box.length))
    return refuse('permutation-invalid', { papers: box.length })
  const closed: Vote = { ...vote, state: 'closed' }
  const shuffled = permutation.flatMap((at) => box[at]?.choice ?? [])
  const papers = vote.secret ? shuffled : box.map((ballot) => ballot.choice)
  const entry = voteEntry('voteClosed', closed, { papers: papers.length })
  return ok({ vote: closed, bySeat: vote.secret ? null : box, papers, voters, entry })
}

/** Few voters or one opinion: the totals tell who voted how, and the screen says so first (scoring.md section 6.2). */
export const isSecrecyThin = (voters: number): boolean => voters <= 3
export const isUnanimous = (papers: readonly Choice[]): boolean =>
  new Set(papers.map((paper) => JSON.stringify(paper))).size === 1
