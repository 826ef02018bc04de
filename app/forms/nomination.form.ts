import { z } from 'zod'
import { checkbox, chosenId, idempotencyKey, prose, requiredLine, uuid, version } from './fields.ts'

/** Starting: which campaign, for which administration, in which category; the self-check is a declaration. */
export const startNominationForm = z.strictObject({
  campaignId: uuid,
  administrationId: chosenId,
  categoryCode: z.string({ error: 'errors.requiredChoice' }).pipe(requiredLine(60)),
  eligible: checkbox.refine((ticked) => ticked, 'errors.mustAccept'),
})

/** A move of the whole dossier, over the version that its page showed. */
export const moveForm = z.strictObject({ version })

/** The version and the digest of what was shown, and the key that makes a repeated post harmless. */
const shown = {
  digest: z.string().regex(/^[0-9a-f]{64}$/, 'errors.form.stale'),
  key: idempotencyKey,
  version,
}
/** The visa: the dossier is sent, or called back to be worked on. */
export const visaForm = z.strictObject({
  ...shown,
  intent: z.enum(['submit', 'cancel'], 'errors.choice').default('submit'),
})
/** What was asked for is sent. There is nothing to call back: any other intent is refused, and sends nothing. */
export const completionAnswerForm = z.strictObject({
  ...shown,
  intent: z.literal('submit', 'errors.choice').default('submit'),
})

/** The text chosen between two; lists are edited in their section, so their conflict closes without a value. */
export const mergeForm = z.strictObject({
  rescuedId: uuid,
  field: requiredLine(80),
  version,
  value: prose(50_000).optional(),
})
