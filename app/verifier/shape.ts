/** Reads values out of untrusted JSON; every mistake becomes one sentence with the place. */
export class BundleFault extends Error {}

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

const fault = (place: string, wanted: string): BundleFault => new BundleFault(`${place}: expected ${wanted}`)

export function object(value: Json | undefined, place: string): JsonObject {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw fault(place, 'an object')
  return value
}
export function list(value: Json | undefined, place: string): Json[] {
  if (!Array.isArray(value)) throw fault(place, 'a list')
  return value
}
export function text(value: Json | undefined, place: string): string {
  if (typeof value !== 'string') throw fault(place, 'text')
  return value
}
export function count(value: Json | undefined, place: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw fault(place, 'a whole number')
  return value
}
export const textOrNull = (value: Json | undefined, place: string): string | null =>
  value === null || value === undefined ? null : text(value, place)
export const countOrNull = (value: Json | undefined, place: string): number | null =>
  value === null || value === undefined ? null : count(value, place)
export const texts = (value: Json | undefined, place: string): string[] =>
  list(value, place).map((one, at) => text(one, `${place}[${at}]`))

export function parse(content: string, name: string): Json {
  try {
    return JSON.parse(content) as Json
  } catch {
    throw new BundleFault(`${name} is not JSON: the file is cut or damaged`)
  }
}

/** RFC 8785 text: members by UTF-16 order, numbers and strings as ECMAScript writes them. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join()}}`
}
