import { z } from 'zod'
import { localizedLine } from './campaign.form.ts'
import { checkbox, exactText, line, optional, requiredLine, severalOf, version } from './fields.ts'

const CODE = z.string().regex(/^[A-Za-z0-9_-]{1,60}$/)

/** Marks one after the other, as in `1, 2, 5`; with decimals they are parted by semicolons or spaces. */
const marks = line(200).transform((text) => text.split(/\s*;\s*|,\s+|\s+/).filter((mark) => mark !== ''))
const levelNumbers = marks.pipe(
  severalOf(
    z
      .string()
      .regex(/^\d{1,3}$/, 'errors.score.outOfScale')
      .transform(Number),
    30,
  ),
)

/** One weight per criterion, by its code, and the rules of the whole rubric. Their sum is checked by the regulation. */
export const rubricForm = z.strictObject({
  version,
  weights: z.record(CODE, exactText),
  missingPolicy: z.enum(['exclude_sheet', 'renormalise'], { error: 'errors.choice' }),
  normalised: checkbox,
  totalThreshold: optional(exactText),
  commentRequiredAt: levelNumbers,
})

const isBlank = (row: unknown): boolean => {
  if (typeof row !== 'object' || row === null) return false
  const { points, anchor } = row as { points?: unknown; anchor?: { ar?: unknown; fr?: unknown } }
  return points === '' && (anchor?.ar ?? '') === '' && (anchor?.fr ?? '') === ''
}
/** Rows left blank add no level. */
const withoutBlank = (rows: unknown): unknown =>
  typeof rows === 'object' && rows !== null
    ? Object.fromEntries(Object.entries(rows).filter(([, row]) => !isBlank(row)))
    : rows

const levels = z.strictObject({
  kind: z.literal('levels'),
  levels: z.preprocess(
    withoutBlank,
    z
      .record(
        z.string().regex(/^\d{1,2}$/),
        z.strictObject({ points: exactText, anchor: localizedLine(300), remove: checkbox }),
      )
      .transform((rows) =>
        Object.entries(rows)
          .sort(([a], [b]) => Number(a) - Number(b))
          .flatMap(([, { remove, ...row }]) => (remove ? [] : [row])),
      ),
  ),
})
const steps = z
  .strictObject({
    kind: z.literal('grid'),
    grid: z.strictObject({
      min: exactText,
      max: exactText,
      step: exactText,
      lowest: localizedLine(300),
      highest: localizedLine(300),
    }),
  })
  .transform(({ kind, grid: { lowest, highest, ...grid } }) => ({ kind, grid, lowest, highest }))

/** Both ways to mark stand on the page; only the fields of the chosen one are read. */
const chosenScale = (posted: unknown): unknown => {
  if (typeof posted !== 'object' || posted === null) return posted
  const { kind, levels: rows, grid } = posted as Record<string, unknown>
  return kind === 'grid' ? { kind, grid } : { kind, levels: rows ?? {} }
}

export const criterionForm = z.strictObject({
  version,
  name: localizedLine(),
  scale: z.preprocess(chosenScale, z.discriminatedUnion('kind', [levels, steps], { error: 'errors.choice' })),
  threshold: optional(exactText),
  commentAt: optional(marks),
})

const slug = requiredLine(40).refine((text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text), 'errors.slug')
export const addCriterionForm = z.strictObject({
  intent: z.literal('add'),
  version,
  criterion: slug,
  name: localizedLine(),
  weight: exactText,
})

/** Which criteria the rubric has: the form of a new one, one button per act on those that are there. */
export const criteriaForm = z.discriminatedUnion('intent', [
  addCriterionForm,
  z.strictObject({ intent: z.literal('remove'), version, criterion: CODE }),
  z.strictObject({
    intent: z.literal('move'),
    version,
    criterion: CODE,
    towards: z.enum(['start', 'end'], { error: 'errors.choice' }),
  }),
  z.strictObject({ intent: z.literal('adopt'), version }),
])
