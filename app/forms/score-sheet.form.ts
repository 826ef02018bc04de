import { z } from 'zod'
import { line, optional, prose, version } from './fields.ts'

const CODE = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,40}$/)
  .max(40)
const level = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z
    .string()
    .regex(/^\d{1,3}$/, 'errors.score.outOfScale')
    .transform(Number)
    .optional(),
)
const perCriterion = <S extends z.ZodType>(schema: S) => z.record(CODE, schema).optional()

export const CONFIDENCES = ['low', 'medium', 'high'] as const

/** A score sheet as posted: one value per criterion and group; nothing is required, a draft saves with its gaps. */
export const scoreSheetForm = z.strictObject({
  intent: z.enum(['save', 'seal']).optional(),
  version,
  scores: perCriterion(level),
  /** Where the scale has steps: what was written, read by the rubric. */
  points: perCriterion(line(30)),
  cannot: perCriterion(z.string('errors.invalid')),
  comments: perCriterion(prose(4000)),
  /** One place of the dossier a line, read by the domain. */
  pins: perCriterion(prose(3000)),
  confidence: optional(z.enum(CONFIDENCES, 'errors.choice')),
  remark: prose(4000).optional(),
  privateNotes: prose(8000).optional(),
})

/** The seal page posts only the version that it has shown. */
export const sealForm = z.strictObject({ version })
export const abstainForm = z.strictObject({ version, reason: prose(2000) })
