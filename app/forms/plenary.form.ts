import { z } from 'zod'
import { PLENARY_REASONS } from '#app/domain/scoring/plenary.ts'
import { requiredProse, version } from './fields.ts'

/** A file goes to the plenary with a coded reason and its words in both languages. */
export const plenaryForm = z.strictObject({
  version,
  reason: z.enum(PLENARY_REASONS, 'errors.requiredChoice'),
  text: z.strictObject({ ar: requiredProse(4000), fr: requiredProse(4000) }),
})

/** It comes back as the page showed it. */
export const plenaryBackForm = z.strictObject({ version, intent: z.literal('take-back') })
