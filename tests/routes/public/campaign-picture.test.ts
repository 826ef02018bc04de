import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createPainter } from '#app/adapters/picture/painter.server.ts'
import { publicCampaign } from '#app/queries/public/current-campaign.ts'
import * as calendar from '#app/routes/public/calendar.tsx'
import * as categories from '#app/routes/public/categories.tsx'
import * as home from '#app/routes/public/home.tsx'
import * as jury from '#app/routes/public/jury.tsx'
import * as questions from '#app/routes/public/questions.tsx'
import * as regulation from '#app/routes/public/regulation.tsx'
import * as picture from '#app/routes/resources/social-picture.ts'
import {
  campaignPicture,
  campaignPictureVersion,
  type ShownCampaign,
} from '#app/ui/public/campaign-picture.server.ts'
import { socialPicture } from '#app/ui/public/social-picture.server.ts'
import { LONG_NAME } from '#tests/support/bad-input.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven } from '#tests/support/given.ts'
import { get } from '#tests/support/request.ts'
import { publicContext } from './stage.ts'

const test = await testDb()
const painter = createPainter()
afterAll(() => painter.close())
const ctx = { ...publicContext(test), painter }
const given = createGiven(test)
const SLUG = 'edition-2026'
const campaign = await given.campaign({ phase: 'nominations', slug: SLUG })
const sha256 = ctx.crypto.sha256

const shown = async (): Promise<ShownCampaign> => {
  const found = await publicCampaign(ctx.db.public, { slug: SLUG })
  if (!found.ok) throw new Error(found.reason)
  return found.value
}
const versionNow = async (): Promise<string> => campaignPictureVersion(sha256, await shown())
const read = async (version: string, headers: Record<string, string> = {}): Promise<Response> => {
  const params = { slug: SLUG, version, name: 'campaign.png' }
  const request = new Request(`http://127.0.0.1:3000/pictures/${SLUG}/${version}/campaign.png`, { headers })
  try {
    return await picture.loader({ request, params, context: { app: ctx } } as never)
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
}
const inPhase = (phase: string) =>
  test.owner.query('UPDATE campaign SET phase = $2 WHERE id = $1', [campaign.id, phase])
beforeEach(async () => {
  await inPhase('nominations')
})

describe('the picture of a campaign', () => {
  it('is a PNG of 1200 by 630 that may be kept for ever', async () => {
    const answer = await read(await versionNow())
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const png = Buffer.from(await answer.arrayBuffer())
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
    const etag = answer.headers.get('etag') ?? ''
    expect((await read(await versionNow(), { 'if-none-match': etag })).status).toBe(304)
  })

  it('has a new address when what it says changes, and the old one leads there', async () => {
    const [before, { closesAt }] = [await versionNow(), await shown()]
    const later = new Date(closesAt + 86_400_000)
    await test.owner.query('UPDATE campaign SET closes_at = $2 WHERE id = $1', [campaign.id, later])
    const extended = await versionNow()
    await inPhase('screening')
    const screening = await versionNow()
    expect(new Set([before, extended, screening]).size).toBe(3)
    const answer = await read(before)
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe(`/pictures/${SLUG}/${screening}/campaign.png`)
  })

  it('does not exist before the campaign is opened', async () => {
    const version = await versionNow()
    await inPhase('preparation')
    expect((await read(version)).status).toBe(404)
  })

  it.each([
    [home, ''],
    [regulation, '/regulation'],
    [categories, '/categories'],
    [calendar, '/calendar'],
    [jury, '/jury-and-ethics'],
    [questions, '/questions'],
  ])('stands in the head of its page, with an absolute address: %#', async (route, path) => {
    const { value } = await get(ctx, route, `/ar${path}`, { locale: 'ar' })
    const { head } = value as { head: Record<string, string>[] }
    const said = Object.fromEntries(
      head.map(({ property, name = '', content = '' }) => [property ?? name, content]),
    )
    expect(said['og:image']).toBe(`${ctx.origin}/pictures/${SLUG}/${await versionNow()}/campaign.png`)
    expect(said['og:image:alt']).not.toBe('')
    expect(said['twitter:card']).toBe('summary_large_image')
  })
})

const aCampaign = (changes: Partial<ShownCampaign> = {}): ShownCampaign => ({
  slug: SLUG,
  year: 2026,
  synthetic: false,
  awardName: { fr: 'Prix national', ar: 'الجائزة الوطنية' },
  phase: 'nominations',
  opensAt: Date.UTC(2026, 9, 1, 8),
  closesAt: Date.UTC(2026, 11, 16, 15, 30),
  now: Date.UTC(2026, 10, 1),
  ...changes,
})
const textsOf = async (of: ShownCampaign): Promise<string> =>
  [...(await socialPicture(campaignPicture(of), painter.widths)).matchAll(/<text[^>]*>([^<]*)</g)]
    .map(([, text = '']) => text)
    .join(' ')

describe('what it says', () => {
  it('until when one may apply, in both languages, with the offset of that hour', async () => {
    const said = await textsOf(aCampaign())
    for (const part of ['Prix national', 'الجائزة الوطنية', 'Édition 2026', 'candidatures ouvertes'])
      expect(said).toContain(part)
    expect(said).toMatch(/Jusqu’au 16 décembre 2026 à 15 h 30 \(GMT\+\d\)/)
    expect(said).toMatch(/إلى غاية 16 دجنبر 2026/)
    expect(said.match(/GMT\+\d/g)).toHaveLength(2)
  })

  it('from when, before it opens; afterwards its phase alone', async () => {
    expect(await textsOf(aCampaign({ now: Date.UTC(2026, 8, 1) }))).toMatch(/À partir du 1er octobre 2026/)
    for (const phase of ['screening', 'evaluation', 'deliberation', 'embargo'] as const) {
      const said = await textsOf(aCampaign({ phase }))
      expect(said).not.toMatch(/Jusqu|À partir|غاية|ابتداء/)
    }
    expect(await textsOf(aCampaign({ phase: 'evaluation', synthetic: true }))).toMatch(
      /évaluation en cours.*démonstration/,
    )
  })

  it.each([
    ['three scripts mixed', LONG_NAME],
    ['one long word', 'A'.repeat(200)],
    ['markup', '<script>&"\u202E]]>'.repeat(10)],
  ])('stays inside its frame with %s', async (_what, name) => {
    const svg = await socialPicture(
      campaignPicture(aCampaign({ awardName: { fr: name, ar: name }, synthetic: true })),
      painter.widths,
    )
    expect(svg).not.toMatch(/<script|\u202E/u)
    expect((await painter.paint(svg)).byteLength).toBeGreaterThan(50_000)
    for (const [, y] of svg.matchAll(/<text x="\d+" y="(\d+)"/g)) expect(Number(y)).toBeLessThan(448)
  })
})
