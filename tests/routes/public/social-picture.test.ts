import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { createPainter } from '#app/adapters/picture/painter.server.ts'
import { publishedEditions } from '#app/queries/public/published.ts'
import * as edition from '#app/routes/public/edition.tsx'
import * as laureate from '#app/routes/public/laureate.tsx'
import { laureatePicture, pictureVersion } from '#app/ui/public/picture-told.server.ts'
import type { PrizeView } from '#app/ui/public/prize-view.ts'
import { socialPicture } from '#app/ui/public/social-picture.server.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven } from '#tests/support/given.ts'
import { get } from '#tests/support/request.ts'
import { type Address, pictures } from './addresses.ts'
import { aResult, publicContext, writeSnapshot } from './stage.ts'

const test = await testDb()
const painter = createPainter()
afterAll(() => painter.close())
const ctx = { ...publicContext(test), painter }
const given = createGiven(test)
const campaign = await given.campaign({ phase: 'published', slug: 'edition-2026' })
const told = { nominationId: randomUUID(), title: 'Sabil & suite', body: 'Régie' }
await writeSnapshot(given, aResult(campaign, told), new Date(Date.UTC(2026, 1, 1)))
const [published] = await publishedEditions(ctx.db.public)
const version = pictureVersion(published!)

const read = async (
  { route, path, params }: Address,
  headers: Record<string, string> = {},
): Promise<Response> => {
  const asked = {
    request: new Request(`http://127.0.0.1:3000${path}`, { headers }),
    params,
    context: { app: ctx },
  }
  try {
    return (await route.loader(asked as never)) as Response
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
}
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

describe('the picture of a released edition', () => {
  it.each(pictures('edition-2026', told.nominationId, version))(
    'is a PNG of 1200 by 630: $path',
    async (address) => {
      const answer = await read(address)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      const png = await bytesOf(answer)
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
      expect(png.byteLength).toBeLessThan(300_000)
      const etag = answer.headers.get('etag') ?? ''
      expect((await read(address, { 'if-none-match': etag })).status).toBe(304)
    },
  )

  it('leads from an address of another version to the present one', async () => {
    for (const address of pictures('edition-2026', told.nominationId, 'bbbbbbbbbbbbbbbb-1')) {
      const answer = await read(address)
      expect(answer.status).toBe(302)
      expect(answer.headers.get('location')).toBe(address.path.replace('bbbbbbbbbbbbbbbb-1', version))
    }
  })

  it('exists for nobody else: another laureate, another edition, another name', async () => {
    const [whole, one] = pictures('edition-2026', randomUUID(), version)
    const unknown = [
      one!,
      ...pictures('edition-2025', told.nominationId, version),
      ...['x.png', 'edition.svg', `${'0'.repeat(36)}.png`, '..%2Fedition.png'].map((name) => ({
        ...whole!,
        params: { ...whole!.params, name },
      })),
    ]
    for (const address of unknown)
      expect((await read(address)).status, JSON.stringify(address.params)).toBe(404)
  })

  it('stands in the heads of its pages, with an absolute address', async () => {
    for (const [route, params, name] of [
      [laureate, { locale: 'ar', id: told.nominationId }, told.nominationId],
      [edition, { locale: 'ar', slug: 'edition-2026' }, 'edition'],
    ] as const) {
      const { value } = await get(ctx, route, '/ar/x', params)
      const { head } = value as { head: Record<string, string>[] }
      const said = Object.fromEntries(head.map(({ property = '', content = '' }) => [property, content]))
      expect(said['og:image']).toBe(`${ctx.origin}/pictures/edition-2026/${version}/${name}.png`)
      expect(said['og:url']).toBe(`${ctx.origin}/ar/x`)
      expect(said['og:image:alt']).not.toBe('')
    }
  })
})

const aPrize = (title: object, name: object, changes: Partial<PrizeView> = {}): PrizeView => ({
  key: 'k',
  slug: 's',
  year: 2021,
  synthetic: false,
  category: { code: 'c', name: {} },
  slot: { code: 'excellence', type: 'excellence', label: {}, outcome: 'awarded', reason: null },
  winner: {
    nominationId: 'n',
    reference: null,
    title,
    administration: { id: 'a', name },
    partners: [],
    summary: {},
    score: null,
  },
  ...changes,
})
const drawn = (prize: PrizeView, isShared = false) =>
  socialPicture(laureatePicture(prize, isShared), painter.widths)
const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = '']) => text)

describe('the drawing', () => {
  const both = aPrize({ fr: 'Sabil', ar: 'سبيل' }, { fr: 'Régie', ar: 'وكالة' })

  it('is the same to the byte each time, with exactly one saffron piece', async () => {
    const [one, other] = [await drawn(both), await drawn(both)]
    expect(one).toBe(other)
    expect(one.split('#E2A31B')).toHaveLength(2)
    expect(Buffer.from(await painter.paint(one)).equals(Buffer.from(await painter.paint(other)))).toBe(true)
  })

  it('says both names, and that a prize is shared or an edition invented', async () => {
    const said = texts(await drawn({ ...both, synthetic: true }, true)).join('|')
    for (const part of [
      'Sabil',
      'سبيل',
      'Régie',
      'وكالة',
      '2021',
      'ex æquo',
      'مناصفة',
      'démonstration',
      'تجريبية',
    ])
      expect(said).toContain(part)
  })

  it('gives the whole width to the only name that is known', async () => {
    const said = texts(await drawn(aPrize({ fr: 'Sabil' }, { fr: 'Régie' }))).join('|')
    expect(said).toContain('Sabil')
    expect(said).not.toContain('جائزة')
    expect(texts(await drawn(aPrize({ en: 'Water' }, {}))).join('|')).toContain('Water')
  })

  it.each([
    ['long words', 'A'.repeat(200)],
    ['many words', 'Dématérialisation des procédures '.repeat(7)],
    ['three scripts', 'Sabil سبيل ⵙⴰⴱⵉⵍ '.repeat(12)],
    ['markup', '<script>&"\u202E]]>'.repeat(10)],
  ])('stays inside its frame with %s', async (_what, name) => {
    const svg = await drawn(aPrize({ fr: name, ar: name }, { fr: name, ar: name }))
    expect((await painter.paint(svg)).byteLength).toBeGreaterThan(50_000)
    expect(svg).not.toMatch(/<script|\u202E/u)
    for (const [, y] of svg.matchAll(/<text x="\d+" y="(\d+)"/g)) expect(Number(y)).toBeLessThan(448)
    const runs = [
      ...svg.matchAll(/font-family="([^"]+)" font-weight="(\d+)" font-size="(\d+)"[^>]*>([^<]*)</g),
    ].map(([, family = '', weight, size, text = '']) => ({
      text: text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&'),
      family,
      weight: Number(weight),
      size: Number(size),
    }))
    for (const width of await painter.widths(runs)) expect(width).toBeLessThan(560)
  })
})
