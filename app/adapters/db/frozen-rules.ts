import type { Regulation } from '#app/domain/campaign/regulation.ts'
import type { Client, Tx } from './client.server.ts'

export type RulesRef = { readonly id: string; readonly hash: string }

/** More campaigns than one process serves at a time; whichever was read first leaves first. */
const MOST = 16
const known = new Map<string, Regulation>()

/**
 * A frozen version of the rules. It never changes (trigger `regulation_frozen`) and every role may read it, so a process
 * reads it once: a large document, of which almost every page asks a few words. The hash is part of its name, since a
 * freezing that was rolled back leaves the same id to another wording.
 */
export async function frozenRules(client: Client | Tx, { id, hash }: RulesRef): Promise<Regulation> {
  const name = `${id} ${hash}`
  const kept = known.get(name)
  if (kept) return kept
  const [row] = await client.$queryRaw<{ document: Regulation }[]>`
    SELECT document FROM regulation_version WHERE id = ${id}::uuid AND state = 'frozen' AND hash = ${hash}`
  if (!row) throw new Error(`no frozen rules ${name}`)
  known.set(name, row.document)
  const [oldest] = known.keys()
  if (known.size > MOST && oldest !== undefined) known.delete(oldest)
  return row.document
}

/** The rubric that a version of the rules gives a category. */
export async function frozenRubric(client: Client | Tx, rules: RulesRef, category: string) {
  const { categories } = await frozenRules(client, rules)
  const found = categories.find(({ code }) => code === category)
  if (!found) throw new Error(`no category ${category} in rules ${rules.id}`)
  return found.rubric
}
