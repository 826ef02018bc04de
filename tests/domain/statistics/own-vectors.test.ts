import { describe, expect, it } from 'vitest'
import own from '../../fixtures/statistics-vectors.json' with { type: 'json' }
import { differences } from '../../support/compare-vector.ts'
import type { Tolerance } from '../../support/compare-vector.ts'
import { vectorKinds } from '../../support/vector-kinds.ts'

type Vector = { id: string; kind: string; input: unknown; expected: unknown; tolerance: Tolerance }

describe('the advisory figures', () => {
  it.each((own.vectors as Vector[]).map((vector) => [vector.kind, vector.id, vector] as const))(
    'agree with a second implementation: %s, %s',
    async (kind, _, { input, expected, tolerance }) => {
      expect(differences(expected, await vectorKinds[kind]?.(input), tolerance)).toEqual([])
    },
  )
})
