import type { Fraction } from './fraction.ts'
import type { Json, JsonObject } from './shape.ts'

export type Sheet = { commitment: string; salt: string; record: JsonObject }
export type Listed = { commitment: string; nomination: string | null; status: string }
export type Line = { nomination: string; opened: boolean; fields: JsonObject }
export type CategoryResult = {
  category: string
  combining: string
  finalists: string[]
  lotOrder: string[] | null
  /** The public draw that the order of the lot comes from. */
  draw: { source: string; outcome: string } | null
  lines: Line[]
  /** What the first of two rounds decided; null where there was one. */
  firstRound: FirstRound | null
  /** Finalists without an official score, sent to the plenary. */
  plenary: PlenaryEntry[]
  /** Votes of the plenary on flags; who was disqualified by one is named. */
  flags: FlagEntry[]
}
export type FlagEntry = { nomination: string | null; vote: JsonObject }
export type PlenaryEntry = { nomination: string; reason: string; isFirstRound: boolean; fields: JsonObject }
export type FirstRound = {
  places: number
  combining: string
  advanced: string[]
  stopped: string[]
  /** They advanced and are no longer judged. */
  left: string[]
  lines: FirstRoundLine[]
}
export type FirstRoundLine = {
  nomination: string
  place: number
  score: string
  display: string
  fields: JsonObject
}
export type Decision = {
  category: string
  slot: string
  outcome: string
  reason: string | null
  winners: string[]
  vote: JsonObject | null
}
export type CriterionRule = {
  code: string
  weight: Fraction
  points: Map<string, Fraction>
  threshold: Fraction | null
}
export type CategoryRule = {
  code: string
  rubric: Json
  criteria: CriterionRule[]
  renormalise: boolean
  totalThreshold: Fraction | null
  slots: JsonObject[]
}
export type Rules = {
  categories: Map<string, CategoryRule>
  aggregate: string
  trimMinimum: number
  decimals: number
  lotNamed: boolean
  lotSource: string | null
  minimumSheets: number
  minimumShare: Fraction
  /** How many advance to the second round; null where the regulation holds one. */
  secondRoundPlaces: number | null
  /** The share of the eligible that must be present to decide. */
  presentShare: Fraction
  majority: string
  castingVote: boolean
  /** The part of the first round in the final score, from nought to less than one; nought where the second starts afresh. */
  firstRoundShare: Fraction
  level: string
}
export type EarlierRules = {
  version: number
  hash: string
  regulation: JsonObject
  categories: Map<string, CategoryRule>
}
export type Bundle = {
  manifest: JsonObject
  regulationVersion: number
  regulationHash: string
  regulation: JsonObject
  rules: Rules
  /** Versions before it that sheets were sealed under. */
  earlier: EarlierRules[]
  sheets: Sheet[]
  listed: Listed[]
  root: string
  size: number
  results: CategoryResult[]
  decisions: Decision[]
  /** Each as `number=SHA-256`. */
  minutes: string[]
}
