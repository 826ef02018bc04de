import { z } from 'zod'
import { FLAG_GROUNDS } from '#app/domain/deliberation/flag.ts'
import { wallTime } from './campaign.form.ts'
import { chosenId, line, optional, requiredLine, uuid } from './fields.ts'

/** The convocation of the jury. */
export const conveneForm = z.strictObject({
  convenedFor: wallTime,
  place: z.strictObject({ ar: requiredLine(200), fr: requiredLine(200) }),
  secretarySeatId: chosenId,
})

/** What the president does in the room, one button each. */
export const roomForm = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('open-session') }),
  z.strictObject({ intent: z.literal('close-session') }),
  z.strictObject({ intent: z.literal('open-item'), itemId: uuid }),
  z.strictObject({
    intent: z.literal('open-vote'),
    itemId: uuid,
    kind: z.enum(['award', 'ranking', 'runoff'], 'errors.choice'),
  }),
  z.strictObject({
    intent: z.literal('open-flag-vote'),
    itemId: uuid,
    nominationId: uuid,
    ground: z.enum(FLAG_GROUNDS, 'errors.choice'),
  }),
  z.strictObject({ intent: z.literal('close-vote'), motionId: uuid }),
  z.strictObject({ intent: z.literal('draw-lot'), outcome: line(200), again: line(200) }),
])

export const attendanceForm = z.strictObject({
  seatId: uuid,
  movement: z.enum(['arrives', 'leaves'], 'errors.choice'),
  item: optional(uuid),
})
