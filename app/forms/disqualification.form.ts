import { z } from 'zod'
import { DISQUALIFICATION_REASONS } from '#app/domain/nomination/disqualification.ts'
import { optional, prose, requiredProse, uuid, version } from './fields.ts'

/** The first hand: a coded reason and its words in both languages. */
export const disqualificationForm = z.strictObject({
  version,
  reason: z.enum(DISQUALIFICATION_REASONS, 'errors.requiredChoice'),
  text: z.strictObject({ ar: requiredProse(4000), fr: requiredProse(4000) }),
})

/** The second hand answers the proposal that its page showed. */
export const disqualificationSettleForm = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('settle'), proposalId: uuid, note: optional(prose(4000)) }),
  z.strictObject({ intent: z.literal('return'), proposalId: uuid, note: requiredProse(4000) }),
])
