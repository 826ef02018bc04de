import { z } from 'zod'
import { INTEREST_KINDS } from '#app/domain/jury/conflict.ts'
import { optional, prose, uuid } from './fields.ts'

const one = z.strictObject({
  /** `none`, `tied` or not answered: three choices, none preselected. */
  answer: optional(z.enum(['none', 'tied', 'later'], 'errors.requiredChoice')),
  kind: optional(z.enum(INTEREST_KINDS, 'errors.requiredChoice')),
  words: prose(1000).optional(),
})

/** Declarations for the files of one page, by nomination id. A file left for later is not declared. */
export const interestsForm = z
  .strictObject({ interests: z.record(uuid, one).optional() })
  .superRefine(({ interests }, context) => {
    for (const [id, { answer, kind }] of Object.entries(interests ?? {})) {
      if (answer === 'tied' && (kind === undefined || kind === 'none'))
        context.addIssue({
          code: 'custom',
          path: ['interests', id, 'kind'],
          message: 'errors.requiredChoice',
        })
    }
  })
export const charterForm = z.strictObject({ agree: z.literal('on', 'jury.errors.agree') })
