import type { Adapter } from './adapter.ts'
import { weighted } from './official-aggregate.ts'
import { integrityKinds } from './official-integrity.ts'
import { ruleKinds } from './official-rules.ts'
import { voteKinds } from './official-votes.ts'

export const officialKinds: Readonly<Record<string, Adapter>> = {
  'aggregate.weighted': weighted,
  ...ruleKinds,
  ...voteKinds,
  ...integrityKinds,
}
