import type { Finalist } from '#app/adapters/db/awards.ts'
import type { MotionRow } from '#app/adapters/db/motions.ts'
import type { BilingualText } from '#app/domain/campaign/regulation.ts'
import { decideRunoff } from '#app/domain/deliberation/ranking-vote.ts'
import type { MinutesElection } from '#app/domain/document/records.ts'
import { votedResult } from '#app/domain/results/vote-record.ts'
import type { Values } from '#app/i18n/translator.ts'
import { official } from '../official.ts'

const method = (key: string, values: Values = {}): BilingualText =>
  official(`deliberation.minutes.method.${key}`, values)

/**
 * By which method a vote between finalists was decided, or how its tie was (scoring.md sections 6.1 and 6.2): computed
 * again from the recorded totals, files by their references. Null for a vote that chooses none.
 */
export function electionOf(
  { result }: MotionRow,
  nominations: ReadonlyMap<string, Finalist>,
): MinutesElection | null {
  const reference = (id: string): string => nominations.get(id)?.reference ?? ''
  if (result?.kind === 'ranking') {
    const voted = votedResult(result.ranking)
    if (voted.kind === 'winner')
      return {
        ...{ ranked: true, outcome: 'elected' },
        method: method(voted.method, { reference: reference(voted.winner) }),
      }
    // References in the order of their numbers: the record is the same whoever composes it again.
    const tied = voted.kind === 'tie' ? voted.between.map(reference).sort() : []
    return { ranked: true, outcome: 'tied', method: method('tied', { references: tied }) }
  }
  if (result?.kind !== 'runoff') return null
  const { between, casting } = result.runoff
  const { winner, castingVoteUsed } = decideRunoff(result.runoff, {
    allowed: casting !== null,
    choice: casting,
  })
  if (winner === null) return { ranked: false, outcome: 'tied', method: method('runoffTied') }
  const own = { reference: reference(between[winner === 'first' ? 0 : 1]) }
  return castingVoteUsed
    ? { ranked: false, outcome: 'electedByCastingVote', method: method('runoffCasting', own) }
    : { ranked: false, outcome: 'elected', method: method('runoff', own) }
}
