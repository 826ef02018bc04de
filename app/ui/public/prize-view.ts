import type { Localized } from '#app/domain/kernel/localized.ts'
import type { SnapshotCategory, SnapshotSlot, SnapshotWinner } from '#app/domain/results/snapshot.ts'
import type { PrizeKind } from '../motif/prize-mark.tsx'

/** One distinction, or one prize not given, as the pages show it. */
export type PrizeView = {
  readonly key: string
  readonly slug: string
  readonly year: number
  readonly synthetic: boolean
  readonly category: Pick<SnapshotCategory, 'code' | 'name'>
  readonly slot: Omit<SnapshotSlot, 'winners'>
  readonly winner: SnapshotWinner | null
}
export type MarkView = { readonly type: string; readonly label: Localized; readonly withheld: boolean }

/** The grand prize of 2015 is of no type of its own; its label names it. */
const isGrand = ({ fr = '', en = '' }: Localized): boolean => /grand (prix|prize)/i.test(`${fr} ${en}`)

export function markKind({ type, label, withheld }: MarkView): PrizeKind {
  if (withheld) return 'withheld'
  if (isGrand(label)) return 'grand'
  return type === 'excellence' || type === 'encouragement' || type === 'jury' ? type : 'other'
}
export const kindOf = ({ slot, winner }: Pick<PrizeView, 'slot' | 'winner'>): PrizeKind =>
  markKind({ type: slot.type, label: slot.label, withheld: winner === null })
