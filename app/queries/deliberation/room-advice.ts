import type { AdviceDocument, AdvisedNomination, Figure, Withheld } from '#app/domain/advice/advice.ts'
import type { Criterion } from '#app/domain/campaign/regulation.ts'
import { type RoomFirmness, roomWeights } from './room-weights.ts'

type Figures = Omit<AdvisedNomination, 'nominationId' | 'rank' | 'score'>
export type RoomAdvice = {
  /** By nomination. */
  readonly figures: Readonly<Record<string, Figures>>
  /** The nominations of a column's ranks, in the order of the official rank. */
  readonly order: readonly string[]
  /** One column a juror: a number, never a name or a seat. */
  readonly columns: readonly { readonly ranks: readonly (number | null)[]; readonly pivotal: boolean }[]
  readonly places: number
  readonly seed: number
  readonly agreement: AdviceDocument['agreement']
  readonly concordance: NonNullable<AdviceDocument['concordance']> | null
  readonly reliability: AdviceDocument['reliability']
  readonly chance: AdviceDocument['chance']
  readonly severity: AdviceDocument['severity']
  readonly reserves: AdviceDocument['reserves']
  /** Null in figures made before they were computed; so is the next one. */
  readonly expected: NonNullable<AdviceDocument['expected']> | null
  readonly weights: Figure<RoomFirmness> | null
}

/** A gate names seats; the room learns how many. */
const counted = ({ because, facts }: Withheld): Withheld => ({
  because,
  facts: Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, Array.isArray(fact) ? fact.length : fact]),
  ),
})
const unnamed = <T>(figure: Figure<T>): Figure<T> =>
  figure.withheld ? { value: null, withheld: counted(figure.withheld) } : figure

/** The advisory figures as the room may see them: without seats, and without the files hidden from the reader. */
export function roomAdvice(
  document: AdviceDocument | null,
  criteria: readonly Criterion[],
  hidden: ReadonlySet<string>,
): RoomAdvice | null {
  if (document === null) return null
  const { expected, weights } = document
  const { places, seed, agreement, concordance = null, reliability, chance, severity, reserves } = document
  const shown = document.nominations
    .map((one, at) => ({ one, at }))
    .filter(({ one }) => !hidden.has(one.nominationId))
  return {
    ...{ places, seed, agreement, concordance, reliability, chance },
    severity: unnamed(severity),
    reserves: reserves.map(counted),
    expected: expected ? unnamed(expected) : null,
    weights: weights ? roomWeights(weights, criteria, hidden) : null,
    figures: Object.fromEntries(
      shown.map(({ one }) => {
        const { nominationId, rank: _rank, score: _score, ...figures } = one
        return [nominationId, figures]
      }),
    ),
    order: shown.map(({ one }) => one.nominationId),
    columns: document.jurors.map(({ without, pivotal }) => ({
      ranks: shown.map(({ at }) => without[at] ?? null),
      pivotal,
    })),
  }
}
