import { z } from 'zod'
import { email, line, listOf, optional, uuid, version } from './fields.ts'

const naming = z
  .strictObject({
    intent: z.literal('name'),
    version,
    holderName: line(160),
    holderEmail: optional(email),
    alternateName: line(160),
    alternateEmail: optional(email),
    institutionId: optional(uuid),
    categories: listOf(z.string().regex(/^[a-z0-9_-]{1,60}$/, 'errors.choice'), 50),
  })
  // Somebody is asked by their address alone: a name without one would be kept nowhere.
  .superRefine((typed, { addIssue }) => {
    for (const place of ['holder', 'alternate'] as const)
      if (typed[`${place}Name`] !== '' && typed[`${place}Email`] === undefined)
        addIssue({ code: 'custom', path: [`${place}Email`], message: 'errors.required' })
  })
/** One seat, three acts: write who is named, invite the holder, promote the alternate. */
export const seatForm = z.discriminatedUnion('intent', [
  naming,
  z.strictObject({ intent: z.literal('invite'), version }),
  z.strictObject({ intent: z.literal('promote'), version }),
])
export type SeatForm = z.output<typeof seatForm>
