import { beforeAll, describe, expect, it } from 'vitest'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import * as convene from '#app/routes/deliberation/convene.tsx'
import * as deliberations from '#app/routes/deliberation/home.tsx'
import * as abstain from '#app/routes/jury/abstain.tsx'
import * as assignmentFile from '#app/routes/jury/assignment-file.tsx'
import * as assignment from '#app/routes/jury/assignment.tsx'
import * as charter from '#app/routes/jury/charter.tsx'
import * as figures from '#app/routes/jury/figures.tsx'
import * as file from '#app/routes/jury/file.tsx'
import * as files from '#app/routes/jury/files.tsx'
import * as home from '#app/routes/jury/home.tsx'
import * as interests from '#app/routes/jury/interests.tsx'
import * as plenary from '#app/routes/jury/plenary.tsx'
import * as progress from '#app/routes/jury/progress.tsx'
import * as receipt from '#app/routes/jury/receipt.tsx'
import * as recusals from '#app/routes/jury/recusals.tsx'
import * as sheet from '#app/routes/jury/score-sheet.tsx'
import * as seal from '#app/routes/jury/seal.tsx'
import * as seats from '#app/routes/jury/seats.tsx'
import { adviseJury } from '#app/services/deliberation/advise-jury.ts'
import { aPanel, opened } from '#tests/services/scoring/a-panel.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { LONG_NAME } from '#tests/support/bad-input.ts'
import { aRegulation } from '#tests/support/builders/regulation.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven, GIVEN_OPENING } from '#tests/support/given.ts'
import { renderPage, type RouteModule } from '#tests/support/render-page.tsx'
import { get } from '#tests/support/request.ts'

const test = await testDb()
const ctx = actsContext(test)
const given = createGiven(test)
const LONG = { ar: LONG_NAME, fr: LONG_NAME }

const template = aRegulation({ opensAt: GIVEN_OPENING })
/** Forty categories, each with the longest of names. */
const crowded: Regulation = {
  ...template,
  awardName: LONG,
  categories: Array.from({ length: 40 }, (_, at) => ({
    ...template.categories[0]!,
    code: `c${at + 1}`,
    name: { ar: `${at + 1} ${LONG_NAME}`, fr: `${at + 1} ${LONG_NAME}` },
  })),
}

type Panel = Awaited<ReturnType<typeof aPanel>>
/** A jury of five, and those of the office, each signed in. */
async function people(panel: Panel) {
  const [chair, juror, ...others] = [
    await panel.seated({ role: 'chair' }),
    await panel.seated(),
    await panel.seated(),
    await panel.seated(),
    await panel.seated(),
  ]
  const clerk = await given.officer('secretariat', panel.campaign.id)
  const organiser = await given.officer('organiser', panel.campaign.id)
  return {
    juror: juror!,
    others,
    cookies: {
      chair: await given.signedIn(chair.personId),
      juror: await given.signedIn(juror!.personId),
      reader: await given.signedIn(others[0]!.personId),
      clerk: await given.signedIn(clerk.personId),
      organiser: await given.signedIn(organiser.personId),
    },
  }
}
type Who = keyof Awaited<ReturnType<typeof people>>['cookies']

const cookies = { full: {}, bare: {} } as Record<'full' | 'bare', Record<Who, string>>
const ids: Record<string, string> = {}

beforeAll(async () => {
  const full = await aPanel(test, { given, regulation: crowded })
  const { juror, others, cookies: fullCookies } = await people(full)
  const french = await given.administration({ name: { fr: 'Sans nom arabe' } as { ar: string; fr: string } })
  const long = await given.administration({ name: LONG })
  const all = []
  for (const administration of [long.id, french.id, long.id]) all.push(await full.file({ administration }))
  const [begun, unread, sealedFile] = all
  await test.owner.query('UPDATE nomination SET title = $1', [JSON.stringify(LONG)])
  await test.owner.query(`UPDATE nomination SET title = '{"fr": "Sans titre arabe"}' WHERE id = $1`, [
    unread!.id,
  ])
  for (const one of all)
    for (const reader of [juror, ...others.slice(0, 2)]) await full.reading(reader, one.id)
  ids['begun'] = await opened(ctx, juror, begun!.id)
  ids['sealed'] = (await full.sealed(ctx, others[0]!, sealedFile!.id, 4)).sheetId
  ids['unread'] = unread!.id
  ids['full'] = full.campaign.id

  const bare = await aPanel(test, { given, regulation: { ...crowded, awardName: LONG } })
  const { cookies: bareCookies } = await people(bare)
  ids['bare'] = bare.campaign.id
  Object.assign(cookies, { full: fullCookies, bare: bareCookies })
  await test.owner.query('UPDATE person SET name = $1', [LONG_NAME])
})

/** A key that nobody wrote comes back as it is. */
const KEY =
  /\b(campaign|common|work|errors|public|jury|secretariat|deliberation|results)\.[a-z][A-Za-z]*\.[A-Za-z.-]+/
const words = (html: string): string => html.replace(/<[^>]*>/g, ' ')
function expectWhole(html: string, where: string): void {
  expect(words(html), where).not.toMatch(KEY)
  expect(words(html), where).not.toMatch(/\{\{|undefined|\[object|NaN/)
}

const OF_A_CAMPAIGN: readonly (readonly [string, RouteModule, Who])[] = [
  ['my juries', home, 'juror'],
  ['list of files', files, 'juror'],
  ['charter', charter, 'juror'],
  ['declarations', interests, 'juror'],
  ['progress', progress, 'chair'],
  ['seats', seats, 'clerk'],
  ['assignment', assignment, 'clerk'],
  ['recusals', recusals, 'clerk'],
  ['deliberations', deliberations, 'chair'],
  ['calling the jury', convene, 'clerk'],
]
const OF_A_FILE: readonly (readonly [string, RouteModule, Who, string, string])[] = [
  ['file without an Arabic name', file, 'juror', 'nominationId', 'unread'],
  ['why these readers', assignmentFile, 'clerk', 'nominationId', 'unread'],
  ['sending to the plenary', plenary, 'chair', 'nominationId', 'unread'],
  ['score sheet', sheet, 'juror', 'sheetId', 'begun'],
  ['sealing', seal, 'juror', 'sheetId', 'begun'],
  ['abstaining', abstain, 'juror', 'sheetId', 'begun'],
  ['sealed sheet', sheet, 'reader', 'sheetId', 'sealed'],
  ['receipt', receipt, 'reader', 'sheetId', 'sealed'],
]

describe.each(['fr', 'ar'] as const)(
  'the pages of a jury with the worst that people type, in %s',
  (locale) => {
    it.each(OF_A_CAMPAIGN.flatMap((row) => [['full', ...row] as const, ['bare', ...row] as const]))(
      'writes of the %s campaign «%s» whole',
      async (campaign, name, page, who) => {
        const params = { locale, campaignId: ids[campaign] ?? '' }
        const { status, value } = await get(ctx, page, `/${locale}/jury`, params, cookies[campaign][who])
        expect(status).toBe(200)
        expectWhole(renderPage(page, { locale, value }), `${name}, ${campaign}`)
      },
    )

    it.each(OF_A_FILE)('writes «%s» whole', async (name, page, who, param, of) => {
      const params = { locale, campaignId: ids['full'] ?? '', [param]: ids[of] ?? '' }
      const { status, value } = await get(ctx, page, `/${locale}/jury`, params, cookies.full[who])
      expect(status).toBe(200)
      expectWhole(renderPage(page, { locale, value }), name)
    })

    it('names every file of the list, by its French title where there is no Arabic one', async () => {
      const params = { locale, campaignId: ids['full'] ?? '' }
      const { value } = await get(ctx, files, `/${locale}/jury`, params, cookies.full.juror)
      const html = words(renderPage(files, { locale, value }))
      expect(html).toContain(LONG_NAME)
      expect(html).toContain('Sans titre arabe')
    })
  },
)

describe('the figures of a jury once its scores are closed', () => {
  beforeAll(async () => {
    await test.owner.query(`UPDATE campaign SET phase = 'deliberation'`)
    await adviseJury(ctx)
  })
  it.each(
    (['fr', 'ar'] as const).flatMap((locale) => [[locale, 'full'] as const, [locale, 'bare'] as const]),
  )('are written whole in %s, of the %s campaign', async (locale, campaign) => {
    const params = { locale, campaignId: ids[campaign] ?? '' }
    const { status, value } = await get(ctx, figures, `/${locale}/jury`, params, cookies[campaign].chair)
    expect(status).toBe(200)
    expectWhole(renderPage(figures, { locale, value }), campaign)
  })
})
