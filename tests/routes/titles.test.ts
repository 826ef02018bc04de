import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createTranslator } from '#app/i18n/translator.ts'

const AREAS = ['account', 'admin', 'applicant', 'secretariat', 'jury', 'deliberation', 'release', 'organiser']
const isPage = (name: string): boolean => name.endsWith('.tsx') && name !== 'layout.tsx'
const pages = AREAS.flatMap((area) =>
  fs.readdirSync(`app/routes/${area}`).flatMap((name) => (isPage(name) ? [path.join(area, name)] : [])),
)
const titleIn = (source: string): string | undefined =>
  /handle = \{[^}]*\btitle: (?:'([\w.]+)'|.*`([\w.]+)\.\$)/s.exec(source)?.slice(1).find(Boolean)

describe('a page of work', () => {
  it.each(pages)('%s names itself in its tab, in both languages', (page) => {
    const title = titleIn(fs.readFileSync(path.join('app/routes', page), 'utf8')) ?? ''
    const key = title === 'nomination.section' ? `${title}.results` : title
    for (const locale of ['ar', 'fr'] as const) expect(createTranslator(locale).has(key), key).toBe(true)
  })
})
