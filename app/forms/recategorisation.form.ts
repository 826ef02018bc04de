import { z } from 'zod'
import { optional, prose, requiredLine, requiredProse, uuid, version } from './fields.ts'

/** Another category, with its reason in both languages, from the version of the desk that the page showed. */
export const categoryProposalForm = z.strictObject({
  version,
  category: z
    .string({ error: 'errors.requiredChoice' })
    .min(1, 'errors.requiredChoice')
    .pipe(requiredLine(60)),
  reason: z.strictObject({ ar: requiredProse(2000), fr: requiredProse(2000) }),
})

/** Taking back the proposal that the page showed. */
export const categoryTakeBackForm = z.strictObject({ intent: z.literal('take-back'), proposalId: uuid })

/** The signatory's answer to the proposal that the page showed. */
export const categoryAnswerForm = z.strictObject({
  proposalId: uuid,
  outcome: z.enum(['agree', 'refuse'], 'errors.requiredChoice'),
  answer: optional(prose(2000)),
})
