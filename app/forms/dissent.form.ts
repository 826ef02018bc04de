import { z } from 'zod'
import { chosenId, prose, uuid } from './fields.ts'

/** A dissent on a voted point, with the reasons where the member gives any. */
export const dissentForm = z.strictObject({ itemId: chosenId, reasons: prose(4000) })

export const dissentBackForm = z.strictObject({ intent: z.literal('withdraw'), itemId: uuid })
