import { beforeAll, describe, expect, it } from 'vitest'
import { markDemonstration } from '#app/adapters/db/demonstration-mark.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { publishResults } from '#app/services/results/publish-results.ts'
import { castPlayers } from '#prisma/seed/play/cast.ts'
import { planEdition } from '#prisma/seed/play/edition-plan.ts'
import { playToRelease } from '#prisma/seed/play/play-edition.ts'
import { scheduleResults } from '#prisma/seed/play/release.ts'
import { actorFor, moveClock } from '#prisma/seed/play/stage.ts'
import { recordedEdition } from '#prisma/seed/record.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven } from '#tests/support/given.ts'
import { productionBuild, serve } from '#tests/support/web.ts'
import { patternsOf } from './support/addresses.ts'

const edition = recordedEdition(2021)
if (!edition) throw new Error('no record of 2021')
const test = await testDb()
await markDemonstration(test.url)
const context = await testContext(test, { demonstration: true })
const build = await productionBuild()
const web = await serve((origin) => ({ ...context, origin }), build)
const stage = { ctx: context, ownerUrl: test.url, seed: 5 }
const plan = planEdition(edition)
const release = plan.regulation.calendar.release
/** What only the result tells: that a body of the record has won. Its titles stand nowhere but in its own dossier. */
const TITLES = plan.entries.filter(({ isReal }) => isReal).flatMap(({ title }) => [title.fr, title.ar])

let cast: Awaited<ReturnType<typeof castPlayers>>
let played: { campaignId: string; sessionId: string }
let releaseId = ''
const cookies = { anonymous: '', stranger: '' }

beforeAll(async () => {
  const given = createGiven(test)
  await moveClock(stage, plan.regulation.calendar.nominationsOpen)
  cast = await castPlayers(stage)
  played = await playToRelease(stage, cast, plan)
  releaseId = await scheduleResults(stage, cast, { campaignId: played.campaignId, at: release })
  const stranger = await given.person()
  await given.mandate({ person: stranger.id, administration: (await given.administration()).id })
  cookies.stranger = await given.signedIn(stranger.id)
})

/** Every address that needs no right of one's own, of this campaign, its nominations and its documents. */
async function addresses(): Promise<string[]> {
  const ids = async (sql: string): Promise<string[]> =>
    (await test.owner.query<{ id: string }>(sql)).rows.map(({ id }) => id)
  const nominations = await ids('SELECT id::text FROM nomination')
  // One rule opens all documents of a kind: two of each are asked for.
  const some = `(SELECT *, row_number() OVER (PARTITION BY kind ORDER BY number) AS place FROM document) d WHERE place <= 2`
  const documents = await ids(`SELECT id::text FROM ${some}`)
  const codes = await ids(`SELECT check_code AS id FROM ${some}`)
  const files = ['manifest.json', 'results.json', 'decisions.json', 'sheets.json']
  const fill = (pattern: string): string[] =>
    ['fr', 'ar', 'en'].flatMap((locale) => {
      let made = [pattern.replace(/:locale\??/, locale).replace('*', 'x')]
      for (const [name, values] of [
        ['id', [...nominations, ...documents]],
        ['nominationId', nominations],
        ['campaignId', [played.campaignId]],
        ['sessionId', [played.sessionId]],
        ['slug', ['2021']],
        ['code', [...codes, ...plan.regulation.categories.map(({ code }) => code)]],
        ['number', ['1']],
        ['name', files],
      ] as const)
        made = made.flatMap((path) =>
          path.includes(`:${name}`)
            ? values.map((value) => path.replace(new RegExp(`:${name}\\b\\??`), value))
            : [path],
        )
      return made
    })
  const all = Object.values(patternsOf(build)).flatMap(fill)
  return [...new Set(all)].filter((path) => !path.includes(':'))
}

const lettersOwed = async (): Promise<number> =>
  Number(
    (
      await test.owner.query<{ n: string }>(
        `SELECT count(*) AS n FROM outbox WHERE notice = 'result-available'`,
      )
    ).rows[0]?.n,
  )

/** Where a title of a laureate is told, over every page (or these) and its data, with how many answers were read. */
async function told(cookie: string, among = /^/): Promise<{ where: string[]; read: number }> {
  const where: string[] = []
  let read = 0
  const paths = (await addresses()).filter((path) => among.test(path))
  const channels = paths.flatMap((path) => [path, path === '/' ? '/_root.data' : `${path}.data`])
  for (let from = 0; from < channels.length; from += 8)
    await Promise.all(
      channels.slice(from, from + 8).map(async (path) => {
        const { body, headers } = await web.ask(path, { headers: cookie === '' ? {} : { cookie } })
        read += 1
        const answer = body + JSON.stringify(headers)
        if (TITLES.some((title) => answer.includes(title))) where.push(path)
      }),
    )
  return { where, read }
}

/** Thousands of requests: only what hangs meets this, however busy the machine. */
describe('the embargo of a release that is approved and scheduled', { timeout: 1_200_000 }, () => {
  it.each(['anonymous', 'stranger'] as const)('holds in every channel for the %s', async (who) => {
    await moveClock(stage, instant(release - 1))
    const { where, read } = await told(cookies[who])
    expect(where).toEqual([])
    expect(read).toBeGreaterThan(500)
  })

  it('owes nobody a letter about the result', async () => expect(await lettersOwed()).toBe(0))

  it('ends at its instant: then everybody reads the laureates, on the pages and in the open data', async () => {
    await moveClock(stage, release)
    const publisher = await actorFor(stage, cast.publishers[0].personId)
    expect(await publishResults(context, publisher, { releaseId })).toMatchObject({ ok: true })
    expect(await lettersOwed()).toBeGreaterThan(0)
    const { where } = await told(cookies.anonymous, /laureates|editions|open-data|palmares/)
    for (const path of ['/fr/laureates', '/ar/laureates', '/fr/editions/2021'])
      expect(
        where.some((one) => one.startsWith(path)),
        path,
      ).toBe(true)
    expect(where.some((one) => /open-data|palmares/.test(one))).toBe(true)
  })
})
