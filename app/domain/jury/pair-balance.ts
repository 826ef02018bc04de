import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { findsMeetings } from './meetings-search.ts'
import type { Design } from './meetings-search.ts'

/**
 * No assignment lets the pair of jurors that meets most often meet less than this, by counting: all meetings over all
 * pairs, and the meetings of the juror who reads most over the others (section 5.2 of the scoring rules).
 */
export function fewestMeetingsBound({ nominations, jurors, perNomination }: Omit<Design, 'load'>): number {
  if (jurors < 2 || perNomination < 2) return 0
  const meetings = (nominations * perNomination * (perNomination - 1)) / 2
  const heaviest = Math.ceil((nominations * perNomination) / jurors)
  return Math.max(
    Math.ceil(meetings / ((jurors * (jurors - 1)) / 2)),
    Math.ceil((heaviest * (perNomination - 1)) / (jurors - 1)),
  )
}

/** Blocks tried before exchanges are, which find what is far from the first block; and before the search gives up. */
const BRIEFLY = 200_000
const PATIENCE = 20_000_000

type Search = {
  readonly design: Design
  readonly most: number
  readonly loads: number[]
  readonly met: number[]
  /** Whether every juror must be filled, which lets the search turn back early. */
  readonly tight: boolean
  readonly patience: number
  tries: number
}

/** Adds jurors to the open block in rising order; blocks themselves rise too, since their order means nothing. */
function extend(search: Search, block: number[], left: number, previous: readonly number[]): boolean | null {
  const { design, loads } = search
  if (block.length === design.perNomination) return left === 1 ? true : extend(search, [], left - 1, block)
  search.tries += 1
  if (search.tries > search.patience) return null
  const bound = onlyFollows(block, previous) ? (previous[block.length] ?? 0) : 0
  const first = Math.max((block.at(-1) ?? -1) + 1, bound)
  for (let juror = first; juror < design.jurors; juror += 1) {
    // A juror passed over as the smallest of a block never comes again: a tight design needs them full.
    if (search.tight && block.length === 0 && juror > 0 && (loads[juror - 1] ?? 0) < design.load) return false
    if (!mayJoin(search, block, juror)) continue
    count(search, block, juror, 1)
    const done = extend(search, [...block, juror], left, previous)
    if (done !== false) return done
    count(search, block, juror, -1)
  }
  return false
}

const onlyFollows = (block: readonly number[], previous: readonly number[]): boolean =>
  block.every((juror, index) => juror === previous[index])

const mayJoin = ({ design, loads, met, most }: Search, block: readonly number[], juror: number): boolean =>
  (loads[juror] ?? 0) < design.load &&
  block.every((other) => (met[other * design.jurors + juror] ?? 0) < most)

function count({ design, loads, met }: Search, block: readonly number[], juror: number, by: number): void {
  loads[juror] = (loads[juror] ?? 0) + by
  for (const other of block) {
    const pair = other * design.jurors + juror
    met[pair] = (met[pair] ?? 0) + by
  }
}

/** A complete search for a plan in which no two jurors meet more often than `most`; null when patience ends. */
const searched = (design: Design, most: number, patience: number): boolean | null =>
  extend(
    {
      ...{ design, most, patience },
      loads: new Array<number>(design.jurors).fill(0),
      met: new Array<number>(design.jurors * design.jurors).fill(0),
      tight: design.nominations * design.perNomination === design.jurors * design.load,
      tries: 0,
    },
    [],
    design.nominations,
    [],
  )

/**
 * The smallest possible greatest number of nominations that two jurors share, upwards from the counting bound: each
 * number is reached by a plan, or refuted by a complete search. Refused: no assignment has these loads, or the search
 * is too long.
 */
export function fewestMeetings(design: Design): Result<number, 'assignment-impossible' | 'search-too-long'> {
  const { nominations, jurors, perNomination, load } = design
  const places = jurors * Math.min(load, nominations)
  if (perNomination > jurors || nominations * perNomination > places) return refuse('assignment-impossible')
  if (nominations === 0) return ok(0)
  for (let most = fewestMeetingsBound(design); most <= nominations; most += 1) {
    const briefly = searched(design, most, BRIEFLY)
    const isMet = briefly ?? (findsMeetings(design, most) || searched(design, most, PATIENCE))
    if (isMet === null) return refuse('search-too-long', { most })
    if (isMet) return ok(most)
  }
  return refuse('assignment-impossible')
}
