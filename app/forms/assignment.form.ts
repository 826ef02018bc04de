import { z } from 'zod'
import { INTEREST_KINDS } from '#app/domain/jury/conflict.ts'
import { chosenId, prose, requiredLine, requiredProse, uuid, wholeNumber } from './fields.ts'

export const SEED = wholeNumber(0, 2_147_483_647)

/** The assignment page: confirm what was shown, or move one reader. */
export const assignmentForm = z.discriminatedUnion('intent', [
  z.strictObject({
    intent: z.literal('confirm'),
    seed: SEED,
    digest: z.string().regex(/^[0-9a-f]{64}$/, 'errors.id'),
  }),
  z.strictObject({ intent: z.literal('assign'), nominationId: uuid, seatId: uuid }),
  z.strictObject({ intent: z.literal('unassign'), nominationId: uuid, seatId: uuid }),
])
export type AssignmentForm = z.output<typeof assignmentForm>

const lifted = { seatId: uuid, nominationId: uuid }
const GROUNDS = INTEREST_KINDS.filter((kind) => kind !== 'none')
/** Recusals by the secretariat: pin one; propose to lift one; as another hand, confirm or refuse the proposal. */
export const recusalForm = z.discriminatedUnion('intent', [
  z.strictObject({
    intent: z.literal('pin'),
    seatId: chosenId,
    reference: requiredLine(40),
    ground: z.enum(GROUNDS, 'errors.requiredChoice'),
  }),
  z.strictObject({ intent: z.literal('propose'), ...lifted, reason: requiredProse(1000) }),
  z.strictObject({ intent: z.literal('confirmed'), ...lifted, liftId: uuid, reason: prose(1000) }),
  z.strictObject({ intent: z.literal('refused'), ...lifted, liftId: uuid, reason: requiredProse(1000) }),
])
export type RecusalForm = z.output<typeof recusalForm>
