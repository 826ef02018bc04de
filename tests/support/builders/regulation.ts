import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { templateRegulation } from '#app/domain/campaign/template.ts'
import type { Instant } from '#app/domain/kernel/instant.ts'
import { legalOffsetMinutes } from '#app/i18n/legal-zone.ts'

/** A complete regulation: the template's, begun at an instant, each rule replaceable. */
export const aRegulation = ({
  opensAt,
  ...changes
}: { readonly opensAt: Instant } & Partial<Regulation>): Regulation => ({
  ...templateRegulation(opensAt, (at) => legalOffsetMinutes(at)),
  ...changes,
})

/** The rules of the template's rubrics as their form sends them, beside the weights. */
export const RUBRIC_RULES = {
  missingPolicy: 'exclude_sheet',
  normalised: false,
  totalThreshold: null,
  commentRequiredAt: [1, 2, 5],
} as const
