import { assignmentKinds } from './vector-kinds/assignment.ts'
import type { Adapter } from './vector-kinds/adapter.ts'
import { officialKinds } from './vector-kinds/official.ts'
import { statisticsKinds } from './vector-kinds/statistics.ts'

/** One adapter per vector kind: from the vector's input, through the domain, to figures under the vector's own names. */
export const vectorKinds: Readonly<Record<string, Adapter>> = {
  ...officialKinds,
  ...statisticsKinds,
  ...assignmentKinds,
}
