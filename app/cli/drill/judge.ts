import type { Acknowledged, Version } from './journal.ts'

/** What the database holds of the rows that were written: as they stand, and every change that it remembers. */
export type Held = { readonly standing: readonly Version[]; readonly past: readonly Version[] }
export type Judgement = {
  readonly acknowledged: number
  readonly repeated: number
  /** Acknowledged, and not there. */
  readonly lost: number
  /** There more often than it was acknowledged: a write that was repeated and stands twice. */
  readonly doubled: number
  /** There with another text. */
  readonly changed: number
  /** The first of each, for people. */
  readonly faults: readonly string[]
}

const TOLD = 5
const nameOf = ({ kind, id, version }: Version): string => `${kind} ${id} version ${version}`
const rowOf = ({ kind, id }: Version): string => `${kind} ${id}`

function countOf(versions: readonly Version[]): ReadonlyMap<string, number> {
  const count = new Map<string, number>()
  for (const one of versions) count.set(nameOf(one), (count.get(nameOf(one)) ?? 0) + 1)
  return count
}

/**
 * Compares what was promised with what is held. Once every writer has had its answer, each acknowledged version must
 * be remembered exactly once, nothing else may be, no row may stand behind what was promised of it, and a version
 * whose text is known must have the text that was sent.
 */
export function judge(journal: readonly Acknowledged[], { standing, past }: Held): Judgement {
  const [promised, remembered] = [countOf(journal), countOf(past)]
  const rows = new Map(standing.map((one) => [rowOf(one), one]))
  const stands = (write: Acknowledged): boolean => (rows.get(rowOf(write))?.version ?? 0) >= write.version
  const lost = [...promised].flatMap(([name, times]) =>
    Array.from({ length: Math.max(0, times - (remembered.get(name) ?? 0)) }, () => name),
  )
  const behind = journal.filter((write) => !stands(write)).map(nameOf)
  const doubled = [...remembered].flatMap(([name, times]) =>
    Array.from({ length: Math.max(0, times - (promised.get(name) ?? 0)) }, () => name),
  )
  const texts = new Map([...past, ...standing].flatMap((one) => (one.hash ? [[nameOf(one), one.hash]] : [])))
  const changed = journal
    .filter((write) => (texts.get(nameOf(write)) ?? write.hash) !== write.hash)
    .map(nameOf)
  const gone = [...lost, ...behind.filter((name) => !lost.includes(name))]
  const told = (what: string, names: readonly string[]): readonly string[] =>
    names.slice(0, TOLD).map((name) => `${what}: ${name}`)
  return {
    acknowledged: journal.length,
    repeated: journal.filter(({ repeated }) => repeated).length,
    lost: gone.length,
    doubled: doubled.length,
    changed: changed.length,
    faults: [...told('lost', gone), ...told('doubled', doubled), ...told('changed', changed)],
  }
}

/** The longest time between two answers that followed each other, in milliseconds. */
export function longestGap(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted.reduce((most, at, index) => Math.max(most, at - (sorted[index - 1] ?? at)), 0)
}
