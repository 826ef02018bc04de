const NAME = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/
const POISON = /(^|\.)(__proto__|constructor|prototype)(\.|$)/
export const MOST_FIELDS = 600

type Tree = { [key: string]: unknown }
const emptyTree = (): Tree => Object.create(null) as Tree

function place(tree: Tree, name: string, value: unknown): void {
  const path = name.split('.')
  const last = path.pop()
  let at = tree
  for (const part of path) {
    if (!Object.hasOwn(at, part)) at[part] = emptyTree()
    const next = at[part]
    if (typeof next !== 'object' || next === null || Array.isArray(next)) return
    at = next as Tree
  }
  if (last !== undefined) at[last] = value
}

export const isUsableName = (name: string): boolean =>
  name.length <= 120 && NAME.test(name) && !POISON.test(name)

/**
 * Dotted names become one object of null-prototype maps; a repeated name becomes a list. The server reads the
 * body with it and the browser reads the form with it, so that both check the same thing.
 */
export function toTree(form: FormData): Tree {
  const tree = emptyTree()
  for (const name of [...new Set(form.keys())].slice(0, MOST_FIELDS)) {
    if (!isUsableName(name)) continue
    const values = form.getAll(name).filter((value) => typeof value === 'string')
    if (values.length > 0) place(tree, name, values.length > 1 ? values : values[0])
  }
  return tree
}
