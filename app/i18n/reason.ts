import type { Translator, Values } from './instance.ts'
import { NAMESPACES } from './namespaces.ts'

/** `a.b.c`, `a.b`, `a`. */
const upwards = (area: string | undefined): readonly string[] => {
  const parts = area?.split('.') ?? []
  return parts.map((_, cut) => parts.slice(0, parts.length - cut).join('.'))
}

/**
 * The sentence of a refusal. A reason is looked for in its area first (`jury.reason.not-sealed`; the area `jury.seats`
 * asks `jury.seats` and then `jury`), then in the shared list (`errors.reason.*`), then in every other area.
 */
export function reasonText(t: Translator, reason: string, facts: Values = {}, area?: string): string {
  const places = [...upwards(area), 'errors', ...NAMESPACES]
  for (const place of places) {
    const key = `${place}.reason.${reason}`
    if (t.has(key)) return t(key, facts)
  }
  return t('errors.reason.unknown', { code: reason })
}
