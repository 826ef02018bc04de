import type { Criterion } from '#app/domain/campaign/regulation.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { parseRational, type Rational } from '#app/domain/kernel/rational.ts'
import type { SnapshotWinner } from '#app/domain/results/snapshot.ts'
import type { CriterionMeans } from '#app/domain/statistics/weight-path.ts'
import type { ReleasedMeans } from './released-means.ts'

/** One nomination of the edition: laureates by their public names, the others by their place in its ranking alone. */
export type Competitor = {
  readonly key: string
  readonly laureate: { readonly title: Localized; readonly administration: Localized } | null
}
type Nomination = ReleasedMeans['tally']['nominations'][number]

const meansOf = ({ criterionMeans }: Nomination): ReadonlyMap<string, Rational> =>
  new Map(
    criterionMeans.flatMap(({ code, mean }): [string, Rational][] => {
      const parsed = mean === null ? null : parseRational(mean)
      return parsed?.ok ? [[code, parsed.value]] : []
    }),
  )

const laureatesOf = ({ snapshot, tally }: ReleasedMeans): ReadonlyMap<string, SnapshotWinner> =>
  new Map(
    snapshot.categories
      .filter(({ code }) => code === tally.category)
      .flatMap(({ slots }) => slots.flatMap(({ winners }) => winners))
      .map((winner) => [winner.nominationId, winner]),
  )

/** Who is compared, under keys that say nothing but the order of the published ranking, and what cannot be. */
export function competitorsOf(
  released: ReleasedMeans,
  criteria: readonly Criterion[],
): {
  readonly items: readonly CriterionMeans[]
  readonly competitors: readonly Competitor[]
  readonly unscored: readonly Localized[]
  readonly leftOut: number
} {
  const { nominations } = released.tally
  const laureates = laureatesOf(released)
  const scored = nominations.map((one) => ({ ...one, means: meansOf(one) }))
  const unscored = criteria.filter(({ code }) => scored.every(({ means }) => !means.has(code)))
  const compared = scored
    .filter(({ rank, means }) => rank !== null && criteria.every(({ code }) => means.has(code)))
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map((one, at) => ({ ...one, key: String(at + 1) }))
  return {
    items: compared.map(({ key, means }) => ({ id: key, means })),
    competitors: compared.map(({ key, nominationId }) => {
      const winner = laureates.get(nominationId)
      return {
        key,
        laureate: winner ? { title: winner.title, administration: winner.administration.name } : null,
      }
    }),
    unscored: unscored.map(({ name }) => name),
    leftOut: nominations.length - compared.length,
  }
}
