import type { Adapter } from './adapter.ts'
import { reliabilityKinds } from './reliability.ts'
import { severityKinds } from './severity.ts'
import { stabilityKinds } from './stability.ts'

export const statisticsKinds: Readonly<Record<string, Adapter>> = {
  ...reliabilityKinds,
  ...severityKinds,
  ...stabilityKinds,
}
