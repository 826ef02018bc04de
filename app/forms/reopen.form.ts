import { z } from 'zod'
import { requiredProse, version } from './fields.ts'

/** A sheet goes back to its juror only with a written reason. */
export const reopenForm = z.strictObject({ version, reason: requiredProse(2000) })
