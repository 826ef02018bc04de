import { columns } from '../bench/columns.ts'
import type { Judgement } from './judge.ts'

/** All rounds of one fault as they are printed: one JSON object a line. Times in milliseconds, each the longest of its kind. */
export type RoundSet = Omit<Judgement, 'faults'> & {
  readonly fault: string
  readonly what: string
  readonly rounds: number
  /** Requests without an answer, or with one that the server could not give; each write among them was sent again. */
  readonly failed: number
  /** Writes that were refused, or had no answer half a minute after everybody was asked to end. */
  readonly givenUp: number
  /** The longest time in which nobody was answered. */
  readonly outage: number
  /** Other times of this fault. */
  readonly took: Readonly<Record<string, number>>
  /** Sentences about what else did not hold: invariants, processes, their log. */
  readonly wrong: readonly string[]
  readonly target: string
  readonly isInTime: boolean
}

/** A fault that cannot be made here: neither held nor broken. */
export type NotRun = { readonly fault: string; readonly what: string; readonly notRun: string }
export type Outcome = RoundSet | NotRun
const isRun = (one: Outcome): one is RoundSet => !('notRun' in one)

/** Nothing promised is missing, doubled or another, and nothing else broke. */
export const isKept = ({ lost, doubled, changed, givenUp, wrong }: RoundSet): boolean =>
  lost + doubled + changed + givenUp + wrong.length === 0
export const verdict = (set: RoundSet): string =>
  isKept(set) ? (set.isInTime ? 'held' : 'TOO SLOW') : 'NOT HELD'

export const lineOf = (one: Outcome): string =>
  JSON.stringify({ ...one, verdict: isRun(one) ? verdict(one) : 'NOT RUN HERE' })

const HEAD = [
  ...['', 'rounds', 'acknowledged', 'repeated', 'failed', 'lost', 'doubled', 'changed', 'given up'],
  ...['outage', 'to reach', 'verdict'],
]

/** The same lines for people, and beneath them what did not hold. */
export function tableOf(outcomes: readonly Outcome[]): string {
  const sets = outcomes.filter(isRun)
  const rows = sets.map((set) => [
    ...[set.fault, set.rounds, set.acknowledged, set.repeated, set.failed].map(String),
    ...[set.lost, set.doubled, set.changed, set.givenUp].map(String),
    ...[`${set.outage} ms`, set.target, verdict(set)],
  ])
  const wrong = sets.flatMap((set) => set.wrong.map((sentence) => `${set.fault}: ${sentence}`))
  const missing = outcomes.flatMap((one) =>
    isRun(one) ? [] : [`${one.fault}: not run here: ${one.notRun} (${one.what})`],
  )
  return [columns(HEAD, rows), ...wrong, ...missing].join('\n')
}

/** What the command ends with: 0 where something was run and everything that was run held. */
export function exitCodeOf(outcomes: readonly Outcome[]): 0 | 1 {
  const sets = outcomes.filter(isRun)
  return sets.length > 0 && sets.every((set) => verdict(set) === 'held') ? 0 : 1
}
