import { z } from 'zod'
import { decimalText } from './category.form.ts'
import { version } from './fields.ts'

/** One weight per criterion, by its code. Their sum is checked by the regulation, not here. */
export const rubricForm = z.strictObject({
  version,
  weights: z.record(z.string().regex(/^[A-Za-z0-9_-]{1,60}$/), decimalText),
})
