import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, inject, it } from 'vitest'
import pg from 'pg'
import { markDemonstration } from '#app/adapters/db/demonstration-mark.ts'
import { createDemonstrationPerson } from '#app/services/account/create-demonstration-person.ts'
import { prepareSyntheticCampaign } from '#app/services/campaign/prepare-synthetic-campaign.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import type { RecordedEdition } from '#app/domain/campaign/archived-edition.ts'
import { differencesFromRecord, type OpenEdition } from '#prisma/seed/compare-with-record.ts'
import { planEdition, targetsOf } from '#prisma/seed/play/edition-plan.ts'
import { recordedEdition, RECORD } from '#prisma/seed/record.ts'
import { createReplayDatabase } from '#prisma/seed/replay-database.ts'
import { replayEdition, type ReplaySummary } from '#prisma/seed/replay-edition.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb } from '#tests/support/db.ts'

const SEED = 11

function editionOf(year: number): RecordedEdition {
  const edition = recordedEdition(year)
  if (!edition) throw new Error(`no record of ${year}`)
  return edition
}

/** Plays one edition in a database of this test and reads the two files it wrote. */
async function replayed(year: number) {
  const test = await testDb()
  await markDemonstration(test.url)
  const ctx = await testContext(test, { demonstration: true })
  const folder = await mkdtemp(path.join(os.tmpdir(), 'imtiyaz-replay-'))
  const { summary, faults } = await replayEdition(
    { ctx, ownerUrl: test.url, seed: SEED },
    editionOf(year),
    folder,
  )
  const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
  const [opened] = (read(summary.openData) as { editions: OpenEdition[] }).editions
  const bundle = read(summary.bundle) as { files: Record<string, string> }
  if (!opened) throw new Error('empty open data')
  return { test, summary, faults, opened, bundle, folder }
}

describe('the plan of a replay', () => {
  it('leaves out only what the record leaves open: one category of 2012, of which no prize is known', () => {
    const left = RECORD.flatMap((edition) => {
      const planned = new Set(planEdition(edition).regulation.categories.map(({ code }) => code))
      return edition.categories
        .filter(({ code }) => !planned.has(code))
        .map(({ prizes }) => ({ year: edition.year, prizes: prizes.length }))
    })
    expect(left).toEqual([{ year: 2012, prizes: 0 }])
  })
})

describe('a replay', () => {
  it('plays 2021 to the record, slot by slot, with the real decisions and the three withheld prizes', async () => {
    const { summary, faults, opened, bundle, folder, test } = await replayed(2021)
    expect(faults).toEqual([])
    expect(summary).toMatchObject({ year: 2021, categories: 4, awarded: 4, shared: 0, withheld: 3 })
    const rows = editionOf(2021).categories.flatMap(({ code, prizes }) =>
      prizes.map((prize) => ({ code, prize })),
    )
    const published = opened.categories.flatMap(({ code, prizes }) =>
      prizes.map((prize) => ({ code, prize })),
    )
    expect(published).toHaveLength(rows.length)
    rows.forEach(({ code, prize }, at) => expect(published[at]).toMatchObject({ code, prize }))
    expect(opened).toMatchObject({ ceremonyDate: '2022-03-21', replayed: true })
    // The only real nominations are the laureates; everybody else is named as a demonstration.
    const { rows: bodies } = await test.owner.query<{ fr: string; ar: string }>(
      `SELECT DISTINCT a.name->>'fr' AS fr, a.name->>'ar' AS ar
       FROM nomination n JOIN administration a ON a.id = n.administration_id`,
    )
    const laureates = rows.map(({ prize }) => prize.administrationFr)
    const invented = bodies.filter(({ fr }) => !laureates.includes(fr))
    expect(invented.length).toBeGreaterThan(0)
    for (const { fr, ar } of invented) {
      const [, number] = /^Administration de démonstration (\d+)$/.exec(fr) ?? []
      expect(ar).toBe(`إدارة تجريبية ${number}`)
    }
    // Nothing that the replay wrote lets its scores be taken for real ones.
    const { rows: documents } = await test.owner.query<{ kind: string; said: string | null }>(
      `SELECT DISTINCT kind, record ->> 'synthetic' AS said FROM document ORDER BY kind`,
    )
    expect(documents.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['laureate_certificate', 'minutes', 'receipt']),
    )
    expect(documents.filter(({ said }) => said !== 'true')).toEqual([])
    const [header, ...lines] = readFileSync(path.join(folder, 'palmares.csv'), 'utf8').trim().split('\r\n')
    expect(header).toContain(',replayed,id,url,licence,')
    expect(lines).toHaveLength(rows.length)
    for (const line of lines) expect(line).toMatch(/,true,[^,]*,[^,]*,ODbL-1\.0,/)
    const { rows: when } = await test.owner.query<{ at: Date }>('SELECT published_at AS at FROM snapshot')
    expect(when[0]?.at.toISOString().slice(0, 10)).toBe('2022-03-21')
    expect(JSON.parse(bundle.files['manifest.json'] ?? '{}')).toMatchObject({ synthetic: true })
    await expectVerified(summary.bundle)
    await expectTamperingFound(bundle, folder)
    await rm(folder, { recursive: true })
  })

  it('ranks the laureates in the order of their prizes, and nobody reaches the threshold of a withheld one', async () => {
    const { test, folder } = await replayed(2017)
    const plan = planEdition(editionOf(2017))
    const { rows } = await test.owner.query<{ code: string; document: Tally }>(
      'SELECT k.code, t.document FROM tally t JOIN category k ON k.id = t.category_id',
    )
    for (const { code, document } of rows) {
      const slots = plan.regulation.categories.find((one) => one.code === code)?.slots ?? []
      const decisions = plan.decisions.filter((one) => one.category === code)
      const ranks = document.nominations.map(({ rank }) => rank)
      expect(new Set(ranks).size, `${code} has no tie`).toBe(ranks.length)
      decisions.forEach(({ outcome, slot }, at) => {
        const advice = slots.find((one) => one.code === slot)?.advisoryThreshold ?? null
        if (outcome !== 'withheld' || advice === null) return
        const taken = decisions.slice(0, at).flatMap(({ winners }) => winners).length
        const free = document.nominations.filter(({ rank }) => (rank ?? 0) > taken)
        expect(free.length).toBeGreaterThan(0)
        for (const { display } of free) expect(Number(display)).toBeLessThan(Number(advice))
      })
    }
    await rm(folder, { recursive: true })
  })

  // 2007: shared across categories, no ceremony date. 2015: two winners of one prize. 2010: several prizes of one type.
  it.each([2007, 2015, 2010])(
    'plays %i without a difference',
    async (year) => {
      const { summary, faults, opened, folder } = await replayed(year)
      expect(faults).toEqual([])
      const recorded = editionOf(year)
      expect(opened.ceremonyDate).toBe(recorded.ceremonyDate)
      const rows = recorded.categories.reduce((sum, { prizes }) => sum + prizes.length, 0)
      expect(opened.categories.reduce((sum, { prizes }) => sum + prizes.length, 0)).toBe(rows)
      expect(summary.shared).toBe({ 2007: 3, 2015: 1 }[year] ?? 0)
      await rm(folder, { recursive: true })
    },
    600_000,
  )

  // 2005: a project without a name.
  it('as an operator starts it says its seed, and ends with one line of nine keys about files that are there', async () => {
    const words = ['app/cli/run.mjs', 'replay', '2005', '--seed', '7']
    const env = { ...process.env, DATABASE_URL: inject('postgresUrl') }
    const { stdout, stderr } = await promisify(execFile)(process.execPath, words, { env })
    expect(stderr).toBe('')
    const [said, last] = stdout.trimEnd().split('\n').slice(-2)
    expect(said).toMatch(/^2005: seed 7, synthetic scores, [\d.]+ s, 0 differences$/)
    const summary = JSON.parse(last ?? '') as ReplaySummary
    expect(Object.keys(summary)).toEqual([
      ...['year', 'categories', 'nominations', 'sheets', 'awarded', 'shared', 'withheld'],
      ...['openData', 'bundle'],
    ])
    const prizes = editionOf(2005).categories.flatMap((category) => category.prizes)
    expect(summary).toMatchObject({ year: 2005, shared: 0, withheld: 0, awarded: prizes.length })
    const roll = JSON.parse(readFileSync(summary.openData, 'utf8')) as { editions: OpenEdition[] }
    expect(roll.editions).toMatchObject([{ replayed: true, ceremonyDate: editionOf(2005).ceremonyDate }])
    expect(verifyCommand(summary.bundle).status).toBe(0)
  })

  it('names every planted difference', async () => {
    const { opened, folder } = await replayed(2006)
    const recorded = editionOf(2006)
    expect(differencesFromRecord(recorded, opened)).toEqual([])
    const change = (prize: object): OpenEdition => ({
      ...opened,
      categories: opened.categories.map((category) => ({
        ...category,
        prizes: category.prizes.map((one) => ({ ...one, ...prize })),
      })),
    })
    for (const planted of [
      { administrationFr: 'Une autre' },
      { administrationAr: 'إدارة أخرى' },
      { projectFr: null },
      { outcome: 'withheld' },
      { type: 'excellence' },
      { url: null },
    ])
      expect(differencesFromRecord(recorded, change(planted)), JSON.stringify(planted)).toHaveLength(1)
    expect(differencesFromRecord(recorded, { ...opened, ceremonyDate: '2006-12-01' })).toHaveLength(1)
    expect(differencesFromRecord(recorded, { ...opened, replayed: false })).toHaveLength(1)
    expect(differencesFromRecord(recorded, { ...opened, categories: [] })).toHaveLength(1)
    await rm(folder, { recursive: true })
  })
})

type Tally = { readonly nominations: readonly { readonly rank: number | null; readonly display: string }[] }

const verifyCommand = (file: string) =>
  spawnSync(process.execPath, ['app/verifier/main.ts', file], { encoding: 'utf8' })

async function expectVerified(file: string): Promise<void> {
  const { status, stdout } = verifyCommand(file)
  expect(status, stdout).toBe(0)
  expect(stdout).toContain('The result is confirmed')
}

/** One place changed, with the manifest left as it was. */
async function expectTamperingFound(
  bundle: { files: Record<string, string> },
  folder: string,
): Promise<void> {
  const results = (bundle.files['results.json'] ?? '').replace('"rank":1,', '"rank":2,')
  expect(results).not.toBe(bundle.files['results.json'])
  const file = path.join(folder, 'tampered.json')
  await writeFile(file, JSON.stringify({ ...bundle, files: { ...bundle.files, 'results.json': results } }))
  expect(verifyCommand(file).status).toBe(1)
}

describe('what a replay may touch', () => {
  it('lives in a database of its own that is gone afterwards', async () => {
    const server = inject('postgresUrl')
    const databases = async (): Promise<string[]> => {
      const client = new pg.Client({ connectionString: server })
      await client.connect()
      const { rows } = await client.query<{ datname: string }>(
        `SELECT datname FROM pg_database WHERE datname LIKE 'imtiyaz\\_replay\\_2099\\_%'`,
      )
      await client.end()
      return rows.map(({ datname }) => datname)
    }
    const database = await createReplayDatabase(server, 2099)
    expect(database.ctx.demonstration).toBe(true)
    expect(await databases()).toHaveLength(1)
    expect(new URL(database.ownerUrl).pathname).not.toBe(new URL(server).pathname)
    await database.drop()
    expect(await databases()).toEqual([])
  })

  it('is put away also when it is stopped while it is being made', async () => {
    const server = inject('postgresUrl')
    let stopped: Promise<void> | undefined
    const making = createReplayDatabase(server, 2098, (drop) => void (stopped = drop()))
    await expect(making).rejects.toThrow()
    await stopped
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    const { rows } = await client.query(
      `SELECT 1 FROM pg_database WHERE datname LIKE 'imtiyaz\\_replay\\_2098\\_%'`,
    )
    await client.end()
    expect(rows).toEqual([])
  })

  it('invents nobody and begins no synthetic campaign in a real installation', async () => {
    const test = await testDb()
    const ctx = await testContext(test)
    const person = { mailbox: 'x', name: 'X', locale: 'fr' } as const
    expect(await createDemonstrationPerson(ctx, person)).toMatchObject({
      ok: false,
      reason: 'not-a-demonstration',
    })
    const { regulation } = planEdition(editionOf(2021))
    const opensAt = regulation.calendar.nominationsOpen
    const start = { year: 2021, slug: '2021', editionNumber: null, regulation, record: null, opensAt }
    const refused = await prepareSyntheticCampaign(ctx, SYSTEM_ACTOR, start)
    expect(refused).toMatchObject({ ok: false, reason: 'not-a-demonstration' })
    const { rows } = await test.owner.query('SELECT 1 FROM person UNION ALL SELECT 1 FROM campaign')
    expect(rows).toEqual([])
  })
})

describe('the plan of an edition', () => {
  it('holds a nomination for each recorded winner and three competitors for each category', () => {
    for (const edition of RECORD) {
      const plan = planEdition(edition)
      const winners = edition.categories
        .flatMap(({ prizes }) => prizes)
        .filter(({ withheld }) => !withheld).length
      expect(plan.entries.filter(({ isReal }) => isReal)).toHaveLength(winners)
      expect(plan.entries.filter(({ isReal }) => !isReal)).toHaveLength(plan.regulation.categories.length * 3)
    }
  })

  it('aims below the threshold of a prize withheld before', () => {
    expect(
      targetsOf([
        { winners: 0, threshold: 70 },
        { winners: 1, threshold: 50 },
      ]),
    ).toEqual([62])
  })
})
