import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalogues } from '#app/i18n/catalogues.ts'
import { shownIn } from '#app/i18n/french-typography.ts'

describe('a text of the record on a page', () => {
  const text = { fr: "Prix national de l'administration", ar: 'جائزة "قديمة" d\'été' }

  it('bears the apostrophe of print in French, as the words of the catalogue do, and says its language', () => {
    expect(shownIn(text, 'fr')).toEqual({ text: 'Prix national de l’administration', lang: 'fr' })
    expect(shownIn({ fr: text.fr }, 'ar')).toEqual({ text: 'Prix national de l’administration', lang: 'fr' })
  })

  it('stays as it was typed in another language, and where there is none', () => {
    expect(shownIn(text, 'ar')).toEqual({ text: text.ar, lang: 'ar' })
    expect(shownIn({ en: "the award's name" }, 'en')).toEqual({ text: "the award's name", lang: 'en' })
    expect(shownIn({}, 'fr')).toBeNull()
  })

  it('writes no arrow: one that the style sheet or an icon draws turns with the page, a letter does not', () => {
    const code = ['app/ui', 'app/routes'].flatMap((room) =>
      fs
        .readdirSync(room, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.tsx'))
        .map((name) => path.join(room, name)),
    )
    const written = code.flatMap((file) =>
      fs
        .readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => /[←→⟵⟶‹›]/u.test(line) && !/^\s*(\/\*|\*|\/\/)/.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    )
    expect(code.length).toBeGreaterThan(250)
    expect(written).toEqual([])
    for (const locale of ['ar', 'fr', 'en', 'zgh'] as const)
      expect(JSON.stringify(catalogues[locale])).not.toMatch(/[←→⟵⟶]/u)
  })

  it('sets a space before a colon in no language but French, in style sheets too', () => {
    const sheets = fs
      .readdirSync('app/ui', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.css'))
      .map((name) => fs.readFileSync(path.join('app/ui', name), 'utf8'))
    expect(sheets.length).toBeGreaterThan(30)
    expect(sheets.filter((sheet) => /content:[^;]*' :/.test(sheet))).toEqual([])
  })

  it('comes to every page, label and mark by this way: no page takes the bare text', () => {
    const files = ['app/ui', 'app/routes'].flatMap((room) =>
      fs
        .readdirSync(room, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => path.join(room, name)),
    )
    expect(files.length).toBeGreaterThan(300)
    expect(files.filter((file) => /\btextIn\b/.test(fs.readFileSync(file, 'utf8')))).toEqual([])
  })
})
