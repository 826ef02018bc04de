import { z } from 'zod'
import { INADMISSIBLE_REASONS } from '#app/domain/nomination/screening-decision.ts'
import { VERDICTS } from '#app/domain/nomination/screening-check.ts'
import { listOf, optional, prose, requiredProse, uuid, version } from './fields.ts'

const check = z.strictObject({
  verdict: optional(z.enum(VERDICTS, 'errors.choice')),
  note: optional(prose(2000)),
})

/** One line per check of the regulation; a line without verdict is left as it was. */
export const checklistForm = z.strictObject({ version, checks: z.record(z.string().max(60), check) })

export const proposalForm = z.strictObject({
  version,
  outcome: z.enum(['admissible', 'inadmissible'], 'errors.requiredChoice'),
  reasons: listOf(z.enum(INADMISSIBLE_REASONS, 'errors.choice'), 20),
  comment: optional(prose(4000)),
})

/** The second hand answers the proposal that its page showed. */
export const settleForm = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('validate'), proposalId: uuid, note: optional(prose(4000)) }),
  z.strictObject({ intent: z.literal('return'), proposalId: uuid, note: requiredProse(4000) }),
])
