import type { Criterion } from '#app/domain/campaign/regulation.ts'
import type { WeightAdvice } from '#app/domain/campaign/weight-advice.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'

export type Share = { readonly percent: string; readonly exact: string }
export type Competitor = {
  readonly key: string
  readonly laureate: { readonly title: Localized; readonly administration: Localized } | null
}
export type Turn = { readonly at: Share; readonly takenBy: readonly string[] }
export type StudiedCriterion = {
  readonly code: string
  readonly now: Share
  readonly below: Turn | null
  readonly above: Turn | null
  readonly intervals: readonly {
    readonly from: Share
    readonly to: Share
    readonly first: readonly string[]
  }[]
  readonly envelope: readonly { readonly at: number; readonly score: number }[]
}
export type Outcome = {
  readonly leaders: readonly string[]
  readonly places: readonly { readonly key: string; readonly rank: number; readonly score: string }[]
  readonly criteria: readonly StudiedCriterion[]
  readonly radius: { readonly moved: Share; readonly challenger: string } | null
}
/** One set of weights, and what it decides; no outcome while the weights do not make the whole. */
export type Side = {
  readonly criteria: readonly Criterion[]
  readonly unreadable: readonly string[]
  readonly advice: WeightAdvice | null
  readonly outcome: Outcome | null
}
export type Source = {
  readonly year: number
  readonly award: Localized
  readonly synthetic: boolean
  readonly rule: 'mean' | 'median' | 'trimmed'
  readonly unscored: readonly Localized[]
  readonly competitors: readonly Competitor[]
  readonly leftOut: number
}
