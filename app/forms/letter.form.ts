import { z } from 'zod'
import { uuid } from './fields.ts'

/** One button per letter and one for all that come, with what it does. */
export const letterForm = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('hold'), letterId: uuid }),
  z.strictObject({ intent: z.literal('release'), letterId: uuid }),
  z.strictObject({ intent: z.literal('again'), letterId: uuid }),
  z.strictObject({ intent: z.literal('hold-all') }),
  z.strictObject({ intent: z.literal('release-all') }),
])
