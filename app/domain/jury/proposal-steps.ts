import type { LinearAnswer, LinearModel } from './linear-model.ts'

/** What is being computed, in the order in which it happens; the screen says it in words. */
export const STAGES = [
  'feasibility',
  'loads',
  'bound',
  'floor',
  'sum',
  'chances',
  'draw',
  'balance',
  'check',
] as const
export type Stage = (typeof STAGES)[number]

/** A step of the computation: it says where it is and, with a model, asks a solver. */
export type Ask = {
  readonly stage: Stage
  readonly model: LinearModel | null
  /** Interior points for the bound, where the simplex turns in place; the default elsewhere. */
  readonly method: 'interior' | 'choose'
  readonly seconds: number
}

/**
 * A computation that needs a solver now and then. It stays pure: it yields what it asks and is resumed with the
 * answer, by a thread with a real solver or by a test with a solver that lies.
 */
export type Steps<T> = Generator<Ask, T, LinearAnswer>

export const step = (stage: Stage): Ask => ({ stage, model: null, method: 'choose', seconds: 0 })
export const asking = (
  stage: Stage,
  model: LinearModel,
  facts: { readonly seconds: number; readonly method?: Ask['method'] },
): Ask => ({ stage, model, method: facts.method ?? 'choose', seconds: facts.seconds })
