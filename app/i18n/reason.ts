import type { Translator, Values } from './instance.ts'
import { NAMESPACES } from './namespaces.ts'

/**
 * The sentence of a refusal. A reason is looked for in its area first (`jury.reason.not-sealed`),
 * then in the shared list (`errors.reason.*`), then in every other area.
 */
export function reasonText(t: Translator, reason: string, facts: Values = {}, area?: string): string {
  const places = [...(area === undefined ? [] : [area]), 'errors', ...NAMESPACES]
  for (const place of places) {
    const key = `${place}.reason.${reason}`
    if (t.has(key)) return t(key, facts)
  }
  return t('errors.reason.unknown', { code: reason })
}
