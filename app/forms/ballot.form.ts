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

/** Uphold or lift a flag. */
const flagForm = z.strictObject({
  step,
  choice: z.enum(['uphold', 'lift', 'blank'], 'errors.requiredChoice'),
})

export const ballotForms = {
  ...{ award: awardForm, ranking: rankingForm, runoff: runoffForm, flag: flagForm },
} as const

type Filled = { readonly [K in VoteKind]: z.output<(typeof ballotForms)[K]> }[VoteKind]
type Chosen = Extract<Choice, { readonly choice: string }>

/** The paper that the form says. */
export function choiceOf(kind: VoteKind, form: Filled): Choice {
  if ((kind === 'award' || kind === 'flag') && 'choice' in form)
    return { kind, choice: form.choice } as Chosen
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
