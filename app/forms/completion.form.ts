import { z } from 'zod'
import { listOf, requiredLine, requiredProse, version } from './fields.ts'

/** The one request: coded reasons and one consolidated message. */
export const completionRequestForm = z.strictObject({
  version,
  reasons: listOf(requiredLine(60), 20),
  message: requiredProse(4000),
})
