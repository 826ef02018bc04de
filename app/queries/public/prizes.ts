import type { SnapshotCategory, SnapshotSlot, SnapshotWinner } from '#app/domain/results/snapshot.ts'
import type { PublishedEdition } from './published.ts'

/** One distinction, or one prize that was not given: what a mark of the diagram and a row of the list stand for. */
export type Prize = {
  readonly key: string
  readonly slug: string
  readonly year: number
  readonly synthetic: boolean
  readonly category: Pick<SnapshotCategory, 'code' | 'name'>
  readonly slot: Omit<SnapshotSlot, 'winners'>
  readonly winner: SnapshotWinner | null
}

/** Every prize of an edition, in the order of its document; a shared prize counts once per laureate. */
export const prizesOf = ({ slug, synthetic, snapshot }: PublishedEdition): readonly Prize[] =>
  snapshot.categories.flatMap(({ slots, code, name }) =>
    slots.flatMap(({ winners, ...slot }): Prize[] => {
      const common = { slug, year: snapshot.campaign.year, synthetic, category: { code, name }, slot }
      return winners.length === 0
        ? [{ ...common, key: `${slug}/${code}/${slot.code}`, winner: null }]
        : winners.map((winner) => ({ ...common, key: winner.nominationId, winner }))
    }),
  )
