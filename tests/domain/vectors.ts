import vectors from '../fixtures/scoring-vectors.json' with { type: 'json' }

export type ReferenceVector = {
  readonly id: string
  readonly kind: string
  readonly input: unknown
  readonly expected: unknown
}

/** The reference vectors of one kind; a kind without vectors is a fault of the test, never a silent pass. */
export function vectorsOf(kind: string): readonly ReferenceVector[] {
  const found = (vectors.vectors as readonly ReferenceVector[]).filter((vector) => vector.kind === kind)
  if (found.length === 0) throw new Error(`no reference vector of kind ${kind}`)
  return found
}
