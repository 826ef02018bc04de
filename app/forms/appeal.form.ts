import { z } from 'zod'
import { APPEAL_OUTCOMES } from '#app/domain/nomination/appeal-answer.ts'
import { listOf, optional, prose, requiredLine, requiredProse, uuid } from './fields.ts'

/** Why a decision of inadmissibility is contested. */
export const appealForm = z.strictObject({ grounds: requiredProse(8000) })

/** The first hand of the answer. */
export const appealAnswerForm = z.strictObject({
  outcome: z.enum(APPEAL_OUTCOMES, 'errors.requiredChoice'),
  reasons: listOf(requiredLine(60), 20).refine((reasons) => reasons.length > 0, 'errors.requiredChoice'),
  answer: requiredProse(8000),
})

/** The second hand settles the answer that its page showed. */
export const appealSettleForm = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('validate'), answerId: uuid, note: optional(prose(4000)) }),
  z.strictObject({ intent: z.literal('return'), answerId: uuid, note: requiredProse(4000) }),
])
