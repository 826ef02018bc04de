import { createHash } from 'node:crypto'

const digest = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
/** RFC 6962: leaves are hashed under 0x00, nodes under 0x01. */
export const leafOf = (data: Uint8Array): Buffer => digest(Buffer.of(0), data)
export const nodeOf = (left: Uint8Array, right: Uint8Array): Buffer => digest(Buffer.of(1), left, right)

/** A tree that grows leaf by leaf and can tell its root at every size; it keeps one hash per bit of the size. */
export class Tree {
  size = 0
  private readonly peaks: Buffer[] = []

  append(leaf: Buffer): void {
    let node = leaf
    for (let rest = this.size; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = this.peaks.pop()
      if (left) node = nodeOf(left, node)
    }
    this.peaks.push(node)
    this.size += 1
  }

  root(): Buffer {
    return this.peaks.length === 0 ? digest() : this.peaks.reduceRight((right, left) => nodeOf(left, right))
  }
}
