import { z } from 'zod'
import { COMPLETION_REASONS } from '#app/domain/nomination/completion.ts'
import { listOf, requiredProse, version } from './fields.ts'

/** The one request: coded reasons and one consolidated message. */
export const completionRequestForm = z.strictObject({
  version,
  reasons: listOf(z.enum(COMPLETION_REASONS, 'errors.choice'), 20),
  message: requiredProse(4000),
})
