import type { BilingualText } from '../regulation.ts'

/** A criterion of an example rubric: its name and the anchors of levels 1, 3 and 5. */
export type CriterionText = {
  readonly name: BilingualText
  readonly anchors: readonly [BilingualText, BilingualText, BilingualText]
}
