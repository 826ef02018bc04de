import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { differences } from '../support/compare-vector.ts'
import type { Tolerance } from '../support/compare-vector.ts'
import { vectorKinds } from '../support/vector-kinds.ts'

type Vector = {
  readonly id: string
  readonly kind: string
  readonly input: unknown
  readonly expected: unknown
  readonly tolerance: Tolerance
}

const file = process.env['REFERENCE_VECTORS'] ?? 'tests/fixtures/scoring-vectors.json'
const { count, vectors } = JSON.parse(fs.readFileSync(file, 'utf8')) as { count?: number; vectors: Vector[] }

describe('the reference vectors', () => {
  it('are all read', () => {
    expect(vectors.length).toBeGreaterThan(0)
    if (count !== undefined) expect(vectors).toHaveLength(count)
  })

  it('name no kind that nobody answers for', () => {
    const kinds = new Set(vectors.map(({ kind }) => kind))
    expect([...kinds].filter((kind) => !(kind in vectorKinds))).toEqual([])
  })

  for (const { id, kind, input, expected, tolerance } of vectors)
    it(`are met: ${kind}, ${id}`, async () => {
      const adapter = vectorKinds[kind]
      if (adapter === undefined) expect.fail(`no adapter for ${kind}`)
      expect(differences(expected, await adapter(input), tolerance)).toEqual([])
    })
})
