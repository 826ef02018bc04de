import type { Rational } from '../kernel/rational.ts'

/** A figure with its 95 % interval; null where it is undefined. */
export type Bounded = {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  /** Share of the resamples behind the interval that had no value and were dropped (section 3.5); absent when none was. */
  readonly dropped?: number
}
export const FORMS = ['ICC(1,1)', 'ICC(2,1)', 'ICC(3,1)', 'ICC(1,k)', 'ICC(2,k)', 'ICC(3,k)'] as const
/** `unbalanced`: of one sheet, by the one-way ICC of a panel with gaps; `unbalanced-mean`: of as many as there are on average. */
export type IntraclassForm = (typeof FORMS)[number] | 'unbalanced' | 'unbalanced-mean'
export type IntraclassFigure = {
  /** Complete: every juror judged every nomination, and the six forms fit. */
  readonly complete: boolean
  /** Sheets of a nomination, k or k0. */
  readonly sheets: number
  readonly lines: readonly (Bounded & { readonly form: IntraclassForm })[]
}
/** Two jurors on one criterion, by their seats. */
export type PairKappaLine = Bounded & {
  readonly pair: readonly [string, string]
  readonly criterion: string
  readonly common: number
}
export type PairKappaFigure = {
  /** Pairs of jurors with enough nominations in common, and of how many. */
  readonly pairs: number
  readonly ofPairs: number
  /** Weakest agreement first; the strongest are left out beyond a few hundred. */
  readonly lines: readonly PairKappaLine[]
}
/** Krippendorff's ordinal alpha on one criterion, by its code. */
export type OrdinalLine = Bounded & { readonly criterion: string }
/** Yes or no: does the sheet reach a threshold of the rules? `code`: of the prize or criterion; empty for the total. */
export type Screen = {
  readonly of: 'prize' | 'criterion' | 'total'
  readonly code: string
  readonly threshold: Rational
}
export type FleissLine = Bounded & {
  readonly of: Screen['of']
  readonly code: string
  /** Points. */
  readonly threshold: number
  /** Share of the sheets that reach it. */
  readonly share: number
}
/** Points gained or lost from the first file that a juror opened to his last; null where he read too few. */
export type DriftLine = Bounded & { readonly seatId: string; readonly flagged: boolean }
export type HaloLine = Bounded & {
  readonly seatId: string
  readonly flagged: boolean
  /** Share of his sheets with one level on every criterion. */
  readonly straight: number
}
export type HaloFigure = {
  readonly jurors: readonly HaloLine[]
  /** Share of the first eigenvalue of the criteria: beyond .8 the rubric measures one thing. */
  readonly share: Bounded
  readonly oneThing: boolean
}
/** A share of one juror's sheets, of how many; null where they are too few. No interval: all his sheets are counted. */
export type ShareLine = { readonly seatId: string; readonly sheets: number; readonly value: number | null }
/** Points by which sheets with a link lie above the rest, and how rarely chance does as much. No count: it could name. */
export type InterestFigure = { readonly difference: number; readonly p: number; readonly draws: number }
