import type { Figure, Firmness, FirmnessTurn } from '#app/domain/advice/advice.ts'
import { withheld } from '#app/domain/advice/advice.ts'
import type { Criterion } from '#app/domain/campaign/regulation.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { parseRational, ZERO } from '#app/domain/kernel/rational.ts'
import { type Share, shareOf } from '../weight-share.ts'

type Turn = { readonly at: Share; readonly takenBy: readonly string[] }
export type RoomFirmness = {
  /** Nominations are named by id; their titles stand in the ranking. */
  readonly leaders: readonly string[]
  readonly radius: { readonly moved: Share; readonly challenger: string } | null
  readonly criteria: readonly {
    readonly code: string
    readonly name: Localized
    readonly now: Share
    readonly below: Turn | null
    readonly above: Turn | null
    readonly intervals: readonly {
      readonly from: Share
      readonly to: Share
      readonly first: readonly string[]
    }[]
  }[]
}

const shareIn = (exact: string): Share => {
  const parsed = parseRational(exact)
  return shareOf(parsed.ok ? parsed.value : ZERO)
}
const turnIn = (turn: FirmnessTurn | null): Turn | null => turn && { ...turn, at: shareIn(turn.at) }

const named = ({ leaders, radius, criteria }: Firmness): readonly string[] => [
  ...leaders,
  ...(radius ? [radius.challenger] : []),
  ...criteria.flatMap(({ intervals }) => intervals.flatMap(({ first }) => first)),
]

/** How firm the first place is against the weights; withheld from whoever is recused from a file that it names. */
export function roomWeights(
  figure: Figure<Firmness>,
  criteria: readonly Criterion[],
  hidden: ReadonlySet<string>,
): Figure<RoomFirmness> {
  if (figure.withheld) return figure
  if (named(figure.value).some((id) => hidden.has(id))) return withheld('weights-recused')
  const { leaders, radius } = figure.value
  return {
    withheld: null,
    value: {
      leaders,
      radius: radius && { ...radius, moved: shareIn(radius.moved) },
      criteria: figure.value.criteria.map(({ code, now, below, above, intervals }) => ({
        ...{ code, name: criteria.find((one) => one.code === code)?.name ?? {}, now: shareIn(now) },
        ...{ below: turnIn(below), above: turnIn(above) },
        intervals: intervals.map(({ from, to, first }) => ({ from: shareIn(from), to: shareIn(to), first })),
      })),
    },
  }
}
