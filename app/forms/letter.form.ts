import { z } from 'zod'
import { uuid } from './fields.ts'

/** One button per letter, with what it does. */
export const letterForm = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('hold'), letterId: uuid }),
  z.strictObject({ intent: z.literal('release'), letterId: uuid }),
])
