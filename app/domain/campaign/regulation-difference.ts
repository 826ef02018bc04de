import type { Regulation } from './regulation.ts'

/** One difference between two regulations: the path of the rule and its two values as plain text. */
export type RuleDifference = {
  readonly path: string
  readonly kind: 'changed' | 'added' | 'removed'
  readonly before: string | null
  readonly after: string | null
}

type Leaves = Map<string, string>

/** Members of a list are named by what they are called in the document, so that a move is no difference. */
function memberName(member: unknown, index: number): string {
  if (typeof member === 'object' && member !== null) {
    for (const key of ['code', 'number', 'level', 'date'] as const) {
      const value: unknown = (member as Record<string, unknown>)[key]
      if (typeof value === 'string' || typeof value === 'number') return String(value)
    }
  }
  return String(index + 1)
}

function collect(value: unknown, path: string, leaves: Leaves): void {
  if (Array.isArray(value)) {
    const plain = value.every((member) => typeof member !== 'object' || member === null)
    if (plain) leaves.set(path, value.join(', '))
    else value.forEach((member, index) => collect(member, `${path}[${memberName(member, index)}]`, leaves))
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      collect(member, path === '' ? key : `${path}.${key}`, leaves)
    }
  } else if (value !== undefined) {
    leaves.set(path, value === null ? '' : String(value))
  }
}

const leavesOf = (regulation: Regulation): Leaves => {
  const leaves: Leaves = new Map()
  collect(regulation, '', leaves)
  return leaves
}

/**
 * The readable difference between two regulations (product.md section 3): rule by rule, in the order of the
 * document, what was removed last. Two equal documents give an empty list.
 */
export function regulationDifference(before: Regulation, after: Regulation): readonly RuleDifference[] {
  const old = leavesOf(before)
  const fresh = leavesOf(after)
  const differences: RuleDifference[] = []
  for (const [path, value] of fresh) {
    const previous = old.get(path)
    if (previous === undefined) differences.push({ path, kind: 'added', before: null, after: value })
    else if (previous !== value) differences.push({ path, kind: 'changed', before: previous, after: value })
  }
  for (const [path, value] of old) {
    if (!fresh.has(path)) differences.push({ path, kind: 'removed', before: value, after: null })
  }
  return differences
}
