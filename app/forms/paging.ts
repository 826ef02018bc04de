import { z } from 'zod'
import { LETTER_STATES } from '#app/domain/notice/hold.ts'
import { isStorable } from '#app/domain/kernel/storable.ts'

const NOMINATION_STATES = [
  'draft',
  'awaiting_visa',
  'submitted',
  'completion_requested',
  'admissible',
  'inadmissible',
  'withdrawn',
  'disqualified',
] as const
export const NOMINATION_SORTS = ['reference', 'recent', 'title'] as const

/** The address of a list: whatever it cannot be is left out, because an old link still shows a list. */
const word = (schema: z.ZodType<string>) => schema.optional().catch(undefined)
export const nominationSearch = z.object({
  q: word(z.string().trim().min(1).max(100).refine(isStorable)),
  state: word(z.enum(NOMINATION_STATES)),
  category: word(z.string().regex(/^[a-z0-9-]{1,60}$/)),
  sort: z.enum(NOMINATION_SORTS).catch('reference'),
  after: word(z.string().max(600)),
})

export const letterSearch = z.object({
  state: z.enum(LETTER_STATES).optional().catch(undefined),
  after: word(z.string().max(600)),
})

/** What the command palette is asked. */
export const findSearch = z.object({ q: word(z.string().trim().max(100).refine(isStorable)) })

export const readSearch = <S extends z.ZodType>(url: string, schema: S): z.output<S> =>
  schema.parse(Object.fromEntries(new URL(url).searchParams))
