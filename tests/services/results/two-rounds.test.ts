import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadCampaign } from '#app/adapters/db/campaigns.ts'
import { loadMaterial } from '#app/adapters/db/release-material.ts'
import { loadBundleSheets, loadShadow } from '#app/adapters/db/release-facts.ts'
import { loadStandings } from '#app/adapters/db/standings.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import { brokenSeals } from '#app/cli/check-data/seals.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { toText } from '#app/domain/kernel/rational.ts'
import { tallyDifferences, tallyLines } from '#app/domain/results/shadow-tally.ts'
import { chairFigures } from '#app/queries/chair/figures.ts'
import { mayReadDocument } from '#app/queries/files/document-access.ts'
import { myFiles } from '#app/queries/jury/my-files.ts'
import { openMatrix } from '#app/services/audit/open-matrix.ts'
import * as roomRoute from '#app/routes/deliberation/room.tsx'
import { draftMinutes } from '#app/services/deliberation/draft-minutes.ts'
import { proposeDisqualification } from '#app/services/nomination/propose-disqualification.ts'
import { settleDisqualification } from '#app/services/nomination/settle-disqualification.ts'
import { pressDocument } from '#app/services/press-document.ts'
import { renderPage } from '#tests/support/render-page.tsx'
import { get } from '#tests/support/request.ts'
import { adviseJury } from '#app/services/deliberation/advise-jury.ts'
import { reopenScoreSheet } from '#app/services/scoring/reopen-score-sheet.ts'
import { recuseJuror } from '#app/services/jury/recuse-juror.ts'
import { remind } from '#app/services/system/remind.ts'
import { verify } from '#app/verifier/verify.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { decideAll, must } from '#tests/services/deliberation/a-meeting.ts'
import { aFirstRound, aMeetingOf, FIRST, SECOND, secondSheets, type Round } from './a-first-round.ts'
import { forge, type Files } from '#tests/verifier/forge.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
let test: TestDb
let ctx: Awaited<ReturnType<typeof testContext>>
let world: { test: TestDb; ctx: typeof ctx }
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  world = { test, ctx }
})

const reading = <T>(work: (tx: Parameters<Parameters<typeof readAs<T>>[2]>[0]) => Promise<T>) =>
  readAs(ctx.db.office, SYSTEM_ACTOR.personId, work)
const standingOf = ({ id, code }: Round) =>
  reading(async (tx) => {
    const standings = must(await loadStandings(tx, id, sha256))
    const shadow = await loadShadow(tx, id)
    const differences = [...standings].flatMap(([category, { ranking, scores }]) =>
      tallyDifferences(tallyLines(ranking, scores.scores), shadow.get(category) ?? []),
    )
    return { ...standings.get(code)!, differences }
  })
const rows = async (statement: string, ...values: unknown[]) =>
  (await test.owner.query(statement, values)).rows

describe('an award of two rounds', () => {
  let round: Round
  let bundle: Files
  beforeAll(async () => {
    round = await aFirstRound(world)
  })

  it('does not go to the deliberation without its second round', async () => {
    expect(await round.advance('evaluation', 'deliberation')).toMatchObject({
      ...{ ok: false, reason: 'second-round-missing' },
    })
  })

  it('shortlists the first and all tied at the cut, with their figures, and asks each reader for a new sheet', async () => {
    must(await round.advance('evaluation', 'presentations'))
    const [a, b, c] = round.files
    const shortlisted = await rows(
      'SELECT nomination_id, score, place, sheets, eligible FROM shortlist WHERE campaign_id = $1 ORDER BY place',
      round.id,
    )
    expect(shortlisted.map(({ nomination_id, place }) => [nomination_id, place])).toEqual([
      [a, 1],
      ...[b, c].sort().map((id) => [id, 2]),
    ])
    expect(shortlisted.map(({ score, sheets, eligible }) => [score, sheets, eligible])).toEqual([
      ['100', 3, 3],
      ['200/3', 3, 3],
      ['200/3', 3, 3],
    ])
    const [minutes] = await rows(
      "SELECT * FROM document WHERE kind = 'shortlisting_minutes' AND campaign_id = $1",
      round.id,
    )
    expect(minutes.number).toMatch(/^PS-\d{4}-\d{4}$/)
    const { firstRound, scored } = minutes.record
    expect([scored, firstRound.places, firstRound.categories.length, firstRound.percents]).toEqual([
      5,
      2,
      1,
      undefined,
    ])
    expect(
      firstRound.categories[0].advanced.map(({ rank, score }: { rank: number; score: string }) => [
        rank,
        score,
      ]),
    ).toEqual([
      [1, '100,00'],
      [2, '66,67'],
      [2, '66,67'],
    ])
    expect((await pressDocument(ctx, minutes)).bytes.length).toBeGreaterThan(1000)
    const drafts = await rows(
      `SELECT s.state, s.sequence FROM score_sheet s JOIN nomination n ON n.id = s.nomination_id
       WHERE n.campaign_id = $1 AND s.second_round`,
      round.id,
    )
    expect(drafts).toEqual(Array.from({ length: 9 }, () => ({ state: 'draft', sequence: 2 })))
    const [entry] = await rows(
      `SELECT facts FROM audit_entry WHERE act = 'secondRoundOpened' AND campaign_id = $1`,
      round.id,
    )
    expect(entry.facts).toMatchObject({
      minutes: minutes.number,
      shortlistHash: minutes.record.shortlistSha256,
    })
    expect(entry.facts).toMatchObject({ advanced: 3, sheets: 9, categories: [`${round.code}=3`] })
    expect(JSON.stringify(entry.facts)).not.toContain(a)
    const told = await rows(
      `SELECT person_id, facts FROM notice WHERE name = 'second-round-opened' AND campaign_id = $1`,
      round.id,
    )
    expect(told.map(({ person_id }) => person_id).sort()).toEqual(
      round.jurors.map(({ personId }) => personId).sort(),
    )
    expect(told[0].facts).toMatchObject({ dueAt: round.calendar.deliberation })
  })

  it('shows each juror what is asked again and until when, and nobody a figure while it is open', async () => {
    const juror = round.jurors[0]!
    const mine = must(await myFiles(ctx, await round.given.actor(juror.personId), round.id))
    expect([mine.isSecondRound, mine.closesAt]).toEqual([true, round.calendar.deliberation])
    expect(mine.files.filter(({ state }) => state === 'draft')).toHaveLength(3)
    expect(mine.files.filter(({ state }) => state === 'sealed')).toHaveLength(2)
    expect(await chairFigures(ctx, round.chair.actor, round.id)).toMatchObject({ reason: 'evaluation-open' })
    expect(await adviseJury(ctx)).toBe(0)
  })

  it('opens its minutes to the members once they deliberate, and to nobody while they score', async () => {
    const [asked] = await rows(
      `SELECT kind, campaign_id AS "campaignId", subject_id AS "subjectId", public AS "isPublic" FROM document
       WHERE kind = 'shortlisting_minutes' AND campaign_id = $1`,
      round.id,
    )
    const auditor = await round.given.officer('auditor', round.id)
    const hands = [
      round.chair.actor,
      await round.given.actor(round.jurors[0]!.personId),
      auditor,
      round.organiser,
    ]
    const may = () => Promise.all(hands.map((actor) => mayReadDocument(ctx, actor, asked)))
    expect(await may()).toEqual([false, false, false, false])
    await test.owner.query("UPDATE campaign SET phase = 'deliberation' WHERE id = $1", [round.id])
    expect(await may()).toEqual([true, true, true, false])
    expect(await mayReadDocument(ctx, null, asked)).toBe(false)
    await test.owner.query("UPDATE campaign SET phase = 'presentations' WHERE id = $1", [round.id])
  })

  it('reminds whoever has not sealed, before the second round closes', async () => {
    await test.setNow(instant(round.calendar.deliberation - 2 * 86_400_000))
    await remind(ctx)
    const told = await rows(
      `SELECT facts FROM notice WHERE name = 'sheet-due' AND campaign_id = $1 ORDER BY person_id`,
      round.id,
    )
    expect(told).toHaveLength(3)
    expect(told[0].facts).toMatchObject({ count: 3, dueAt: round.calendar.deliberation })
    await test.setNow(round.calendar.evaluationCloses)
  })

  it('keeps the first round closed, and waits for every sheet of the second', async () => {
    const [sheet] = await rows(
      `SELECT id, version FROM score_sheet WHERE nomination_id = $1 AND seat_id = $2`,
      round.files[4],
      round.jurors[0]!.seatId,
    )
    expect(
      await reopenScoreSheet(ctx, round.chair.actor, {
        ...{ sheetId: sheet.id, version: sheet.version, reason: 'Erreur matérielle' },
      }),
    ).toMatchObject({ reason: 'first-round-closed' })
    expect(await round.advance('presentations', 'deliberation')).toMatchObject({
      ...{ reason: 'blocked', facts: { codes: ['sheets-unsealed', 'below-minimum-sheets'] } },
    })
  })

  it('ranks by the sheets of the second round alone, the same in the domain and in SQL', async () => {
    await secondSheets(world, round)
    must(await round.advance('presentations', 'deliberation'))
    const [a, b, c] = round.files
    const { ranking, differences } = await standingOf(round)
    expect(differences).toEqual([])
    expect(
      ranking.map(({ nominationId, rank, score }) => [nominationId, rank, score && toText(score)]),
    ).toEqual([
      [c, 1, '275/3'],
      [b, 2, '75'],
      [a, 3, '50'],
    ])
    const stored = await rows(
      `SELECT document FROM tally WHERE campaign_id = $1 ORDER BY computed_at, id`,
      round.id,
    )
    const sizes = stored.map(({ document }) => document).filter(({ category }) => category === round.code)
    // Both rounds stand: five nominations in the first, three in the second.
    expect(sizes.map(({ nominations }) => nominations.length)).toEqual([5, 3])
    expect(await brokenSeals(test.owner)).toEqual([])
    // One category was scored; the others have nothing to advise on, and are advised of nothing.
    expect(await adviseJury(ctx)).toBe(Object.keys(round.campaign.categories).length)
    const figures = must(await chairFigures(ctx, round.chair.actor, round.id))
    const jurors = figures.categories.find(({ code }) => code === round.code)!.figures!.jurors
    expect(jurors.map(({ sheets }) => sheets)).toEqual([3, 3, 3])
  })

  it('is deliberated on its second round, and its minutes hold the shortlist', async () => {
    const [a, b, c] = round.files
    await test.setNow(instant(round.calendar.deliberation + 3_600_000))
    const clerk = await round.given.officer('secretariat', round.id)
    const met = await aMeetingOf(world, round, clerk)
    const cookie = await round.given.signedIn(round.chair.personId)
    for (const [locale, words] of [
      ['fr', 'Second tour : le classement provient des seules fiches de ce tour'],
      ['ar', 'الجولة الثانية: الترتيب مستخرج من بطاقات هذه الجولة وحدها'],
    ] as const) {
      const params = { locale, sessionId: met.sessionId }
      const { value } = await get(ctx, roomRoute, `/${locale}/x`, params, cookie)
      const html = renderPage(roomRoute, { locale, value }).replace(/[\u202f\u00a0]/g, ' ')
      expect(html).toContain(words)
    }
    await decideAll(ctx, { ...met, files: [c, b, a].map((id) => ({ id })) } as never)
    must(await draftMinutes(ctx, clerk, { sessionId: met.sessionId }))
    const [document] = await rows(
      "SELECT * FROM document WHERE kind = 'minutes' AND campaign_id = $1",
      round.id,
    )
    const { firstRound } = document.record
    expect(firstRound.places).toBe(2)
    expect(firstRound.categories).toHaveLength(1)
    expect(
      firstRound.categories[0].advanced.map(({ rank, score }: { rank: number; score: string }) => [
        rank,
        score,
      ]),
    ).toEqual([
      [1, '100,00'],
      [2, '66,67'],
      [2, '66,67'],
    ])
    expect((await ctx.press.press('minutes', document.record)).sha256).toBe(document.sha256)
  })

  it('has a bundle that states the first round, opens its sheets of the finalists, and verifies', async () => {
    bundle = await reading(async (tx) => {
      const campaign = (await loadCampaign(tx, round.id))!
      const material = must(await loadMaterial(ctx, tx, campaign, round.calendar.release))
      const files = must(await material.bundle())
      return new Map(files.map(({ name, content }) => [name, content]))
    })
    const verdict = verify(bundle)
    expect(verdict.failures).toEqual([])
    const results = JSON.parse(bundle.get('results.json')!)
    const { firstRound } = results.find(({ category }: { category: string }) => category === round.code)
    expect(firstRound).toMatchObject({ places: 2, combining: 'mean' })
    expect([firstRound.advanced, firstRound.stopped]).toEqual([
      [...round.files.slice(0, 3)].sort(),
      [...round.files.slice(3)].sort(),
    ])
    const sheets = JSON.parse(bundle.get('sheets.json')!)
    const ofRound = (second: boolean) =>
      sheets.filter(({ record }: { record: { round?: string } }) => (record.round === '2') === second)
    expect([ofRound(false).length, ofRound(true).length]).toEqual([9, 9])
    const { commitments } = JSON.parse(bundle.get('commitments.json')!)
    const count = (status: string) =>
      commitments.filter((row: { status: string }) => row.status === status).length
    expect([count('counted'), count('first_round'), count('superseded')]).toEqual([9, 15, 0])
  })

  it('is borne out by the matrix of the auditor, who takes the cut again from every sheet', async () => {
    const auditor = await round.given.officer('auditor', round.id)
    const { matrix } = must(await openMatrix(ctx, auditor, round.id))
    expect(
      matrix.rows
        .map((row) => row.round ?? '2')
        .sort()
        .join(''),
    ).toBe('1'.repeat(15) + '2'.repeat(9))
    const verdict = verify(bundle, JSON.stringify(matrix))
    expect(verdict.failures).toEqual([])
    const said = verdict.findings.map(({ sentence }) => sentence)
    expect(said).toContain(`${round.code}: the cut of the first round taken again, 3 of 5 scored advance`)
    // Of those who did not advance the bundle says no score: whoever was kept out with better sheets shows here.
    const best = (levels: object) => Object.fromEntries(Object.keys(levels).map((code) => [code, 5]))
    const better = matrix.rows.map((row) =>
      row.nomination === round.files[3] ? { ...row, levels: best(row.levels) } : row,
    )
    expect(verify(bundle, JSON.stringify({ ...matrix, rows: better })).failures).toMatchObject([
      { about: 'matrix' },
    ])
    const unsaid = { ...matrix, firstRound: [] }
    expect(verify(bundle, JSON.stringify(unsaid)).failures).toHaveLength(5)
    const dropped = { ...matrix, rows: matrix.rows.filter(({ nomination }) => nomination !== round.files[4]) }
    expect(verify(bundle, JSON.stringify(dropped)).failures).toHaveLength(3)
  })

  /* eslint-disable @typescript-eslint/no-explicit-any -- (tampering) the files are bent as no type allows */
  const firstRoundRow = ({ commitments }: any, file: number) =>
    commitments.find((row: any) => row.status === 'first_round' && row.nomination === round.files[file])
  const own = (results: any) => results.find(({ category }: any) => category === round.code)
  it.each<[string, string, (content: any) => void, string[]]>([
    [
      'another first-round score',
      'results.json',
      (r) => (own(r).firstRound.lines[1].score = '70'),
      ['first-round'],
    ],
    ['one more place', 'results.json', (r) => (own(r).firstRound.places = 3), ['first-round']],
    ['one who never advanced', 'results.json', (r) => own(r).firstRound.advanced.pop(), ['first-round']],
    ['no first round at all', 'results.json', (r) => delete own(r).firstRound, ['first-round']],
    [
      'a first-round sheet of a finalist passed off as counted',
      'commitments.json',
      (c) => (firstRoundRow(c, 0).status = 'counted'),
      ['sheets'],
    ],
    [
      'a first-round sheet of one who did not advance passed off as counted',
      'commitments.json',
      (c) => (firstRoundRow(c, 4).status = 'counted'),
      ['first-round'],
    ],
    [
      'a sheet of the second round hidden in the first',
      'commitments.json',
      (c) => (c.commitments.find((row: any) => row.status === 'counted').status = 'first_round'),
      ['sheets', 'quorum'],
    ],
    [
      'a first-round sheet left out',
      'sheets.json',
      (s) =>
        s.splice(
          s.findIndex(({ record }: any) => record.round === undefined),
          1,
        ),
      ['sheets', 'first-round'],
    ],
  ])('is caught with %s', (_, name, change, about) => {
    const failed = verify(forge(bundle, name, change)).failures.map((one) => one.about)
    expect(failed).toEqual(expect.arrayContaining(about))
  })
  /* eslint-enable @typescript-eslint/no-explicit-any */
})

describe('the second round', () => {
  it('lets one of two hands open it', async () => {
    const round = await aFirstRound(world, FIRST.slice(0, 3))
    const both = await Promise.all([
      round.advance('evaluation', 'presentations'),
      round.advance('evaluation', 'presentations'),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'stale-version' })
    expect(await rows('SELECT 1 FROM shortlist WHERE campaign_id = $1', round.id)).toHaveLength(3)
  })

  it('counts no sheet of a juror recused in it, and keeps the cut that was taken', async () => {
    const round = await aFirstRound(world, FIRST.slice(0, 4))
    must(await round.advance('evaluation', 'presentations'))
    await secondSheets(world, round)
    const before = await standingOf(round)
    expect(before.ranking).toHaveLength(3)
    const clerk = await round.given.officer('secretariat', round.id)
    const { seatId } = round.jurors[2]!
    must(await recuseJuror(ctx, clerk, { seatId, nominationId: round.files[0]!, ground: 'employment' }))
    must(await recuseJuror(ctx, clerk, { seatId, nominationId: round.files[3]!, ground: 'employment' }))
    const after = await standingOf(round)
    expect(after.differences).toEqual([])
    expect(after.scores.scores.find(({ nominationId }) => nominationId === round.files[0])).toMatchObject({
      ...{ sheets: 2, eligible: 2 },
    })
    const cut = await rows('SELECT sheets FROM shortlist WHERE nomination_id = $1', round.files[0])
    expect(cut).toEqual([{ sheets: 3 }])
    // The sheets that the cut was taken from stay what they were, also where the file did not advance.
    const sheets = await reading((tx) => loadBundleSheets(tx, round.id))
    const counts = Map.groupBy(sheets, ({ status }) => status)
    expect([...counts].map(([status, of]) => `${status} ${of.length}`).sort()).toEqual([
      'counted 8',
      'first_round 12',
      'voided 1',
    ])
  })

  it('keeps a bundle that verifies where one who advanced is disqualified since', async () => {
    const round = await aFirstRound(world, [...FIRST.slice(0, 1), ...FIRST.slice(3)])
    must(await round.advance('evaluation', 'presentations'))
    await secondSheets(world, round, SECOND.slice(0, 2))
    must(await round.advance('presentations', 'deliberation'))
    const [kept, gone, stopped] = round.files
    const clerk = await round.given.officer('secretariat', round.id)
    const [{ version }] = await rows(
      'SELECT screening_version AS version FROM nomination WHERE id = $1',
      gone,
    )
    const text = { ar: 'الأرقام غير مطابقة.', fr: 'Les chiffres ne correspondent pas.' }
    const input = { nominationId: gone!, reason: 'false-statement', text, version }
    must(
      await settleDisqualification(
        ctx,
        round.organiser,
        must(await proposeDisqualification(ctx, clerk, input)),
      ),
    )
    expect((await standingOf(round)).differences).toEqual([])
    const files = await reading(async (tx) => {
      const campaign = (await loadCampaign(tx, round.id))!
      const material = must(await loadMaterial(ctx, tx, campaign, round.calendar.release))
      const made = must(await material.bundle())
      return new Map(made.map(({ name, content }) => [name, content]))
    })
    const results = JSON.parse(files.get('results.json')!)
    const { firstRound } = results.find(({ category }: { category: string }) => category === round.code)
    expect([firstRound.advanced, firstRound.left, firstRound.stopped]).toEqual([[kept], [gone], [stopped]])
    const auditor = await round.given.officer('auditor', round.id)
    const { matrix } = must(await openMatrix(ctx, auditor, round.id))
    const verdict = verify(files, JSON.stringify(matrix))
    expect(verdict.failures.filter(({ about }) => about !== 'decisions')).toEqual([])
  })

  it('is refused where nobody has a score, and leaves no trace', async () => {
    const round = await aFirstRound(world, [])
    const before = await round.given.trace()
    expect(await round.advance('evaluation', 'presentations')).toMatchObject({
      ...{ reason: 'nobody-advances', facts: { places: 2 } },
    })
    expect(await round.given.trace()).toEqual(before)
  })

  it('is none where the rules hold one round', async () => {
    const round = await aFirstRound(world, FIRST.slice(0, 2), null)
    must(await round.advance('evaluation', 'presentations'))
    expect(await rows('SELECT 1 FROM shortlist WHERE campaign_id = $1', round.id)).toEqual([])
    must(await round.advance('presentations', 'deliberation'))
    const { ranking } = await standingOf(round)
    expect(ranking.map(({ rank }) => rank)).toEqual([1, 2])
  })

  it('is written once: the application can neither change nor take back who advanced', async () => {
    for (const statement of ["UPDATE shortlist SET score = '1'", 'DELETE FROM shortlist'])
      await expect(ctx.db.office.$executeRawUnsafe(statement)).rejects.toThrow(/permission denied/)
    for (const role of ['jury', 'applicant', 'public'] as const)
      await expect(ctx.db[role].$executeRawUnsafe('SELECT * FROM shortlist')).rejects.toThrow(
        /permission denied/,
      )
  })
})
