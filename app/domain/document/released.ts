import type { Snapshot, SnapshotSlot } from '../results/snapshot.ts'
import type { PalmaresRecord, ResultNotificationRecord } from './result-records.ts'

/** The roll of an edition as its document lists it: exactly what the snapshot publishes. */
export const palmaresOf = ({
  categories,
  figures,
}: Snapshot): Pick<PalmaresRecord, 'categories' | 'nominations' | 'admissible'> => ({
  categories: categories.map(({ name, slots }) => ({
    name,
    slots: slots.map(({ label, outcome, winners }) => ({
      label,
      outcome,
      winners: winners.map(({ reference, title, administration, partners }) => ({
        reference,
        title,
        administration: administration.name,
        partners: partners.map((partner) => partner.name),
      })),
    })),
  })),
  nominations: figures.nominations,
  admissible: figures.admissible,
})

const winsIn = (slot: SnapshotSlot, nominationId: string): boolean =>
  slot.winners.some((winner) => winner.nominationId === nominationId)

/** The prizes of one nomination, in the order of the regulation. */
export const prizesWon = (snapshot: Snapshot, nominationId: string): ResultNotificationRecord['prizes'] =>
  snapshot.categories
    .flatMap(({ slots }) => slots.filter((slot) => winsIn(slot, nominationId)))
    .map(({ label, outcome }) => ({ label, shared: outcome === 'shared' }))
