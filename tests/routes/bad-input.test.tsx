import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import type { Snapshot } from '#app/domain/results/snapshot.ts'
import * as tower from '#app/routes/organiser/campaign.tsx'
import * as nominations from '#app/routes/organiser/nominations.tsx'
import * as setup from '#app/routes/organiser/setup.tsx'
import * as assignment from '#app/routes/jury/assignment.tsx'
import * as progress from '#app/routes/jury/progress.tsx'
import * as queue from '#app/routes/secretariat/queue.tsx'
import { LONG_NAME } from '#tests/support/bad-input.ts'
import { aRegulation } from '#tests/support/builders/regulation.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING, type GivenCampaign } from '#tests/support/given.ts'
import { renderPage, type RouteModule } from '#tests/support/render-page.tsx'
import { get } from '#tests/support/request.ts'
import { namedPages, plainPages, rulePages } from './public/addresses.ts'
import { render } from './public/render.tsx'
import { aResult, publicContext, writeSnapshot } from './public/stage.ts'

const test = await testDb()
const ctx = publicContext(test)
const given = createGiven(test)
const MANY = 5000

const template = aRegulation({ opensAt: GIVEN_OPENING })
const rule = template.categories[0]!
/** The template's first category so many times, each with the longest of names. */
const withCategories = (count: number): Regulation => ({
  ...template,
  awardName: { ar: LONG_NAME, fr: LONG_NAME },
  categories: Array.from({ length: count }, (_, at) => ({
    ...rule,
    code: `c${at + 1}`,
    name: { ar: `${at + 1} ${LONG_NAME}`, fr: `${at + 1} ${LONG_NAME}` },
  })),
})
const crowded = await given.campaign({ phase: 'screening', slug: 'foule', regulation: withCategories(40) })
const empty = await given.campaign({ phase: 'nominations', slug: 'vide', regulation: withCategories(1) })
const judged = await given.campaign({ phase: 'evaluation', slug: 'jugee', regulation: withCategories(40) })
const released = await given.campaign({ phase: 'published', slug: 'publiee', year: 2024 })
const people: Record<string, string> = {}
const shared = { nominationId: randomUUID(), title: LONG_NAME, body: LONG_NAME }

/** One prize shared by two, one that nobody receives in a category where all is withheld. */
function sharedAndWithheld(campaign: GivenCampaign): Snapshot {
  const result = aResult(campaign, shared)
  const [category] = result.categories
  const [first, second] = category!.slots
  const other = { ...first!.winners[0]!, nominationId: randomUUID(), title: { fr: 'Sans nom arabe' } }
  const both = { ...first!, outcome: 'shared' as const, winners: [...first!.winners, other] }
  const none = {
    ...first!,
    outcome: 'withheld' as const,
    reason: 'too_few_nominations' as const,
    winners: [],
  }
  return {
    ...result,
    campaign: { ...result.campaign, year: 2024 },
    categories: [
      { ...category!, slots: [both, second!] },
      { ...category!, code: 'e-demarche', name: { ar: LONG_NAME, fr: LONG_NAME }, slots: [none, second!] },
    ],
  }
}

beforeAll(async () => {
  await test.setNow(instant(GIVEN_OPENING + 86_400_000))
  const body = await given.administration({ name: { ar: LONG_NAME, fr: LONG_NAME } })
  // Of another country or another time: an official name in French alone.
  const french = await given.administration({ name: { fr: 'Sans nom arabe' } as { ar: string; fr: string } })
  await given.nomination({
    campaign: crowded,
    administration: french.id,
    state: 'submitted',
    title: { fr: 'Sans titre arabe' },
  })
  const title = { ar: LONG_NAME, fr: LONG_NAME }
  const one = await given.nomination({
    campaign: crowded,
    administration: body.id,
    state: 'submitted',
    title,
  })
  const columns = `campaign_id, category_id, administration_id, state, title, submitted_at, created_at, created_by`
  await test.owner.query(
    `INSERT INTO nomination (id, reference, ${columns})
     SELECT gen_random_uuid(), 'EMT-2026-' || (10000 + n), ${columns} FROM nomination, generate_series(1, $2) n
     WHERE id = $1`,
    [one.id, MANY - 2],
  )
  const file = await given.nomination({
    campaign: judged,
    administration: body.id,
    state: 'admissible',
    title,
  })
  const organiser = await given.officer('organiser', crowded.id)
  const clerk = await given.officer('secretariat', crowded.id)
  for (const campaign of [empty.id, judged.id]) {
    await given.grant({ person: organiser.personId, role: 'organiser', campaign })
    await given.grant({ person: clerk.personId, role: 'secretariat', campaign })
  }
  const juror = await given.person({ name: LONG_NAME })
  const seat = await given.seat({ campaign: judged.id, person: juror.id })
  await given.assignment({ seat: seat.id, nomination: file.id })
  people['organiser'] = await given.signedIn(organiser.personId)
  people['clerk'] = await given.signedIn(clerk.personId)
  await writeSnapshot(given, sharedAndWithheld(released), new Date(Date.UTC(2026, 1, 1)))
})

/** A key that nobody wrote comes back as it is. */
const KEY = /\b(campaign|common|work|errors|public|jury|secretariat)\.[a-z][A-Za-z]*\.[A-Za-z.-]+/
const words = (text: string): string => text.replace(/<[^>]*>/g, ' ')
function expectWhole(html: string, where: string): void {
  expect(words(html), where).not.toMatch(KEY)
  expect(words(html), where).not.toMatch(/\{\{|undefined|\[object|NaN/)
  // Five thousand nominations are pages of a list, not one page.
  expect(Buffer.byteLength(html), where).toBeLessThan(600_000)
}

type Work = readonly [string, RouteModule, string, string]
const WORK: readonly Work[] = [
  ['tower', tower, 'organiser', crowded.id],
  ['tower without a nomination', tower, 'organiser', empty.id],
  ['tower in evaluation', tower, 'organiser', judged.id],
  ['nominations', nominations, 'organiser', crowded.id],
  ['no nomination', nominations, 'organiser', empty.id],
  ['setup of forty categories', setup, 'organiser', crowded.id],
  ['queue', queue, 'clerk', crowded.id],
  ['empty queue', queue, 'clerk', empty.id],
  ['assignment', assignment, 'clerk', judged.id],
  ['progress', progress, 'organiser', judged.id],
]

describe.each(['fr', 'ar'] as const)('with the worst that people type, in %s', (locale) => {
  it.each(WORK)('writes the work page «%s» whole', async (name, page, who, campaignId) => {
    const { status, value } = await get(ctx, page, `/${locale}/work`, { locale, campaignId }, people[who])
    expect(status).toBe(200)
    expectWhole(renderPage(page, { locale, value }), name)
  })

  it('writes the long names in full, and the French name where there is no Arabic one', async () => {
    const asked = { locale, campaignId: crowded.id }
    const { value } = await get(ctx, nominations, `/${locale}/work?q=Sans`, asked, people['organiser'])
    expect(words(renderPage(nominations, { locale, value }))).toContain('Sans nom arabe')
    const all = await get(ctx, nominations, `/${locale}/work`, asked, people['organiser'])
    expect(renderPage(nominations, { locale, value: all.value })).toContain(LONG_NAME)
  })

  it('writes every public page whole, the shared prize with both names, the withheld ones with their reason', async () => {
    const named = namedPages(locale, released.slug, shared.nominationId)
    for (const page of [...plainPages(locale), ...named, ...rulePages(locale, crowded.slug)])
      expectWhole(await render(ctx, page), page.path)
    const edition = await render(ctx, named[0]!)
    expect(edition).toContain(LONG_NAME)
    expect(edition).toContain('Sans nom arabe')
  })
})
