import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { testDb } from '#tests/support/db.ts'
import { createGiven } from '#tests/support/given.ts'
import type { Address } from './addresses.ts'
import { calendarFile, files, namedFiles } from './addresses.ts'
import { aResult, importRecord, publicContext, writeSnapshot } from './stage.ts'

// jsdom brings no types of its own.
type Dom = new (
  text: string,
  options: { contentType: string },
) => { readonly window: { readonly document: Document } }
const { JSDOM } = createRequire(import.meta.url)('jsdom') as { readonly JSDOM: Dom }

const test = await testDb()
const ctx = publicContext(test)
const given = createGiven(test)
await importRecord(ctx)
const campaign = await given.campaign({ phase: 'published', slug: 'edition-2026' })
const told = { nominationId: randomUUID(), title: 'A & B', body: 'C < D' }
await writeSnapshot(given, aResult(campaign, told, true), new Date(Date.UTC(2026, 1, 1)))

const read = async ({ route, path, params }: Address): Promise<Response> =>
  (await route.loader({
    request: new Request(`http://127.0.0.1:3000${path}`),
    params,
    context: { app: ctx },
  } as never)) as Response
const file = (path: string) => read(files.find((one) => one.path === path)!)
const xml = (text: string) => new JSDOM(text, { contentType: 'application/xml' }).window.document

describe('what machines read', () => {
  it('is a sound Atom feed with one entry per released edition', async () => {
    const feed = xml(await (await file('/fr/feed.xml')).text())
    expect(feed.documentElement.namespaceURI).toBe('http://www.w3.org/2005/Atom')
    expect(feed.querySelectorAll('entry')).toHaveLength(14)
    for (const entry of feed.querySelectorAll('entry'))
      for (const part of ['id', 'title', 'updated', 'link'])
        expect(entry.querySelectorAll(part)).toHaveLength(1)
    const ids = [...feed.querySelectorAll('entry > id')].map((id) => id.textContent)
    expect(new Set(ids).size).toBe(14)
  })

  it('is a sitemap of every laureate in every language, each address once', async () => {
    const map = xml(await (await file('/sitemap.xml')).text())
    const urls = [...map.getElementsByTagName('loc')].map((loc) => loc.textContent ?? '')
    expect(new Set(urls).size).toBe(urls.length)
    expect(urls.filter((url) => url.includes('/laureates/'))).toHaveLength((72 + 1) * 4)
    expect(urls.every((url) => url.startsWith('http://127.0.0.1:3000/'))).toBe(true)
  })

  it('keeps robots out of work pages and names the sitemap', async () => {
    const robots = await (await file('/robots.txt')).text()
    expect(robots).toContain('Disallow: /*/jury/')
    expect(robots).not.toContain('jury-and-ethics')
    expect(robots).toContain('Sitemap: http://127.0.0.1:3000/sitemap.xml')
  })

  it('is a calendar whose lines are short and whose events keep their names', async () => {
    const ics = await (await read(calendarFile('edition-2026'))).text()
    expect(ics.match(/BEGIN:VEVENT/g)).toHaveLength(7)
    expect(ics.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(ics).toContain('UID:edition-2026-release@127.0.0.1')
  })

  it('gives the bundle byte for byte, as a file and inside the whole', async () => {
    const [whole, one] = await Promise.all(namedFiles('edition-2026').map(read))
    const content = await one!.text()
    expect((JSON.parse(await whole!.text()) as { files: Record<string, string> }).files['results.json']).toBe(
      content,
    )
    expect(one!.headers.get('content-security-policy')).toContain('sandbox')
    expect(one!.headers.get('cache-control')).toMatch(/^public/)
  })
})
