import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined }

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** JSON.stringify writes strings and finite numbers as RFC 8785 sections 3.2.2.2 and 3.2.2.3 ask. */
function write(value: JsonValue, faults: string[], path: string): string {
  if (typeof value === 'string') {
    if (LONE_SURROGATE.test(value)) faults.push(path)
    return JSON.stringify(value)
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) faults.push(path)
    return JSON.stringify(value)
  }
  if (value === null || typeof value === 'boolean') return String(value)
  if (isList(value)) return `[${value.map((child, at) => write(child, faults, `${path}[${at}]`)).join(',')}]`
  return writeObject(value, faults, path)
}

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value)

function writeObject(
  value: { readonly [key: string]: JsonValue | undefined },
  faults: string[],
  path: string,
) {
  const members: string[] = []
  // The default sort compares UTF-16 code units, which is the order of RFC 8785 section 3.2.3.
  for (const key of Object.keys(value).sort()) {
    const child = value[key]
    if (child === undefined) continue
    if (LONE_SURROGATE.test(key)) faults.push(`${path}.${key}`)
    members.push(`${JSON.stringify(key)}:${write(child, faults, `${path}.${key}`)}`)
  }
  return `{${members.join(',')}}`
}

/**
 * The canonical text of a JSON value (RFC 8785). An undefined member is absent.
 * Refused: a number that is not finite, a string with a lone surrogate (`not-canonical`, with the places).
 */
export function canonicalJson(value: JsonValue): Result<string, 'not-canonical'> {
  const faults: string[] = []
  const text = write(value, faults, '$')
  return faults.length === 0 ? ok(text) : refuse('not-canonical', { places: faults })
}
