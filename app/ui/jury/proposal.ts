import type { Stage } from '#app/domain/jury/proposal-steps.ts'

export type Relaxation = {
  readonly extraPlaces: readonly { readonly name: string; readonly count: number }[]
  readonly fewerReaders: readonly { readonly reference: string; readonly count: number }[]
  readonly group: string | null
}
export type Obstruction = {
  readonly references: readonly string[]
  readonly places: number
  readonly needed: number
  readonly group: string | null
  readonly relaxation: Relaxation
}

/** A proposal as its page shows it. */
export type Proposal = {
  readonly id: string
  readonly number: number
  readonly state: 'waiting' | 'computing' | 'ready' | 'impossible' | 'refused' | 'cancelled' | 'confirmed'
  readonly stage: Stage | null
  readonly inputHash: string
  readonly commitment: string
  readonly solver: { readonly name: string; readonly version: string } | null
  readonly seed: { readonly seed: number; readonly salt: string } | null
  readonly settings: { readonly capPercent: number | null }
  readonly refused: string | null
  /** A file of the reader's own bodies is among those it is about: its figures are not shown to them. */
  readonly isApart: boolean
  readonly obstruction: Obstruction | null
  readonly plan: {
    readonly added: number
    readonly sum: number
    readonly smallest: number
    readonly floorBound: number
    readonly sumProven: boolean
    readonly optimum: { readonly sum: number; readonly smallest: number }
    readonly swaps: number
    readonly kappa: number | null
    readonly relaxation: Relaxation | null
    readonly mixture: { readonly plans: number; readonly most: number } | null
  } | null
}
