import { z } from 'zod'
import { FLAG_GROUNDS } from '#app/domain/deliberation/flag.ts'
import { requiredProse } from './fields.ts'

/** A flag on a file: its ground, and the reason in the juror's own language. */
export const flagForm = z.strictObject({
  ground: z.enum(FLAG_GROUNDS, 'errors.requiredChoice'),
  text: requiredProse(4000),
})

export const flagBackForm = z.strictObject({ intent: z.literal('withdraw') })
