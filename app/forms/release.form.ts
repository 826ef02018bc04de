import { z } from 'zod'
import { wallTime } from './campaign.form.ts'
import { uuid } from './fields.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'errors.id')

export const releaseForm = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('prepare'), embargoUntil: wallTime }),
  z.strictObject({ intent: z.literal('approve'), releaseId: uuid, snapshotHash: hash }),
  z.strictObject({ intent: z.literal('schedule'), releaseId: uuid }),
  z.strictObject({ intent: z.literal('cancel'), releaseId: uuid }),
  z.strictObject({ intent: z.literal('publish'), releaseId: uuid }),
  z.strictObject({ intent: z.literal('certify') }),
  z.strictObject({ intent: z.literal('stop'), batchId: uuid }),
])
