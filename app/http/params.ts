import { z } from 'zod'
import type { Result } from '#app/domain/kernel/result.ts'
import { uuid } from '#app/forms/fields.ts'
import { notFound } from './respond.server.ts'

/** What stands in an address between the slashes. A malformed id is a page that does not exist. */
const SHAPES = {
  id: uuid,
  code: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  number: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number),
  /** A place in a file, from 0 on. */
  byte: z
    .string()
    .regex(/^(0|[1-9]\d{0,8})$/)
    .transform(Number),
} as const
type Shape = keyof typeof SHAPES
type Values<S extends Record<string, Shape>> = { [K in keyof S]: z.output<(typeof SHAPES)[S[K]]> }

/** Reads route params: `readParams(params, { campaignId: 'id' })`; anything else answers 404. */
export function readParams<const S extends Record<string, Shape>>(
  params: Readonly<Record<string, string | undefined>>,
  shape: S,
): Values<S> {
  const entries = Object.entries(shape).map(([name, kind]) => {
    const parsed = SHAPES[kind].safeParse(params[name])
    if (!parsed.success) throw notFound()
    return [name, parsed.data] as const
  })
  return Object.fromEntries(entries) as Values<S>
}

/** The screen of a query, or the answer for what does not exist or is not open to this person (T01). */
export function found<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw notFound()
}
