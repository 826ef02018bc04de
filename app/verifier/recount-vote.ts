import { type Fraction, times, upward, whole } from './fraction.ts'
import type { Rules } from './bundle.ts'
import { count, list, object, text, texts } from './shape.ts'
import type { JsonObject } from './shape.ts'

/** Who the recorded totals elect: one winner, several tied, or nobody. Condorcet, else Schulze, else one runoff. */
export function elected(ranking: JsonObject): readonly string[] {
  const names = texts(ranking['candidates'], 'vote candidates')
  const ahead = object(ranking['ahead'], 'vote ahead')
  const wins = names.map((a) =>
    names.map((b) => (a === b ? 0 : count(object(ahead[a], `vote ahead.${a}`)[b], `vote ahead.${a}.${b}`))),
  )
  const at = (table: readonly (readonly number[])[], i: number, k: number): number => table[i]?.[k] ?? 0
  const beatsAll = names.filter((_, i) => names.every((__, k) => i === k || at(wins, i, k) > at(wins, k, i)))
  if (beatsAll.length === 1) return beatsAll
  let width = wins.map((row, i) => row.map((votes, k) => (votes > at(wins, k, i) ? votes : 0)))
  names.forEach((_, via) => {
    width = width.map((row, i) =>
      row.map((best, k) => (i === k ? 0 : Math.max(best, Math.min(at(width, i, via), at(width, via, k))))),
    )
  })
  const strongest = names.filter((_, i) => names.every((__, k) => at(width, i, k) >= at(width, k, i)))
  return strongest.length > 1 ? afterRunoff(ranking, strongest) : strongest
}

function afterRunoff(ranking: JsonObject, tied: readonly string[]): readonly string[] {
  if (ranking['runoff'] === null || ranking['runoff'] === undefined) return tied
  const runoff = object(ranking['runoff'], 'vote runoff')
  const between = list(runoff['between'], 'vote runoff.between').map((one) =>
    text(one, 'vote runoff.between'),
  )
  if (between.length !== 2 || !between.every((one) => tied.includes(one))) return tied
  const lead = count(runoff['first'], 'vote runoff.first') - count(runoff['second'], 'vote runoff.second')
  const side = lead === 0 ? runoff['casting'] : lead > 0 ? 'first' : 'second'
  if (side !== 'first' && side !== 'second') return between
  return between.slice(side === 'first' ? 0 : 1, side === 'first' ? 1 : 2)
}

/** No pair of finalists may gather more papers than were cast. */
export function isPlausible(ranking: JsonObject): boolean {
  const names = texts(ranking['candidates'], 'vote candidates')
  const ahead = object(ranking['ahead'], 'vote ahead')
  const papers = count(ranking['papers'], 'vote papers')
  const votes = (a: string, b: string): number =>
    count(object(ahead[a], `vote ahead.${a}`)[b], `vote ahead.${a}.${b}`)
  return names.every((a) => names.every((b) => a === b || votes(a, b) + votes(b, a) <= papers))
}

/** Withholding needs the votes of more than half of the eligible, at a meeting that is quorate by the regulation. */
export function isWithheldByVote(award: JsonObject, presentShare: Fraction): boolean {
  const [withhold, eligible] = [
    count(award['withhold'], 'vote withhold'),
    count(award['eligible'], 'vote eligible'),
  ]
  const [present, needed] = [count(award['present'], 'vote present'), count(award['needed'], 'vote needed')]
  const cast = withhold + count(award['award'], 'vote award') + count(award['blank'], 'vote blank')
  const isQuorate =
    needed === upward(times(presentShare, whole(eligible))) && present >= needed && present <= eligible
  return 2 * withhold > eligible && isQuorate && cast <= present && award['outcome'] === 'withhold'
}

type VoteRules = Pick<Rules, 'presentShare' | 'majority' | 'castingVote'>
type Sides = { readonly yes: number; readonly no: number; readonly blank: number }

/** The majority of the regulation, and on equal votes the casting vote that it gives and that was used. */
function isCarried({ yes, no }: Sides, vote: JsonObject, { majority, castingVote }: VoteRules): boolean {
  const eligible = count(vote['eligible'], 'vote eligible')
  const isMajority =
    majority === 'absolute'
      ? 2 * yes > eligible
      : majority === 'two_thirds'
        ? yes + no > 0 && 3 * yes >= 2 * (yes + no)
        : yes > no
  return isMajority || (yes === no && castingVote && vote['castingVoteUsed'] === true)
}

/** The meeting is quorate by the regulation, and no more papers were cast than people were present. */
function isHeld({ yes, no, blank }: Sides, vote: JsonObject, { presentShare }: VoteRules): boolean {
  const of = (key: string): number => count(vote[key], `vote ${key}`)
  const [eligible, present, needed] = [of('eligible'), of('present'), of('needed')]
  const isQuorate =
    needed === upward(times(presentShare, whole(eligible))) && present >= needed && present <= eligible
  return isQuorate && yes + no + blank <= present
}

/** Awarding needs the majority of the regulation, at a meeting quorate by it; on equal votes the casting vote that it gives. */
export function isAwardedByVote(award: JsonObject, rules: VoteRules): boolean {
  const of = (key: string): number => count(award[key], `vote ${key}`)
  const sides = { yes: of('award'), no: of('withhold'), blank: of('blank') }
  return isCarried(sides, award, rules) && isHeld(sides, award, rules) && award['outcome'] === 'award'
}

/**
 * What the recorded totals of a vote on a flag decide: upheld by the majority of the regulation, else lifted. Null where the
 * meeting could not decide. On equal votes a used casting vote may fall on either side; the record says on which.
 */
export function settledByVote(flag: JsonObject, rules: VoteRules): 'upheld' | 'lifted' | null {
  const of = (key: string): number => count(flag[key], `vote ${key}`)
  const sides = { yes: of('uphold'), no: of('lift'), blank: of('blank') }
  if (!isHeld(sides, flag, rules)) return null
  const isLiftedByCasting = sides.yes === sides.no && flag['outcome'] === 'lifted'
  return isCarried(sides, flag, rules) && !isLiftedByCasting ? 'upheld' : 'lifted'
}
