/** A limb of a count. What one step adds to it, 49 times a limb at most, is still a whole number exactly. */
export const LIMB = 2 ** 44

/**
 * How often each key was reached: open addressing in one typed array, a key and its count side by side. Keys are whole
 * numbers from 0 to 2^53; a count is `stride` - 1 limbs, the smallest first, so that none is ever rounded.
 */
export type Tally = { readonly stride: number; size: number; slots: number; cells: Float64Array }

const FIRST_SLOTS = 1024
/** Of the slots, how many may be taken. */
const FULL = 0.7
const EMPTY = -1

function cellsFor(slots: number, stride: number): Float64Array {
  const cells = new Float64Array(slots * stride)
  for (let at = 0; at < cells.length; at += stride) cells[at] = EMPTY
  return cells
}
export const openTally = (limbs: number): Tally => ({
  ...{ stride: limbs + 1, size: 0, slots: FIRST_SLOTS },
  cells: cellsFor(FIRST_SLOTS, limbs + 1),
})

/** Forgets every key and keeps the room. */
export function clear(tally: Tally): void {
  tally.size = 0
  tally.cells.fill(0)
  for (let at = 0; at < tally.cells.length; at += tally.stride) tally.cells[at] = EMPTY
}

/** Where a key stands or may stand; its two halves are mixed. */
function placeOf({ cells, slots, stride }: Tally, key: number): number {
  const high = Math.floor(key / 4_294_967_296)
  const mixed = Math.imul((key - high * 4_294_967_296) ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1)
  let slot = (mixed ^ (mixed >>> 15)) & (slots - 1)
  for (;;) {
    const found = cells[slot * stride] as number
    if (found === key || found === EMPTY) return slot * stride
    slot = (slot + 1) & (slots - 1)
  }
}

function grow(tally: Tally): void {
  const { cells, stride } = tally
  tally.slots *= 2
  tally.cells = cellsFor(tally.slots, stride)
  for (const at of reached({ cells, stride }))
    tally.cells.set(cells.subarray(at, at + stride), placeOf(tally, cells[at] as number))
}

/** Adds `times` the count of the entry at `from` in `source` to a key. */
export function addTo(tally: Tally, key: number, source: Float64Array, from: number, times: number): void {
  let at = placeOf(tally, key)
  if (tally.cells[at] === EMPTY) {
    if (tally.size >= FULL * tally.slots) {
      grow(tally)
      at = placeOf(tally, key)
    }
    tally.cells[at] = key
    tally.size += 1
  }
  const { cells, stride } = tally
  for (let limb = 1; limb < stride; limb += 1)
    cells[at + limb] = (cells[at + limb] as number) + times * (source[from + limb] as number)
}

/** Brings every limb below `LIMB` again. */
export function carry({ cells, stride }: Tally): void {
  for (let at = 0; at < cells.length; at += stride) {
    let over = 0
    for (let limb = 1; limb < stride; limb += 1) {
      const value = (cells[at + limb] as number) + over
      over = Math.floor(value / LIMB)
      cells[at + limb] = value - over * LIMB
    }
  }
}

/** Where the keys stand that were reached. */
export function* reached({ cells, stride }: Pick<Tally, 'cells' | 'stride'>): Generator<number> {
  for (let at = 0; at < cells.length; at += stride) if (cells[at] !== EMPTY) yield at
}

/** The count of the entry at a place. */
export function countAt({ cells, stride }: Tally, at: number): bigint {
  let count = 0n
  for (let limb = stride - 1; limb > 0; limb -= 1)
    count = count * BigInt(LIMB) + BigInt(cells[at + limb] as number)
  return count
}
