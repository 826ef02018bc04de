import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Db, openDb, UNHURRIED } from '#app/adapters/db/client.server.ts'
import {
  clearUnfinished,
  demonstrationState,
  markDemonstration,
} from '#app/adapters/db/demonstration-mark.ts'
import { settlePastLetters } from '#app/adapters/db/past-letters.ts'
import { loadStandings } from '#app/adapters/db/standings.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import { demonstrationPeople } from '#app/adapters/db/people.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import type { AdviceDocument } from '#app/domain/advice/advice.ts'
import type { Context } from '#app/services/context.ts'
import { RECORD } from '#prisma/seed/record.ts'
import { seedDemonstration } from '#prisma/seed/seed-demonstration.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'

let test: TestDb
let ctx: Context
const said: string[] = []

const rows = async <T extends object>(sql: string): Promise<T[]> => (await test.owner.query<T>(sql)).rows
const one = async (sql: string): Promise<number> => Number((await rows<{ n: string }>(sql))[0]?.n)

/** As `npm start` seeds: by the limits of a filling, which a slow machine needs. */
let db: Db | null = null
const unhurried = (url: string): Db => (db = openDb(url, { poolSize: 4, limits: UNHURRIED }))
afterAll(() => db?.close())

beforeAll(async () => {
  test = await testDb()
  await markDemonstration(test.url, 'seeding')
  ctx = await testContext(test, { db: unhurried(test.url), demonstration: true })
  await seedDemonstration({ ctx, ownerUrl: test.url, seed: 3 }, (line) => void said.push(line))
})

describe('the seeded demonstration', () => {
  it('holds the archive, the replayed edition in its place, and five live campaigns', async () => {
    const campaigns = await rows<{ slug: string; phase: string; archived: boolean; synthetic: boolean }>(
      'SELECT slug, phase, archived, synthetic FROM campaign ORDER BY slug',
    )
    const imported = campaigns.filter(({ archived }) => archived).map(({ slug }) => slug)
    expect(imported).toEqual(RECORD.map(({ year }) => `${year}`).filter((year) => year !== '2021'))
    const live = campaigns.filter(({ archived }) => !archived)
    expect(live.map(({ phase }) => phase)).toEqual([
      'published',
      'deliberation',
      'presentations',
      'deliberation',
      'evaluation',
      'nominations',
    ])
    expect(live.every(({ synthetic }) => synthetic)).toBe(true)
    expect(said).toHaveLength(7)
  })

  it('stands in the middle of an evaluation: sealed, begun and untouched sheets, recusals, files turned away', async () => {
    const of = `(SELECT id FROM campaign WHERE phase = 'evaluation')`
    expect(await one(`SELECT count(*) AS n FROM nomination WHERE campaign_id = ${of}`)).toBe(60)
    expect(
      await one(`SELECT count(*) AS n FROM nomination WHERE campaign_id = ${of} AND state = 'inadmissible'`),
    ).toBe(4)
    expect(await rows(`SELECT outcome, state FROM appeal_answer`)).toEqual([
      { outcome: 'dismissed', state: 'validated' },
    ])
    expect(await rows(`SELECT kind, state FROM complaint WHERE campaign_id = ${of} ORDER BY number`)).toEqual(
      [
        { kind: 'complaint', state: 'answered' },
        { kind: 'observation', state: 'received' },
      ],
    )
    expect(
      await one(`SELECT count(*) AS n FROM nomination WHERE campaign_id = ${of} AND state = 'withdrawn'`),
    ).toBe(2)
    expect(
      await rows(`SELECT p.state FROM category_proposal p JOIN nomination n ON n.id = p.nomination_id
        WHERE n.state = 'admissible' AND n.category_id = p.to_category_id`),
    ).toEqual([{ state: 'agreed' }])
    expect(
      await rows(`SELECT d.state, d.proposed_by <> d.settled_by AS two FROM disqualification d
        JOIN nomination n ON n.id = d.nomination_id WHERE n.campaign_id = ${of} AND n.state = 'disqualified'`),
    ).toEqual([{ state: 'settled', two: true }])
    expect(
      await one(
        `SELECT count(*) AS n FROM seat WHERE campaign_id = ${of} AND role = 'juror' AND state = 'accepted'`,
      ),
    ).toBe(9)
    const readings = await one(
      `SELECT count(*) AS n FROM assignment a JOIN nomination n ON n.id = a.nomination_id WHERE n.campaign_id = ${of}`,
    )
    expect(readings).toBe(54 * 5)
    const sheets = `FROM score_sheet s JOIN nomination n ON n.id = s.nomination_id WHERE n.campaign_id = ${of}`
    const sealed = await one(`SELECT count(*) AS n ${sheets} AND s.state = 'sealed'`)
    expect(sealed / readings).toBeGreaterThan(0.4)
    expect(sealed / readings).toBeLessThan(0.6)
    expect(await one(`SELECT count(*) AS n ${sheets} AND s.state = 'draft'`)).toBeGreaterThan(9)
    const recusals = `recusal r JOIN nomination n ON n.id = r.nomination_id`
    expect(await one(`SELECT count(*) AS n FROM ${recusals} WHERE n.campaign_id = ${of}`)).toBe(6)
    expect(await one('SELECT count(*) AS n FROM evidence')).toBeGreaterThan(5)
  })

  it('lets a newcomer apply: twenty days remain, one draft is half written, one awaits its visa, one body is asked for', async () => {
    const [open] = await rows<{
      days: number
    }>(`SELECT extract(epoch FROM closes_at - award_now()) / 86400 AS days
      FROM campaign WHERE phase = 'nominations'`)
    expect(Number(open?.days)).toBeGreaterThan(19)
    expect(Number(open?.days)).toBeLessThan(21)
    const states = await rows<{
      state: string
    }>(`SELECT n.state FROM nomination n JOIN campaign c ON c.id = n.campaign_id
      WHERE c.phase = 'nominations' ORDER BY 1`)
    expect(states.map(({ state }) => state)).toEqual(['awaiting_visa', 'draft', 'submitted'])
    expect(await one(`SELECT count(*) AS n FROM administration WHERE state = 'requested'`)).toBe(1)
  })

  it('stands in a second round that carries the first over: sheets asked again, a file short of a reader', async () => {
    const of = `(SELECT id FROM campaign WHERE phase = 'presentations')`
    expect(await one(`SELECT count(*) AS n FROM shortlist WHERE campaign_id = ${of}`)).toBe(2)
    const sheets =
      await rows(`SELECT s.state, count(*)::int AS n FROM score_sheet s JOIN nomination n ON n.id = s.nomination_id
      WHERE n.campaign_id = ${of} AND s.second_round GROUP BY 1 ORDER BY 1`)
    expect(sheets).toEqual([
      { state: 'draft', n: 3 },
      { state: 'sealed', n: 2 },
      { state: 'voided', n: 1 },
    ])
    expect(
      await rows(`SELECT count(a.id)::int AS readers FROM shortlist l LEFT JOIN assignment a
        ON a.nomination_id = l.nomination_id AND a.removed_at IS NULL WHERE l.campaign_id = ${of}
        GROUP BY l.nomination_id ORDER BY 1`),
    ).toEqual([{ readers: 2 }, { readers: 3 }])
  })

  it('stands on the day of a deliberation: sheets sealed, the jury in session, its figures made', async () => {
    const of = `(SELECT id FROM campaign WHERE phase = 'deliberation' AND slug LIKE '%-regions')`
    expect(
      await one(
        `SELECT count(*) AS n FROM deliberation_session WHERE campaign_id = ${of} AND state = 'open'`,
      ),
    ).toBe(1)
    expect(
      await one(`SELECT count(*) AS n FROM deliberation_item i JOIN deliberation_session s ON s.id = i.session_id
      WHERE s.campaign_id = ${of} AND i.state = 'open'`),
    ).toBe(1)
    expect(
      await rows(`SELECT p.reason, p.sheets, p.eligible, p.quorum FROM plenary_referral p
        JOIN nomination n ON n.id = p.nomination_id WHERE n.campaign_id = ${of} AND p.taken_back_at IS NULL`),
    ).toEqual([{ reason: 'readers-absent', sheets: 2, eligible: 5, quorum: 3 }])
    const [advice] = await rows<{ document: AdviceDocument }>(
      `SELECT a.document FROM advice a JOIN tally t ON t.id = a.tally_id WHERE t.campaign_id = ${of}`,
    )
    // Twelve compete; the one in plenary has no place among them.
    expect(advice?.document.nominations).toHaveLength(11)
    expect(advice?.document.jurors).toHaveLength(9)
    expect(advice?.document.severity.withheld).toBeNull()
    const { intraclass, fleiss, drift, halo } = advice!.document.panel!
    for (const figure of [intraclass, fleiss, drift, halo]) expect(figure.withheld).toBeNull()
  })

  it('draws a lot between the equals of a meeting, and no other step parts them', async () => {
    const campaign = `(SELECT id FROM campaign WHERE slug LIKE '%-regions')`
    const [draw] = await rows<{ id: string; outcome: string; named: boolean }>(
      `SELECT l.campaign_id AS id, l.outcome, l.source = v.document->'scoring'->>'lotSource' AS named
         FROM lot_draw l JOIN regulation_version v ON v.campaign_id = l.campaign_id
        WHERE l.campaign_id = ${campaign}`,
    )
    expect(draw).toMatchObject({ outcome: '7 12 23 31 40 44', named: true })
    const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
    const standings = await readAs(ctx.db.office, SYSTEM_ACTOR.personId, (tx) =>
      loadStandings(tx, draw!.id, sha256),
    )
    if (!standings.ok) throw new Error(standings.reason)
    const ranking = [...standings.value.values()].flatMap((one) => one.ranking)
    const drawn = ranking.filter(({ decidedBy }) => decidedBy === 'lot')
    expect(drawn.map(({ rank }) => rank).sort()).toEqual([4, 5])
    expect(ranking.filter(({ tiedWith }) => tiedWith.length > 0)).toEqual([])
    // One computation of the figures, of the result that the lot left.
    expect(
      await one(`SELECT count(*) AS n FROM advice a JOIN tally t ON t.id = a.tally_id
        WHERE t.campaign_id = ${campaign}`),
    ).toBe(1)
  })

  it('holds a flag that the plenary lifted, with its vote, and one that is open while files are read', async () => {
    const flags = await rows(`SELECT c.phase, f.state, f.ground, m.kind, m.state AS vote,
        m.result->'flag'->>'outcome' AS outcome, m.result->'flag'->>'uphold' AS uphold,
        m.result->'flag'->>'lift' AS lift
      FROM flag f JOIN nomination n ON n.id = f.nomination_id JOIN campaign c ON c.id = n.campaign_id
      LEFT JOIN motion m ON m.id = f.motion_id ORDER BY c.phase`)
    expect(flags).toEqual([
      {
        ...{ phase: 'deliberation', state: 'lifted', ground: 'eligibility', kind: 'flag', vote: 'closed' },
        ...{ outcome: 'lifted', uphold: '2', lift: '7' },
      },
      {
        ...{ phase: 'evaluation', state: 'open', ground: 'plagiarism', kind: null, vote: null },
        ...{ outcome: null, uphold: null, lift: null },
      },
    ])
    expect(
      await rows(`SELECT n.state FROM flag f JOIN nomination n ON n.id = f.nomination_id ORDER BY 1`),
    ).toEqual([{ state: 'admissible' }, { state: 'admissible' }])
  })

  it('stands between an evaluation that everybody read whole and its meeting: every figure of the chair is open', async () => {
    const of = `(SELECT id FROM campaign WHERE slug LIKE '%-villes')`
    expect(await one(`SELECT count(*) AS n FROM deliberation_session WHERE campaign_id = ${of}`)).toBe(0)
    const [advice] = await rows<{ document: AdviceDocument }>(
      `SELECT a.document FROM advice a JOIN tally t ON t.id = a.tally_id WHERE t.campaign_id = ${of}`,
    )
    const { nominations, jurors, severity, concordance, expected, reserves, panel } = advice!.document
    expect([nominations.length, jurors.length]).toEqual([20, 4])
    expect([severity.withheld, concordance?.withheld, expected?.withheld]).toEqual([null, null, null])
    // Nobody chose what to read: gate G5 has nothing to reserve.
    expect(reserves).toEqual([])
    for (const figure of Object.values(panel!)) expect(figure.withheld).toBeNull()
    expect(panel!.kappa.value).toMatchObject({ pairs: 6, ofPairs: 6 })
    const lifted = `SELECT count(DISTINCT seat_id) AS n FROM recusal WHERE lifted_at IS NOT NULL
      AND nomination_id IN (SELECT id FROM nomination WHERE campaign_id = ${of})`
    expect(await one(lifted)).toBe(4)
  })

  it('marks every invented person, and lists one of each role first', async () => {
    expect(await one('SELECT count(*) AS n FROM person WHERE NOT demonstration')).toBe(0)
    const people = await demonstrationPeople(ctx.db.office)
    expect(people.every(({ name }) => /\((démonstration|تجريبي)\)$/.test(name))).toBe(true)
    expect(people.length).toBeLessThan(25)
    const first = people.slice(0, 20).map(({ email }) => email.split('@')[0])
    expect(first).toEqual(
      expect.arrayContaining([
        'redactrice',
        'signataire',
        'secretariat.1',
        'secretariat.2',
        'organisation',
        'presidence',
        'presidence.suppleante',
        'jure.1',
        'jure.9',
        'publication.1',
        'publication.2',
        'audit',
        'administration',
      ]),
    )
  })

  it('gives the clock back and leaves a few letters of each kind to the worker', async () => {
    expect(await rows('SELECT 1 FROM award_clock')).toEqual([])
    expect(await settlePastLetters(ctx.db.office, 2)).toBeGreaterThan(100)
    const kinds = await rows<{ n: string }>(
      `SELECT count(*) AS n FROM outbox WHERE state = 'pending' GROUP BY notice`,
    )
    expect(kinds.length).toBeGreaterThan(10)
    expect(kinds.every(({ n }) => Number(n) <= 2)).toBe(true)
  })
})

describe('the mark of a demonstration', () => {
  it('empties an unfinished seeding, and refuses to empty anything else', async () => {
    expect(await demonstrationState(test.url)).toBe('seeding')
    await clearUnfinished(test.url)
    expect(await one('SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM audit_entry) AS n')).toBe(
      0,
    )
    expect(await demonstrationState(test.url)).toBe('none')
    await expect(test.owner.query('TRUNCATE audit_entry')).rejects.toThrow()
    await markDemonstration(test.url, 'ready')
    expect(await demonstrationState(test.url)).toBe('ready')
    await expect(clearUnfinished(test.url)).rejects.toThrow('not an unfinished demonstration')
  })

  it('knows a real installation by its people', async () => {
    const real = await testDb()
    expect(await demonstrationState(real.url)).toBe('none')
    await real.owner.query(`INSERT INTO person (id, email, name, locale, demonstration, created_at)
      VALUES (gen_random_uuid(), 'a@example.ma', 'A', 'fr', false, now())`)
    expect(await demonstrationState(real.url)).toBe('real')
    await expect(clearUnfinished(real.url)).rejects.toThrow('not an unfinished demonstration')
  })
})
