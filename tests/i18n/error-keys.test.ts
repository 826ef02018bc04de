import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Tree = { readonly [key: string]: Tree | string }

const catalogue = (locale: string): Tree =>
  JSON.parse(readFileSync(`app/i18n/messages/${locale}/errors.json`, 'utf8')) as Tree
const wordsOf = (tree: Tree, key: string): unknown =>
  key
    .split('.')
    .slice(1)
    .reduce<unknown>((at, part) => (at as Tree | undefined)?.[part], tree)
const named = globSync('app/{domain,forms,services,http}/**/*.ts').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/'(errors(?:\.[A-Za-z]+)+)'/g)].map(([, key = '']) => key),
)

describe('the sentences beside a field', () => {
  it.each(['ar', 'fr'])('has words in %s for every key that the code names', (locale) => {
    const tree = catalogue(locale)
    expect(named.length).toBeGreaterThan(50)
    const wordless = [...new Set(named)].filter(
      (key) => typeof wordsOf(tree, key) !== 'string' && typeof wordsOf(tree, `${key}_other`) !== 'string',
    )
    expect(wordless).toEqual([])
  })
})
