import type { Localized } from '../kernel/localized.ts'
import type { Facts } from '../kernel/result.ts'

/** The places a blocker can point at. The route room turns one into an address. */
export const SCREENS = [
  'names',
  'calendar',
  'holidays',
  'article',
  'category',
  'rubric',
  'slots',
  'participation',
  'screening-rules',
  'jury-rules',
  'seats',
  'scoring-rules',
  'deliberation-rules',
  'publication-rules',
  'regulation',
  'screening-queue',
  'nomination',
  'completion',
  'appeal',
  'assignment',
  'scoring-progress',
  'presentations',
  'session',
  'minutes',
  'ranking',
  'release',
  'complaints',
  'office',
] as const
export type Screen = (typeof SCREENS)[number]
export type Target = { readonly screen: Screen; readonly id?: string }

/** One thing that stands in the way: a code with its message, the facts of its sentence, where to mend it. */
export type Blocker = {
  readonly code: string
  readonly facts: Facts
  readonly target: Target
  /** What codes among the facts are called, by the name of the fact (blocker-names.ts). */
  readonly names?: Readonly<Record<string, Localized>>
}

export const blocker = (code: string, screen: Screen, facts: Facts = {}, id?: string): Blocker => ({
  code,
  facts,
  target: id === undefined ? { screen } : { screen, id },
})
