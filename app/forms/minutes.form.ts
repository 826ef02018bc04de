import { z } from 'zod'
import { requiredLine } from './fields.ts'

export const minutesForm = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('draft') }),
  z.strictObject({
    intent: z.literal('sign'),
    documentHash: z.string().regex(/^[0-9a-f]{64}$/, 'errors.id'),
    phrase: requiredLine(200),
  }),
])
