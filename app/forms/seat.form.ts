import { z } from 'zod'
import { email, line, listOf, optional, uuid, version } from './fields.ts'

const naming = z.strictObject({
  intent: z.literal('name'),
  version,
  holderName: line(160),
  holderEmail: optional(email),
  alternateName: line(160),
  alternateEmail: optional(email),
  institutionId: optional(uuid),
  categories: listOf(z.string().regex(/^[a-z0-9_-]{1,60}$/), 50),
})
/** One seat, three acts: write who is named, invite the holder, promote the alternate. */
export const seatForm = z.discriminatedUnion('intent', [
  naming,
  z.strictObject({ intent: z.literal('invite'), version }),
  z.strictObject({ intent: z.literal('promote'), version }),
])
export type SeatForm = z.output<typeof seatForm>
