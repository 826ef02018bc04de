import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fromHex, hexOf, utf8 } from '#app/domain/audit/bytes.ts'
import { canonicalJson } from '#app/domain/audit/canonical-json.ts'
import {
  checkpointText,
  consistencyProof,
  inclusionProof,
  isConsistent,
  isIncluded,
  leafHash,
  nodeHash,
  treeRoot,
} from '#app/domain/audit/log.ts'
import type { ConsistencyClaim } from '#app/domain/audit/log.ts'
import { completeNodes } from '#app/domain/audit/ranges.ts'
import { vectorsOf } from '../vectors.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const leavesOf = (count: number) =>
  Array.from({ length: count }, (_, at) => leafHash(sha256, utf8(`entry ${at}`)))
const bytes = (hex: string) => fromHex(hex) ?? expect.fail(`${hex} is hexadecimal`)
const prove = (index: number, leaves: Uint8Array[]) => {
  const proof = inclusionProof(sha256, index, leaves)
  return proof.ok ? proof.value : expect.fail('index inside')
}

describe('canonical JSON', () => {
  it('orders members by UTF-16 code units, as the sample of RFC 8785 section 3.2.3', () => {
    const sample = {
      '\u20ac': 'Euro',
      '\r': 'CR',
      '\ufb33': 'Dalet',
      '1': 'One',
      '\ud83d\ude00': 'Smile',
      '\u0080': 'Control',
      '\u00f6': 'o',
    }
    const text = canonicalJson(sample)
    expect(text.ok && Object.values(JSON.parse(text.value) as object).length).toBe(7)
    expect(text.ok && text.value).toBe(
      '{"\\r":"CR","1":"One","\u0080":"Control","\u00f6":"o","\u20ac":"Euro","\ud83d\ude00":"Smile","\ufb33":"Dalet"}',
    )
  })
  it('writes numbers and literals as RFC 8785 section 3.2.2', () => {
    const numbers = [333333333.33333329, 1e30, 4.5, 2e-3, 1e-27, -0]
    expect(canonicalJson({ numbers, literals: [null, true, false], absent: undefined })).toEqual({
      ok: true,
      value: '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0]}',
    })
  })
  it('refuses what has no canonical form, and says where', () => {
    expect(canonicalJson({ a: [Number.NaN] })).toMatchObject({ ok: false, facts: { places: ['$.a[0]'] } })
    expect(canonicalJson({ b: '\ud800' })).toMatchObject({ ok: false, facts: { places: ['$.b'] } })
  })
})

describe('append-only log', () => {
  it('reproduces the reference roots and proofs of RFC 6962', () => {
    for (const vector of vectorsOf('integrity.merkle')) {
      const { leaves_hex } = vector.input as { leaves_hex: string[] }
      const expected = vector.expected as {
        roots_by_size: string[]
        inclusion: { index: number; size: number; proof: string[] }[]
        consistency: { size1: number; size2: number; proof: string[] }[]
      }
      const leaves = leaves_hex.map((leaf) => leafHash(sha256, bytes(leaf)))
      expected.roots_by_size.forEach((root, size) => {
        expect(hexOf(treeRoot(sha256, leaves.slice(0, size)))).toBe(root)
      })
      for (const { index, size, proof } of expected.inclusion) {
        expect(prove(index, leaves.slice(0, size)).map(hexOf)).toEqual(proof)
      }
      for (const { size1, size2, proof } of expected.consistency) {
        const made = consistencyProof(sha256, size1, leaves.slice(0, size2))
        expect(made.ok && made.value.map(hexOf)).toEqual(proof)
      }
    }
  })

  it('verifies every inclusion and consistency proof up to 17 leaves', () => {
    for (let size = 1; size <= 17; size += 1) {
      const leaves = leavesOf(size)
      const root = treeRoot(sha256, leaves)
      leaves.forEach((leaf, index) => {
        const proof = prove(index, leaves)
        expect(isIncluded(sha256, { leaf, index, size, proof, root })).toBe(true)
        expect(isIncluded(sha256, { leaf, index, size, proof: proof.slice(1), root })).toBe(size === 1)
        expect(isIncluded(sha256, { leaf, index: index + 1, size, proof, root })).toBe(false)
        expect(isIncluded(sha256, { leaf: sha256(leaf), index, size, proof, root })).toBe(false)
      })
      for (let oldSize = 1; oldSize <= size; oldSize += 1) {
        const oldRoot = treeRoot(sha256, leaves.slice(0, oldSize))
        const made = consistencyProof(sha256, oldSize, leaves)
        const proof = made.ok ? made.value : expect.fail('size inside')
        const claim = { oldSize, oldRoot, newSize: size, newRoot: root, proof }
        expect(isConsistent(sha256, claim)).toBe(true)
        expect(isConsistent(sha256, { ...claim, oldRoot: root, newRoot: oldRoot })).toBe(oldSize === size)
        expect(isConsistent(sha256, { ...claim, proof: [...proof, root] })).toBe(false)
        expect(isConsistent(sha256, { ...claim, newRoot: sha256(root) })).toBe(false)
      }
    }
  })

  it('covers a range by the widest complete subtrees that its place and its end allow', () => {
    const nodes = (from: number, to: number) =>
      completeNodes({ from, to }).map(({ level, position }) => [level, position])
    expect(nodes(0, 4)).toEqual([[2, 0]])
    expect(nodes(0, 7)).toEqual([
      [2, 0],
      [1, 2],
      [0, 6],
    ])
    expect(nodes(1, 8)).toEqual([
      [0, 1],
      [1, 1],
      [2, 1],
    ])
    expect(nodes(3, 3)).toEqual([])
  })

  it('refuses a proof for an index or a size outside the tree', () => {
    expect(inclusionProof(sha256, 3, leavesOf(3))).toMatchObject({ reason: 'index-outside' })
    expect(inclusionProof(sha256, -1, leavesOf(3))).toMatchObject({ reason: 'index-outside' })
    expect(consistencyProof(sha256, 0, leavesOf(3))).toMatchObject({ reason: 'size-outside' })
    expect(consistencyProof(sha256, 4, leavesOf(3))).toMatchObject({ reason: 'size-outside' })
    const root = treeRoot(sha256, leavesOf(3))
    expect(isConsistent(sha256, { oldSize: 0, oldRoot: root, newSize: 3, newRoot: root, proof: [] })).toBe(
      false,
    )
  })
})

describe('a proof made to fit', () => {
  const [a, b, c, d, x] = leavesOf(5) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array]
  const node = (left: Uint8Array, right: Uint8Array) => nodeHash(sha256, left, right)
  const consistent = (claim: Omit<ConsistencyClaim, 'proof'>, ...proof: Uint8Array[]) =>
    isConsistent(sha256, { ...claim, proof })

  it('leads further than the tree is high, or stops before its root', () => {
    const root = node(x, a)
    expect(isIncluded(sha256, { leaf: a, index: 0, size: 1, proof: [x], root })).toBe(false)
    expect(isIncluded(sha256, { leaf: a, index: 0, size: 4, proof: [b], root: node(a, b) })).toBe(false)
    expect(isIncluded(sha256, { leaf: a, index: 0, size: 2, proof: [b], root: node(a, b) })).toBe(true)
  })

  it('leads further than either tree is high, or stops before the newer root', () => {
    const [old, all] = [node(node(a, b), c), node(node(a, b), node(c, d))]
    const claim = { oldSize: 3, newSize: 4, oldRoot: old, newRoot: all }
    expect(consistent(claim, c, d, node(a, b))).toBe(true)
    const beyond = { ...claim, oldRoot: node(x, old), newRoot: node(x, all) }
    expect(consistent(beyond, c, d, node(a, b), x)).toBe(false)
    expect(consistent({ oldSize: 2, newSize: 4, oldRoot: node(a, b), newRoot: node(a, b) })).toBe(false)
  })

  it('goes from nothing, or from the larger tree to the smaller', () => {
    expect(consistent({ oldSize: 0, newSize: 1, oldRoot: a, newRoot: a }, a)).toBe(false)
    expect(consistent({ oldSize: 2, newSize: 1, oldRoot: a, newRoot: a })).toBe(false)
    expect(consistent({ oldSize: 1, newSize: 1, oldRoot: a, newRoot: a })).toBe(true)
  })
})

describe('the text of a checkpoint', () => {
  it('is origin, size and root, a line each (C2SP tlog-checkpoint)', () => {
    expect(checkpointText('award.example/log', 3, 'qqo=')).toBe('award.example/log\n3\nqqo=\n')
  })
})
