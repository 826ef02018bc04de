import { z } from 'zod'
import { COMPLAINT_KINDS, COMPLAINT_OUTCOMES, COMPLAINT_SUBJECTS } from '#app/domain/complaint/complaint.ts'
import { chosenId, idempotencyKey, requiredProse, version } from './fields.ts'

/** What an administration files about one of its nominations. */
export const complaintForm = z.strictObject({
  key: idempotencyKey,
  nominationId: chosenId,
  kind: z.enum(COMPLAINT_KINDS, { error: 'errors.requiredChoice' }),
  about: z.enum(COMPLAINT_SUBJECTS, { error: 'errors.requiredChoice' }),
  text: requiredProse(5000),
})

/** Why an answered complaint should be looked at again. */
export const reopenComplaintForm = z.strictObject({ text: requiredProse(5000) })

/** The reasoned answer; `version` is the round that the page showed. */
export const complaintAnswerForm = z.strictObject({
  version,
  outcome: z.enum(COMPLAINT_OUTCOMES, { error: 'errors.requiredChoice' }),
  answer: requiredProse(8000),
})
