import type { LogLine } from './open-log.ts'
import type { Report } from './report.ts'
import { count, object, parse } from './shape.ts'

/** What an entry itself says about its place; null when the file holds only its hash. */
function saidPlace({ entry, index }: LogLine): number | null {
  return entry === null
    ? null
    : count(object(parse(entry, `entry ${index}`), `entry ${index}`)['treeIndex'], `entry ${index}`)
}

/** The places run from 0 without a gap, each once. */
function checkPlaces(lines: readonly LogLine[], report: Report): void {
  let faults = 0
  const say = (sentence: string): void => {
    faults += 1
    report.fail('order', sentence)
  }
  let next = 0
  for (const { index } of lines) {
    if (index < next) say(`entry ${index} stands twice or out of order: an entry was inserted`)
    else if (index === next + 1) say(`entry ${next} is missing: it was deleted`)
    else if (index > next) say(`entries ${next} to ${index - 1} are missing: they were deleted`)
    next = Math.max(next, index + 1)
  }
  if (faults === 0) report.pass('order', `${lines.length} entries, numbered without a gap`)
}

/** A run of neighbours that stand equally far from where they say they stand. */
type Run = { readonly from: number; readonly shift: number }

function runsOf(lines: readonly LogLine[]): Run[] {
  const runs: Run[] = []
  let shift = 0
  for (const line of lines) {
    const said = saidPlace(line)
    if (said === null || line.index - said === shift) continue
    shift = line.index - said
    runs.push({ from: line.index, shift })
  }
  return runs
}

/** Entries say their own place, so that whoever moved some and numbered the rest again is found. */
export function checkOrder(lines: readonly LogLine[], report: Report): void {
  checkPlaces(lines, report)
  const said = new Map(lines.map((line) => [line.index, saidPlace(line)]))
  const swapped = [...said].filter(
    ([place, says]) => says !== null && says !== place && said.get(says) === place,
  )
  for (const [place, says] of swapped)
    if (says !== null && place < says) report.fail('order', `entries ${place} and ${says} are swapped`)
  const moved = new Set(swapped.map(([place]) => place))
  let before = 0
  for (const { from, shift } of runsOf(lines.filter(({ index }) => !moved.has(index)))) {
    const by = Math.abs(shift - before)
    if (shift < before)
      report.fail('order', `from entry ${from} on, ${by} before it was deleted and the rest numbered again`)
    else if (shift > before)
      report.fail('order', `before entry ${from}, ${by} was inserted and the rest numbered again`)
    before = shift
  }
}
