import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { patternsOf } from './addresses.ts'

/** What one form that a route reads asks for: its `intent`, '' where it names none, and the fields beside it. */
export type Declared = { readonly intent: string; readonly fields: readonly string[] }

/** A route that reads fields without a schema, with the intents that its page sends. */
const READ_BY_HAND: Readonly<Record<string, readonly string[]>> = {
  'routes/applicant/section': ['save', 'next'],
  // A form in parts, read while it arrives.
  'routes/applicant/evidence': [''],
}

function sourceOf(id: string): string {
  const file = [`app/${id}.tsx`, `app/${id}.ts`].find((one) => existsSync(one))
  if (file === undefined) throw new Error(`no source of ${id}`)
  return readFileSync(file, 'utf8')
}

function intentsOf(field: unknown): readonly string[] {
  if (field === undefined) return ['']
  if (field instanceof z.ZodLiteral) return [...field.values].map(String)
  if (field instanceof z.ZodEnum) return field.options.map(String)
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault)
    return ['', ...intentsOf(field.unwrap())]
  throw new Error('an intent that is neither a literal nor one of a list')
}

function declaredIn(schema: unknown): readonly Declared[] {
  if (schema instanceof z.ZodDiscriminatedUnion) return schema.options.flatMap(declaredIn)
  if (schema instanceof z.ZodPipe) return declaredIn(schema.in)
  if (schema instanceof z.ZodObject) {
    const { intent: own, ...rest } = schema.shape as Record<string, unknown>
    return intentsOf(own).map((intent) => ({ intent, fields: Object.keys(rest) }))
  }
  // One schema for each kind of paper.
  if (typeof schema === 'object' && schema !== null && !(schema instanceof z.ZodType))
    return Object.values(schema).flatMap(declaredIn)
  throw new Error('a form that is no object')
}

/**
 * The forms that the source of a route hands to `parseForm` or `checkForm`, by the schemas themselves. Empty for a route
 * that reads no field. Throws for a schema that is not found: nothing is left out in silence.
 */
export async function declaredBy(id: string): Promise<readonly Declared[]> {
  const source = sourceOf(id)
  const declared: Declared[] = []
  for (const [, name = ''] of source.matchAll(/(?:parseForm|checkForm)\([^,()]+,\s*(\w+)/g)) {
    const [, from] =
      [...source.matchAll(/import \{([^}]*)\} from '#(app\/forms\/[\w.-]+)'/g)]
        .filter(([, names = '']) => new RegExp(`\\b${name}\\b`).test(names))
        .map(([, , path]) => ['', path] as const)[0] ?? []
    if (from === undefined) throw new Error(`${id}: where does ${name} come from?`)
    const forms = (await import(/* @vite-ignore */ path.resolve(from))) as Readonly<Record<string, unknown>>
    declared.push(...declaredIn(forms[name]))
  }
  const byHand = READ_BY_HAND[id] ?? []
  for (const [, asked = ''] of source.matchAll(/\['intent'\] === '([\w-]+)'/g))
    if (![...byHand, ...declared.map(({ intent }) => intent)].includes(asked))
      throw new Error(`${id} asks for ${asked}, which no form of it declares`)
  return [...declared, ...byHand.map((intent) => ({ intent, fields: [] }))]
}

/** Which of the routes that take a post one is sent to, by its path: the one whose pattern names most of it. */
export function routeAt(
  path: string,
  taking: readonly string[],
  patterns: ReturnType<typeof patternsOf>,
): string | undefined {
  const [plain = ''] = path.split('?')
  const found = taking.filter((id) => {
    const parts = (patterns[id] ?? '').split('/').filter((part) => part !== '')
    const text = parts.map((part) =>
      part === ':locale?' ? '(?:/(?:ar|fr|en|zgh))?' : part.startsWith(':') ? '/[^/]+' : `/${part}`,
    )
    return new RegExp(`^${text.join('')}/?$`).test(plain)
  })
  const unnamed = (id: string): number => (patterns[id] ?? '').split('/:').length
  return found.sort((a, b) => unnamed(a) - unnamed(b))[0]
}
