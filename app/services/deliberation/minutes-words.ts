import type { Finalist } from '#app/adapters/db/awards.ts'
import type { MotionRow } from '#app/adapters/db/motions.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import type { WithholdingReason } from '#app/domain/results/award-decision.ts'
import type { PlenaryReason } from '#app/domain/scoring/plenary.ts'
import type { FlagMotionRecord } from '#app/domain/results/vote-record.ts'
import { votedChecks, votedResult } from '#app/domain/results/vote-record.ts'
import { createTranslator } from '#app/i18n/translator.ts'
import type { MinutesVote } from '#app/domain/document/records.ts'
import { electionOf } from './minutes-election.ts'

const SIDES = ['ar', 'fr'] as const
type Values = Readonly<Record<string, string>>

/** One sentence of the minutes in both official languages. */
function said(key: string, values: (side: 'ar' | 'fr') => Values = () => ({})): { ar: string; fr: string } {
  const text = (side: 'ar' | 'fr'): string =>
    createTranslator(side, ['deliberation'])(`deliberation.minutes.${key}`, values(side))
  const [ar, fr] = SIDES.map(text)
  return { ar: ar ?? '', fr: fr ?? '' }
}
const on = (text: Localized | undefined, side: 'ar' | 'fr'): string =>
  text?.[side] ?? text?.fr ?? text?.ar ?? ''

/** The coded reason, then what the jury wrote. */
export const reasonWords = (reason: WithholdingReason, wording: Localized): Localized =>
  withWords(said(`withheld.${reason}`), wording)

/** The same for a file that was sent to the plenary, in the words of the chair. */
export const plenaryWords = (reason: PlenaryReason, text: Localized): Localized =>
  withWords(said(`plenary.${reason}`), text)

const withWords = (coded: { readonly ar: string; readonly fr: string }, wording: Localized): Localized => {
  const full = (side: 'ar' | 'fr'): string =>
    [coded[side], on(wording, side)].filter((part) => part !== '').join(' – ')
  return { ar: full('ar'), fr: full('fr') }
}

/** The vote on a flag: its ground, the file, and the totals; who raised it and why stay out of the minutes. */
function flagVoteOf(
  { candidates: [nominationId = ''], flag }: MotionRow['question'],
  { uphold, lift, blank, castingVoteUsed, outcome }: FlagMotionRecord,
  form: MinutesVote['form'],
  nominations: ReadonlyMap<string, Finalist>,
): MinutesVote {
  const found = nominations.get(nominationId)
  return {
    motion: said(`voteFlag.${flag?.ground ?? 'ethics'}`, (side) => ({
      ...{ reference: found?.reference ?? '', title: on(found?.title, side) },
    })),
    ...{ form, inFavour: uphold, against: lift, blank, castingVote: castingVoteUsed },
    carried: outcome === 'upheld',
  }
}

/**
 * A closed vote as the minutes show it: whom it was put to, how many papers were counted, and totals; never a name beside
 * a paper. A paper whose voter was recused before the close was not counted.
 */
export function voteOf(
  motion: MotionRow,
  slot: Localized,
  nominations: ReadonlyMap<string, Finalist>,
): MinutesVote | null {
  const counted = countedVote(motion, slot, nominations)
  const election = electionOf(motion, nominations)
  return (
    counted && {
      ...{ ...counted, eligible: motion.question.eligible, cast: motion.result?.counted ?? motion.voters },
      ...(election && { election }),
    }
  )
}

function countedVote(
  { secret, result, question }: MotionRow,
  slot: Localized,
  nominations: ReadonlyMap<string, Finalist>,
): MinutesVote | null {
  const form = secret ? ('secret' as const) : ('open' as const)
  const titled = (id: string, side: 'ar' | 'fr'): string => on(nominations.get(id)?.title, side)
  if (result?.kind === 'award') {
    const { award, withhold, blank, castingVoteUsed, outcome } = result.award
    const motion = said('voteAward', (side) => ({ slot: on(slot, side) }))
    return {
      motion,
      form,
      inFavour: award,
      against: withhold,
      blank,
      castingVote: castingVoteUsed,
      carried: outcome === 'award',
    }
  }
  if (result?.kind === 'flag') return flagVoteOf(question, result.flag, form, nominations)
  if (result?.kind === 'ranking') {
    const { papers } = result.ranking
    const elected = votedResult(result.ranking)
    const outcome =
      elected.kind === 'winner'
        ? said('voteRanking', (side) => ({ winner: titled(elected.winner, side) }))
        : said('voteRankingTied')
    const checks = votedChecks(result.ranking).differ ? said('checksDiffer') : null
    return {
      motion: checks ? { ar: `${outcome.ar}. ${checks.ar}`, fr: `${outcome.fr}. ${checks.fr}` } : outcome,
      form,
      inFavour: papers,
      against: 0,
      blank: result.blank ?? 0,
      castingVote: false,
      carried: elected.kind === 'winner',
    }
  }
  if (result?.kind !== 'runoff') return null
  const { between, first, second, casting } = result.runoff
  const motion = said('voteRunoff', (side) => ({
    first: titled(between[0], side),
    second: titled(between[1], side),
  }))
  const blank = result.papers - first - second
  const castingVote = first === second && casting !== null
  return {
    motion,
    form,
    inFavour: first,
    against: second,
    blank,
    castingVote,
    carried: first > second || (castingVote && casting === 'first'),
  }
}
