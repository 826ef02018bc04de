import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'

/** One counted sheet: the score `value`, in points, that `juror` gave to `nomination`. */
export type Observation = { readonly nomination: string; readonly juror: string; readonly value: number }

/** Nominations and jurors that sheets link, directly or through others. */
export type Component = { readonly nominations: readonly string[]; readonly jurors: readonly string[] }

/**
 * The counted sheets as typed arrays: sheet s is by juror `juror[s]` on nomination `nomination[s]`, indices into the
 * sorted names. Sheets are sorted too, so that the order in which they came never changes a digit; `place[s]` is
 * where sheet s stood.
 */
export type Design = {
  readonly nominations: readonly string[]
  readonly jurors: readonly string[]
  readonly nomination: Int32Array
  readonly juror: Int32Array
  readonly y: Float64Array
  readonly place: Int32Array
  /** Sheets of each nomination (n_i) and of each juror (m_j). */
  readonly n: Float64Array
  readonly m: Float64Array
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const inOrder = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort(byText)
const indexOf = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(names.map((name, index) => [name, index]))
const tally = (index: Int32Array, size: number): Float64Array => {
  const counts = new Float64Array(size)
  for (const at of index) counts[at] = (counts[at] as number) + 1
  return counts
}

/** Section 0 of the scoring rules. Refused: no sheet (`no-sheets`), a score that is no finite number. */
export function designOf(sheets: readonly Observation[]): Result<Design, 'no-sheets' | 'score-not-finite'> {
  if (sheets.length === 0) return refuse('no-sheets')
  const odd = sheets.find(({ value }) => !Number.isFinite(value))
  if (odd) return refuse('score-not-finite', { nomination: odd.nomination, juror: odd.juror })
  const place = Int32Array.from(sheets.keys()).sort((a, b) => {
    const [left, right] = [sheets[a] as Observation, sheets[b] as Observation]
    return (
      byText(left.nomination, right.nomination) || byText(left.juror, right.juror) || left.value - right.value
    )
  })
  const nominations = inOrder(sheets.map((sheet) => sheet.nomination))
  const jurors = inOrder(sheets.map((sheet) => sheet.juror))
  const [rows, columns] = [indexOf(nominations), indexOf(jurors)]
  const at = (index: number): Observation => sheets[index] as Observation
  const nomination = place.map((index) => rows.get(at(index).nomination) as number)
  const juror = place.map((index) => columns.get(at(index).juror) as number)
  return ok({
    nominations,
    jurors,
    nomination,
    juror,
    place,
    y: Float64Array.from(place, (index) => at(index).value),
    n: tally(nomination, nominations.length),
    m: tally(juror, jurors.length),
  })
}

/** The component of each nomination and of each juror, numbered from 0 by first nomination (union-find; section 2.1). */
export function componentsOf(design: Design): {
  readonly count: number
  readonly ofNomination: Int32Array
  readonly ofJuror: Int32Array
} {
  const I = design.nominations.length
  const parent = Int32Array.from({ length: I + design.jurors.length }, (_, index) => index)
  const root = (start: number): number => {
    let at = start
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number
      at = parent[at] as number
    }
    return at
  }
  design.nomination.forEach((i, s) => {
    parent[root(I + (design.juror[s] as number))] = root(i)
  })
  const numbers = new Map<number, number>()
  const ofAll = parent.map((_, node) => {
    const top = root(node)
    const known = numbers.get(top) ?? numbers.size
    numbers.set(top, known)
    return known
  })
  return { count: numbers.size, ofNomination: ofAll.slice(0, I), ofJuror: ofAll.slice(I) }
}

/** The components by name, each sorted. */
export function namedComponents(design: Design): readonly Component[] {
  const { count, ofNomination, ofJuror } = componentsOf(design)
  return Array.from({ length: count }, (_, component) => ({
    nominations: design.nominations.filter((_name, i) => ofNomination[i] === component),
    jurors: design.jurors.filter((_name, j) => ofJuror[j] === component),
  }))
}
