import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createTranslator } from '#app/i18n/translator.ts'
import { NAMESPACES } from '#app/i18n/namespaces.ts'
import { reasonText } from '#app/i18n/reason.ts'

/** Every reason that the code can refuse with: `refuse('reason'`, also where one of several is chosen. */
function refusedIn(source: string): string[] {
  const calls = source.match(/\brefuse\((?:'[^']+'|[^()]*\?[^()]*)/g) ?? []
  return calls.flatMap((call) =>
    [...call.matchAll(/(?<![=!]=\s*)'([a-z0-9]+(?:-[a-z0-9]+)*)'/g)].map(([, reason = '']) => reason),
  )
}

const rooms = ['domain', 'services', 'adapters', 'queries']
const files = rooms
  .flatMap((room) => globSync(`app/${room}/**/*.ts`))
  .filter((file) => !file.includes('/generated/'))
const reasons = [...new Set(files.flatMap((file) => refusedIn(readFileSync(file, 'utf8'))))].sort()

describe('a refusal', () => {
  it('is found in the code wherever it stands', () => {
    expect(refusedIn(`return refuse('a-b', { at })`)).toEqual(['a-b'])
    expect(refusedIn(`return refuse(state === 'closed' ? 'is-closed' : 'not-open')`)).toEqual([
      'is-closed',
      'not-open',
    ])
    expect(reasons.length).toBeGreaterThan(250)
    expect(reasons).toEqual(
      expect.arrayContaining(['off-grid', 'lot-not-named', 'stale-version', 'solver-off']),
    )
  })

  it.each(['fr', 'ar'] as const)('has a sentence of its own in %s', (locale) => {
    const t = createTranslator(locale, [...NAMESPACES])
    const unsaid = reasons.filter(
      (reason) => reasonText(t, reason) === t('errors.reason.unknown', { code: reason }),
    )
    expect(unsaid).toEqual([])
  })
})
