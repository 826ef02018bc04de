import { z } from 'zod'
import { PRESENCE_SIDES } from '#app/domain/nomination/presence.ts'
import { checkbox } from './fields.ts'

/** The word of a page that is looked at, or left. */
export const presenceForm = z.strictObject({
  side: z.enum(PRESENCE_SIDES),
  place: z.string().max(40).default(''),
  leaving: checkbox,
})
