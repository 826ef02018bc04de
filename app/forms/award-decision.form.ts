import { z } from 'zod'
import { WITHHOLDING_REASONS } from '#app/domain/results/award-decision.ts'
import { listOf, optional, prose, uuid } from './fields.ts'

/** What happens to one prize slot; which combinations hold is the domain's to say. */
export const awardDecisionForm = z.strictObject({
  outcome: z.enum(['awarded', 'shared', 'withheld'], 'errors.requiredChoice'),
  winners: listOf(uuid, 8),
  reason: optional(z.enum(WITHHOLDING_REASONS, 'errors.choice')),
  wording: z.strictObject({ ar: optional(prose(2000)), fr: optional(prose(2000)) }).optional(),
})
