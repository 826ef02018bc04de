import type { Regulation } from '#app/domain/campaign/regulation.ts'
import type { Client, Tx } from './client.server.ts'
import { keepUnchanging, type UnchangingRef } from './unchanging.ts'

export type RulesRef = UnchangingRef

/** More campaigns than one process serves at a time. */
const keep = keepUnchanging<Regulation>('rules', 16)

/**
 * A frozen version of the rules (trigger `regulation_frozen`), which every role may read: a large document, of which
 * almost every page asks a few words.
 */
export const frozenRules = (client: Client | Tx, ref: RulesRef): Promise<Regulation> =>
  keep(ref, async () => {
    const [row] = await client.$queryRaw<{ document: Regulation }[]>`
      SELECT document FROM regulation_version
      WHERE id = ${ref.id}::uuid AND state = 'frozen' AND hash = ${ref.hash}`
    return row?.document
  })

/** The rubric that a version of the rules gives a category. */
export async function frozenRubric(client: Client | Tx, rules: RulesRef, category: string) {
  const { categories } = await frozenRules(client, rules)
  const found = categories.find(({ code }) => code === category)
  if (!found) throw new Error(`no category ${category} in rules ${rules.id}`)
  return found.rubric
}
