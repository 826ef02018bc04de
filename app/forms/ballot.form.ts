import { z } from 'zod'
import type { Choice, VoteKind } from '#app/domain/deliberation/ballot.ts'
import { optional, uuid } from './fields.ts'

const step = z.enum(['review', 'cast']).default('review')
const place = optional(
  z
    .string()
    .regex(/^[1-8]$/, 'errors.choice')
    .transform(Number),
)

/** Ballot A: award, withhold, blank. Nothing is preselected, and nothing chosen is an error. */
const awardForm = z.strictObject({
  step,
  choice: z.enum(['award', 'withhold', 'blank'], 'errors.requiredChoice'),
})
/** Ballot B: a place for each finalist; equal places are allowed, no place stands last. */
const rankingForm = z.strictObject({ step, places: z.record(uuid, place).optional() })
const runoffForm = z.strictObject({
  step,
  candidate: z.union([uuid, z.literal('blank')], { error: 'errors.requiredChoice' }),
})

export const ballotForms = { award: awardForm, ranking: rankingForm, runoff: runoffForm } as const

type Filled = z.output<typeof awardForm> | z.output<typeof rankingForm> | z.output<typeof runoffForm>

/** The paper that the form says. */
export function choiceOf(kind: VoteKind, form: Filled): Choice {
  if (kind === 'award' && 'choice' in form) return { kind, choice: form.choice }
  if (kind === 'runoff' && 'candidate' in form) {
    return { kind, candidate: form.candidate === 'blank' ? null : form.candidate }
  }
  const placed = Object.entries(('places' in form ? form.places : undefined) ?? {})
  const levels = [...new Set(placed.flatMap(([, at]) => at ?? []))].sort((a, b) => a - b)
  return {
    kind: 'ranking',
    ranking: levels.map((level) => placed.filter(([, at]) => at === level).map(([id]) => id)),
  }
}
