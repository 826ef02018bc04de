import type { z } from 'zod'
import type { FormFailure } from '#app/forms/failure.ts'
import { boundedForm } from './body.server.ts'

const NAME = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/
const POISON = /(^|\.)(__proto__|constructor|prototype)(\.|$)/
const MOST_FIELDS = 600

type Tree = { [key: string]: unknown }
const emptyTree = (): Tree => Object.create(null) as Tree

function place(tree: Tree, name: string, value: unknown): void {
  const path = name.split('.')
  const last = path.pop()
  let at = tree
  for (const part of path) {
    if (!Object.hasOwn(at, part)) at[part] = emptyTree()
    const next = at[part]
    if (typeof next !== 'object' || next === null || Array.isArray(next)) return
    at = next as Tree
  }
  if (last !== undefined) at[last] = value
}

const usable = (name: string): boolean => name.length <= 120 && NAME.test(name) && !POISON.test(name)

/** Dotted names become one object of null-prototype maps; a repeated name becomes a list. */
export function toTree(form: FormData): Tree {
  const tree = emptyTree()
  for (const name of [...new Set(form.keys())].slice(0, MOST_FIELDS)) {
    if (!usable(name)) continue
    const values = form.getAll(name).filter((value) => typeof value === 'string')
    if (values.length > 0) place(tree, name, values.length > 1 ? values : values[0])
  }
  return tree
}

/** What goes back into the fields: flat text, bounded in number and length. Secrets are never echoed. */
export function typedValues(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const [name, value] of [...form.entries()].slice(0, MOST_FIELDS)) {
    if (usable(name) && typeof value === 'string' && !/password|code|token/i.test(name))
      typed[name] = value.slice(0, 40_000)
  }
  return typed
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly typed: Record<string, string> }
  | { readonly ok: false; readonly failure: FormFailure; readonly status: 400 }

/** Checks a form already read; see `parseForm`. */
export function checkForm<S extends z.ZodType>(form: FormData, schema: S): Parsed<z.output<S>> {
  const typed = typedValues(form)
  const parsed = schema.safeParse(toTree(form))
  if (parsed.success) return { ok: true, value: parsed.data, typed }
  const fieldErrors: Record<string, string> = {}
  for (const issue of parsed.error.issues) {
    const message = /^[a-z][A-Za-z]*\./.test(issue.message) ? issue.message : 'errors.invalid'
    fieldErrors[issue.path.join('.')] ??= message
  }
  return { ok: false, failure: { fieldErrors, typed }, status: 400 }
}

/** Bytes → fields → schema. A refusal names each field once and gives back what was typed. */
export const parseForm = async <S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<Parsed<z.output<S>>> => checkForm(await boundedForm(request), schema)
