import { z } from 'zod'
import { INTEREST_KINDS } from '#app/domain/jury/conflict.ts'
import {
  checkbox,
  chosenId,
  optional,
  prose,
  requiredLine,
  requiredProse,
  uuid,
  version,
  wholeNumber,
} from './fields.ts'

/** How likely one pair may be at most, in percent; `none` draws nothing. */
export const CHANCE_CAPS = ['none', '50', '75', '90'] as const

/** The assignment page: ask for a proposal, stop it, keep it, or move one reader. */
export const assignmentForm = z.discriminatedUnion('intent', [
  z.strictObject({
    intent: z.literal('propose'),
    objective: z.enum(['fairest', 'richest'], 'errors.requiredChoice'),
    chance: z
      .enum(CHANCE_CAPS, 'errors.requiredChoice')
      .transform((cap) => (cap === 'none' ? null : Number(cap))),
    slack: wholeNumber(0, 100),
    newcomers: optional(wholeNumber(0, 20)).transform((limit) => limit ?? null),
    specialist: checkbox,
    relax: checkbox,
  }),
  z.strictObject({ intent: z.literal('cancel'), proposalId: uuid }),
  z.strictObject({ intent: z.literal('confirm'), proposalId: uuid }),
  z.strictObject({ intent: z.literal('assign'), nominationId: uuid, version, seatId: chosenId }),
  z.strictObject({ intent: z.literal('unassign'), nominationId: uuid, version, seatId: uuid }),
])
export type AssignmentForm = z.output<typeof assignmentForm>

/** The page of one nomination: pass a reader's place to whoever suits best, or give the file to one more reader. */
export const fileReadersForm = z.strictObject({
  intent: z.enum(['replace', 'assign'], 'errors.requiredChoice'),
  ...{ seatId: uuid, version },
})

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
