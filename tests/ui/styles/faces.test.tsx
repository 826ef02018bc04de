import { describe, expect, it } from 'vitest'
import { arabicIn } from '#app/ui/styles/arabic-in.ts'
import { facesOf } from '#app/ui/styles/faces.ts'

/** The same said by expressions: what they mean is plain, but they look at every sign once for each element before it. */
const bySigns = (body: string) => ({
  isSeen: /[ء-ي]/.test(body),
  isStrong: /<(b|strong|h\d|th|dt|dd|legend)\b[^>]*>(<[^>]*>)*[^<]*[ء-ي]/.test(body),
  isTitled: /<h([1-3])\b[^>]*>((?!<\/h\1>)(<[^>]*>|[^<]))*?[ء-ي]/.test(body),
})

/** Every row of so many of these, in every order. */
const rows = (parts: readonly string[], length: number): string[] =>
  length === 0 ? [''] : rows(parts, length - 1).flatMap((row) => parts.map((part) => row + part))

describe('where Arabic letters stand', () => {
  it('is found as by its expressions, in every row of four parts of a page', () => {
    const parts = [
      '<b>',
      '</b>',
      '<h2 id="a">',
      '</h2>',
      '<h4>',
      '<span title="ب">',
      '<thead>',
      'mot ',
      'باب',
    ]
    const pages = rows(parts, 4).map((row) => `<body>${row}`)
    expect(pages).toHaveLength(9 ** 4)
    expect(pages.filter((page) => JSON.stringify(arabicIn(page)) !== JSON.stringify(bySigns(page)))).toEqual(
      [],
    )
  })

  it('is found in one pass, whatever a page is filled with', () => {
    const full = ['<b>', '<h2>A</h2><p>texte’</p>', '<dt></dt><dd></dd>', 'mot '].map((part) =>
      arabicIn(`<body><h1>T’</h1>${part.repeat(300_000)}<h3>باب`),
    )
    expect(full.map(({ isTitled }) => isTitled)).toEqual([true, true, true, true])
  })
})

const asked = (body: string) =>
  facesOf('fr', `<html><head></head><body>${body}</body></html>`)
    .map((face) => /([a-z]+-arabic(?:-\d+)?)\.woff2/.exec(face)?.[1])
    .filter((name) => name !== undefined)

describe('the faces of a page', () => {
  it('of the names that stand on every page are those of the names', () => {
    expect(asked('<h1>Prix</h1><span>المملكة المغربية</span><a>العربية</a><b>امتياز</b>')).toEqual([
      'brand-arabic',
      'names-arabic',
    ])
  })

  it('are not those of titles where Arabic stands below them alone', () => {
    expect(asked('<h1>Prix</h1><p lang="ar">جائزة للتميز</p>')).toEqual([
      'brand-arabic',
      'names-arabic',
      'text-arabic-400',
    ])
  })

  it('are those of the whole text that a name of every page begins', () => {
    const whole = ['brand-arabic', 'names-arabic', 'text-arabic-400', 'text-arabic-600', 'title-arabic']
    for (const title of ['جائزة امتياز', 'امتياز للتميز', 'امتياز 2026', 'المملكة المغربية، جائزة'])
      expect(asked(`<h2 lang="ar">${title}</h2>`), title).toEqual(whole)
  })
})
