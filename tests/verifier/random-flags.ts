import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { countFlagMotion, type FlagChoice } from '#app/domain/deliberation/flag-motion.ts'
import { itemQuorum } from '#app/domain/deliberation/quorum.ts'
import { parseRational } from '#app/domain/kernel/rational.ts'
import type { FlagVote } from '#app/domain/results/bundle-input.ts'
import type { Random } from './random.ts'

const CHOICES: readonly FlagChoice[] = ['uphold', 'lift', 'blank']

/** What a plenary voted on flags, counted by the domain; whom it disqualified stands nowhere else in the campaign. */
export function flagsIn(random: Random, { deliberation }: Regulation): readonly FlagVote[] {
  const { majority, castingVote, quorum } = deliberation
  const share = parseRational(quorum)
  if (!share.ok) throw new Error(quorum)
  return Array.from({ length: random.below(3) }, (_, at): FlagVote => {
    const seatIds = Array.from({ length: 3 + random.below(6) }, (__, seat) => `seat-${seat}`)
    const here = itemQuorum({ seatIds, recusedSeatIds: [], presentSeatIds: seatIds }, share.value)
    const papers = seatIds.map(() => random.pick(CHOICES))
    const rules = { quorum: share.value, majority, castingVote }
    const count = countFlagMotion(rules, here, papers, papers[0] ?? null)
    const { uphold, lift, blank, eligible, needed, present, castingVoteUsed, outcome } = count
    const vote = { uphold, lift, blank, eligible, needed, present, majority, castingVoteUsed, outcome }
    return { nominationId: `flagged-${at}-${random.below(1_000_000)}`, vote }
  })
}
