import { z } from 'zod'
import { PRIZE_TYPES } from '#app/domain/campaign/regulation.ts'
import { localizedLine, localizedProse } from './campaign.form.ts'
import { checkbox, optional, requiredLine, version } from './fields.ts'

export const categoryForm = z.strictObject({
  version,
  name: localizedLine(),
  description: localizedProse(2000),
})

const code = requiredLine(40).refine((text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text), 'errors.slug')
/** Decimal text as people write it: a comma is a point. */
export const decimalText = z
  .string({ error: 'errors.number' })
  .trim()
  .max(20, 'errors.number')
  .transform((text) => text.replace(',', '.'))
  .refine((text) => /^\d{1,9}(\.\d{1,9})?$/.test(text), 'errors.number')

const slot = z
  .strictObject({
    code,
    type: z.enum(PRIZE_TYPES, { error: 'errors.choice' }),
    label: localizedLine(),
    mayBeShared: checkbox,
    mayBeWithheld: checkbox,
    advisoryThreshold: optional(decimalText),
    remove: checkbox,
  })
  .transform(({ remove, advisoryThreshold, ...kept }) => ({
    remove,
    slot: { ...kept, advisoryThreshold: advisoryThreshold ?? null },
  }))

const isBlank = (row: unknown): boolean => {
  if (typeof row !== 'object' || row === null) return false
  const { code, label } = row as { code?: unknown; label?: { ar?: unknown; fr?: unknown } }
  return code === '' && (label?.ar ?? '') === '' && (label?.fr ?? '') === ''
}
const withoutBlank = (rows: unknown): unknown =>
  typeof rows === 'object' && rows !== null
    ? Object.fromEntries(Object.entries(rows).filter(([, row]) => !isBlank(row)))
    : rows

/** Rows `slots.0`, `slots.1` …: the last, blank one adds a prize; a ticked `remove` takes one away. */
export const slotsForm = z.strictObject({
  version,
  slots: z.preprocess(
    withoutBlank,
    z
      .record(z.string().regex(/^\d{1,2}$/), slot)
      .transform((rows) => Object.values(rows).flatMap((row) => (row.remove ? [] : [row.slot]))),
  ),
})
