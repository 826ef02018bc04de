import { z } from 'zod'
import { isBlank } from '#app/domain/kernel/clean-text.ts'

/** Letters that turn the reading direction or hide: refused in names and one-line texts (T39). */
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFEFF\uFFFE\uFFFF]/
const LINE_BREAKS = /[\r\n\u2028\u2029]/

const clean = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').trim()
const wellFormed = (text: string): boolean => text.isWellFormed()

/** One line: names, titles, references. Message keys only; the words are in i18n. */
export const line = (max = 200) =>
  z
    .string({ error: 'errors.required' })
    .max(max * 4, 'errors.tooLong')
    .refine(wellFormed, 'errors.control')
    .transform(clean)
    .pipe(
      z
        .string()
        .max(max, 'errors.tooLong')
        .refine((text) => !CONTROLS.test(text) && !LINE_BREAKS.test(text), 'errors.control')
        .refine((text) => !BIDI_CONTROLS.test(text), 'errors.bidi'),
    )
export const requiredLine = (max = 200) => line(max).refine((text) => !isBlank(text), 'errors.required')

/** Several lines of running text. */
export const prose = (max = 5000) =>
  z
    .string({ error: 'errors.required' })
    .max(max * 4, 'errors.tooLong')
    .refine(wellFormed, 'errors.control')
    .transform(clean)
    .pipe(
      z
        .string()
        .max(max, 'errors.tooLong')
        .refine((text) => !CONTROLS.test(text), 'errors.control'),
    )
export const requiredProse = (max = 5000) => prose(max).refine((text) => !isBlank(text), 'errors.required')

/** An exact number as people write it: `12,5` or `100/3`; a comma is a point. */
export const exactText = z
  .string({ error: 'errors.number' })
  .trim()
  .max(21, 'errors.number')
  .transform((text) => text.replace(',', '.'))
  .refine((text) => /^\d{1,9}(?:\.\d{1,9}|\/[1-9]\d{0,8})?$/.test(text), 'errors.number')

export const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' || value === undefined ? undefined : value), schema.optional())

export const email = requiredLine(254)
  .transform((text) => text.toLowerCase())
  .refine(
    (text) =>
      /^[^\s@<>"(),:;\\]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/.test(text) &&
      text.includes('.', text.indexOf('@')),
    'errors.email',
  )

export const password = z
  .string({ error: 'errors.required' })
  .min(1, 'errors.required')
  .max(200, 'errors.tooLong')

export const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'errors.id')

/** One of a list whose values are ids: nothing chosen posts an empty text, or nothing at all. */
export const chosenId = z
  .string({ error: 'errors.requiredChoice' })
  .min(1, 'errors.requiredChoice')
  .pipe(uuid)

/** `2026-03-21`, a date that exists. */
export const isoDate = z
  .string({ error: 'errors.required' })
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'errors.date')
  .refine(
    (text) =>
      !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
      new Date(`${text}T00:00:00Z`).toISOString().startsWith(text),
    'errors.date',
  )

export const wholeNumber = (min: number, max: number) =>
  z
    .string({ error: 'errors.required' })
    .trim()
    .regex(/^-?\d{1,12}$/, 'errors.number')
    .transform(Number)
    .pipe(z.number().min(min, 'errors.numberRange').max(max, 'errors.numberRange'))

export const checkbox = z.preprocess((value) => value === 'on' || value === 'true', z.boolean())
/** Optimistic version of what was shown, posted back. */
export const version = wholeNumber(0, 2_000_000_000)
/** Made by the page that shows the form; a repeated post finds the first answer. */
export const idempotencyKey = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/, 'errors.id')

/** Several values of one field: what is wrong with any of them is said of the field, for none of them has a place. */
export const severalOf = <S extends z.ZodType>(schema: S, max: number) =>
  z.array(z.any()).transform((values, context): readonly z.output<S>[] => {
    const read = z.array(schema).max(max, 'errors.tooMany').safeParse(values)
    if (read.success) return read.data
    context.addIssue({ code: 'custom', message: read.error.issues[0]?.message ?? 'errors.invalid' })
    return z.NEVER
  })

/** A repeated field: always a list, whatever the number of boxes ticked. */
export const listOf = <S extends z.ZodType>(schema: S, max = 200) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    severalOf(schema, max),
  )
