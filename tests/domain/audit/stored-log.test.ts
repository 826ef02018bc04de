import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { utf8 } from '#app/domain/audit/bytes.ts'
import { appendLeaf, EMPTY_LOG, frontierRoot } from '#app/domain/audit/frontier.ts'
import type { Frontier } from '#app/domain/audit/frontier.ts'
import {
  consistencyProof,
  inclusionProof,
  isConsistent,
  isIncluded,
  leafHash,
  treeRoot,
} from '#app/domain/audit/log.ts'
import { completeNodes } from '#app/domain/audit/ranges.ts'
import { consistencyPlan, fulfil, inclusionPlan, rootPlan } from '#app/domain/audit/stored-proof.ts'
import type { Plan } from '#app/domain/audit/stored-proof.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => Uint8Array.from(createHash('sha256').update(bytes).digest())
const leaves = Array.from({ length: 21 }, (_, at) => leafHash(sha256, utf8(`entry ${at}`)))
const first = (size: number) => leaves.slice(0, size)
const sizes = Array.from({ length: leaves.length + 1 }, (_, size) => size)

/** What a store of complete subtrees would answer. */
const stored = (plan: Plan) =>
  plan.nodes.map(({ level, position }) =>
    treeRoot(sha256, leaves.slice(position * 2 ** level, (position + 1) * 2 ** level)),
  )
const fulfilled = (plan: { ok: true; value: Plan } | { ok: false; reason: string }) => {
  if (!plan.ok) expect.fail(plan.reason)
  const proof = fulfil(sha256, plan.value, stored(plan.value))
  if (!proof.ok) expect.fail(proof.reason)
  return proof.value
}

describe('a log that keeps its complete subtrees', () => {
  it('has the root of its leaves at every size, one leaf at a time', () => {
    let log: Frontier = EMPTY_LOG
    for (const size of sizes) {
      expect(frontierRoot(sha256, log)).toEqual(treeRoot(sha256, first(size)))
      expect(log.size).toBe(size)
      expect(log.peaks).toHaveLength(size.toString(2).replaceAll('0', '').length)
      const [next] = leaves.slice(size)
      if (next) log = appendLeaf(sha256, log, next)
    }
  })
  it('puts its root together from them', () => {
    for (const size of sizes)
      expect(fulfilled({ ok: true, value: rootPlan(size) })).toEqual([treeRoot(sha256, first(size))])
  })
  it('proves each entry at each size as from all leaves', () => {
    for (const size of sizes)
      for (let index = 0; index < size; index += 1) {
        const whole = inclusionProof(sha256, index, first(size))
        expect({ ok: true, value: fulfilled(inclusionPlan(index, size)) }).toEqual(whole)
      }
  })
  it('proves that it only grew as from all leaves', () => {
    for (const size of sizes)
      for (let older = 1; older <= size; older += 1) {
        const whole = consistencyProof(sha256, older, first(size))
        expect({ ok: true, value: fulfilled(consistencyPlan(older, size)) }).toEqual(whole)
      }
  })
  it.each([
    [-1, 5],
    [5, 5],
    [0, 0],
    [0.5, 5],
    [0, 5.5],
    [Number.NaN, 5],
  ])('refuses entry %d of %d', (index, size) => {
    expect(inclusionPlan(index, size)).toEqual({
      ok: false,
      reason: 'index-outside',
      facts: { index },
      fields: {},
    })
  })
  it.each([
    [0, 5],
    [6, 5],
    [1.5, 5],
    [1, 5.5],
  ])('refuses to have grown from %d to %d', (older, size) => {
    expect(consistencyPlan(older, size)).toEqual({
      ...{ ok: false, reason: 'size-outside', facts: { size: older }, fields: {} },
    })
  })
  it('says how many subtrees are missing', () => {
    const plan = rootPlan(7)
    expect(plan.nodes).toEqual(completeNodes({ from: 0, to: 7 }))
    expect(fulfil(sha256, plan, stored(plan).slice(1))).toEqual({
      ...{ ok: false, reason: 'log-incomplete', facts: { missing: 1 }, fields: {} },
    })
    expect(fulfil(sha256, plan, [...stored(plan), ...stored(plan).slice(1)])).toMatchObject({
      facts: { missing: -2 },
    })
  })
})

describe('a proof', () => {
  const claim = (index: number, size: number) => {
    const proof = inclusionProof(sha256, index, first(size))
    const leaf = leaves[index]
    if (!proof.ok || !leaf) expect.fail('an entry of the log')
    return { leaf, index, size, proof: proof.value, root: treeRoot(sha256, first(size)) }
  }
  const other = leafHash(sha256, utf8('another'))
  it('of an entry fails with one part too many or too few, another root, another place', () => {
    for (const [index, size] of [
      [0, 1],
      [0, 2],
      [3, 7],
      [6, 7],
      [8, 13],
      [12, 13],
      [20, 21],
    ] as const) {
      const whole = claim(index, size)
      expect(isIncluded(sha256, whole)).toBe(true)
      expect(isIncluded(sha256, { ...whole, proof: [...whole.proof, other] })).toBe(false)
      if (whole.proof.length > 0)
        expect(isIncluded(sha256, { ...whole, proof: whole.proof.slice(0, -1) })).toBe(false)
      expect(isIncluded(sha256, { ...whole, root: other })).toBe(false)
      for (const outside of [-1, size, index + 0.5, Number.NaN])
        expect(isIncluded(sha256, { ...whole, index: outside })).toBe(false)
      if (size > 1) expect(isIncluded(sha256, { ...whole, index: (index + 1) % size })).toBe(false)
    }
  })
  it('of growth fails with one part too many or too few, another root, impossible sizes', () => {
    for (const [oldSize, newSize] of [
      [1, 2],
      [1, 7],
      [3, 7],
      [4, 7],
      [6, 13],
      [8, 13],
      [13, 21],
    ] as const) {
      const proof = consistencyProof(sha256, oldSize, first(newSize))
      if (!proof.ok) expect.fail(proof.reason)
      const [oldRoot, newRoot] = [treeRoot(sha256, first(oldSize)), treeRoot(sha256, first(newSize))]
      const whole = { oldSize, newSize, oldRoot, newRoot, proof: proof.value }
      expect(isConsistent(sha256, whole)).toBe(true)
      expect(isConsistent(sha256, { ...whole, proof: [...whole.proof, other] })).toBe(false)
      expect(isConsistent(sha256, { ...whole, proof: whole.proof.slice(0, -1) })).toBe(false)
      expect(isConsistent(sha256, { ...whole, proof: [] })).toBe(false)
      expect(isConsistent(sha256, { ...whole, oldRoot: other })).toBe(false)
      expect(isConsistent(sha256, { ...whole, newRoot: other })).toBe(false)
      for (const size of [0, -1, newSize + 1, oldSize + 0.5])
        expect(isConsistent(sha256, { ...whole, oldSize: size })).toBe(false)
      expect(isConsistent(sha256, { ...whole, newSize: newSize + 0.5 })).toBe(false)
    }
  })
  it('of a log that did not grow is empty, and its two roots one', () => {
    const root = treeRoot(sha256, first(5))
    const same = { oldSize: 5, newSize: 5, oldRoot: root, newRoot: root, proof: [] }
    expect(isConsistent(sha256, same)).toBe(true)
    expect(isConsistent(sha256, { ...same, proof: [other] })).toBe(false)
    expect(isConsistent(sha256, { ...same, newRoot: other })).toBe(false)
  })
  it('is refused outside the log, with the place', () => {
    expect(inclusionProof(sha256, 5, first(5))).toMatchObject({
      reason: 'index-outside',
      facts: { index: 5 },
    })
    expect(consistencyProof(sha256, 6, first(5))).toMatchObject({
      reason: 'size-outside',
      facts: { size: 6 },
    })
  })
})
