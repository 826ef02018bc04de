/** Neighbouring leaves `from` (included) to `to` (excluded), as a subtree of the log covers them. */
export type Range = { readonly from: number; readonly to: number }
/** A complete subtree: 2^level leaves, the `position`-th of its size from the left. Level 0 is a leaf. */
export type Node = { readonly level: number; readonly position: number }

/** Where RFC 6962 section 2.1 cuts: the largest power of two below the number of leaves (at least 2). */
function cutOf({ from, to }: Range): number {
  let width = 1
  while (width * 2 < to - from) width *= 2
  return from + width
}

/** The subtrees whose hashes are the audit path of one leaf, from the leaf upwards (RFC 6962 section 2.1.1). */
export function inclusionRanges(index: number, size: number): Range[] {
  const path: Range[] = []
  let here: Range = { from: 0, to: size }
  while (here.to - here.from > 1) {
    const cut = cutOf(here)
    const [left, right] = [
      { from: here.from, to: cut },
      { from: cut, to: here.to },
    ]
    path.push(index < cut ? right : left)
    here = index < cut ? left : right
  }
  return path.reverse()
}

/** The subtrees of a consistency proof from `oldSize` to `size` leaves, in its order (RFC 6962 section 2.1.2). */
export function consistencyRanges(oldSize: number, size: number): Range[] {
  const path: Range[] = []
  let here: Range = { from: 0, to: size }
  while (oldSize !== here.to) {
    const cut = cutOf(here)
    const [left, right] = [
      { from: here.from, to: cut },
      { from: cut, to: here.to },
    ]
    path.push(oldSize <= cut ? right : left)
    here = oldSize <= cut ? left : right
  }
  // The verifier knows the older root already when it is a subtree of its own.
  if (here.from > 0) path.push(here)
  return path.reverse()
}

/** The complete subtrees that make up a range, left to right: each as wide as its place and the range allow. */
export function completeNodes({ from, to }: Range): Node[] {
  const nodes: Node[] = []
  for (let at = from; at < to;) {
    let [level, width] = [0, 1]
    while (at % (width * 2) === 0 && at + width * 2 <= to) [level, width] = [level + 1, width * 2]
    nodes.push({ level, position: at / width })
    at += width
  }
  return nodes
}
