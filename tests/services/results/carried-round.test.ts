import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadCampaign } from '#app/adapters/db/campaigns.ts'
import { loadShadow } from '#app/adapters/db/release-facts.ts'
import { loadMaterial } from '#app/adapters/db/release-material.ts'
import { loadStandings } from '#app/adapters/db/standings.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { toText } from '#app/domain/kernel/rational.ts'
import { tallyDifferences, tallyLines } from '#app/domain/results/shadow-tally.ts'
import { roomFigures } from '#app/queries/deliberation/room-figures.ts'
import * as roomRoute from '#app/routes/deliberation/room.tsx'
import * as sheetRoute from '#app/routes/jury/score-sheet.tsx'
import type { Context } from '#app/services/context.ts'
import { openMatrix } from '#app/services/audit/open-matrix.ts'
import { adviseJury } from '#app/services/deliberation/advise-jury.ts'
import { draftMinutes } from '#app/services/deliberation/draft-minutes.ts'
import { verify } from '#app/verifier/verify.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { renderPage } from '#tests/support/render-page.tsx'
import { get } from '#tests/support/request.ts'
import { decideAll, must } from '#tests/services/deliberation/a-meeting.ts'
import { aFirstRound, aMeetingOf, FIRST, secondSheets, type Round } from './a-first-round.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const reading = <T>(ctx: Context, work: Parameters<typeof readAs<T>>[2]) =>
  readAs(ctx.db.office, SYSTEM_ACTOR.personId, work)
const spaced = (html: string) => html.replace(/[\u202f\u00a0]/g, ' ')

describe('a first round of which sixty per cent are carried over', () => {
  let test: TestDb
  let ctx: Context
  let round: Round
  let met: Awaited<ReturnType<typeof aMeetingOf>>
  beforeAll(async () => {
    test = await testDb()
    ctx = await testContext(test)
    round = await aFirstRound({ test, ctx }, FIRST, 2, '60')
    must(await round.advance('evaluation', 'presentations'))
  })

  it('is told to the juror on the sheet of the second round', async () => {
    const { rows } = await test.owner.query(
      'SELECT id FROM score_sheet WHERE nomination_id = $1 AND seat_id = $2 AND second_round',
      [round.files[0], round.jurors[0]!.seatId],
    )
    const cookie = await round.given.signedIn(round.jurors[0]!.personId)
    for (const [locale, words] of [
      ['fr', 'la note du premier tour compte pour 60 % dans la note finale, celle du second pour 40 %'],
      [
        'ar',
        'وتُحتسب في النقطة النهائية نقطة الجولة الأولى بنسبة 60 في المائة ونقطة الثانية بنسبة 40 في المائة',
      ],
    ] as const) {
      const page = await get(ctx, sheetRoute, `/${locale}/x`, { locale, sheetId: rows[0].id }, cookie)
      expect(spaced(renderPage(sheetRoute, { locale, value: page.value }))).toContain(words)
    }
  })

  it('turns the order of the second round alone round, the same in the domain and in SQL', async () => {
    await secondSheets({ test, ctx }, round)
    must(await round.advance('presentations', 'deliberation'))
    const [a, b, c] = round.files
    await reading(ctx, async (tx) => {
      const standings = must(await loadStandings(tx, round.id, sha256))
      const shadow = await loadShadow(tx, round.id)
      const { ranking } = standings.get(round.code)!
      // 3/5 of 100, 200/3 and 200/3, and 2/5 of 50, 275/3 and 75.
      expect(ranking.map(({ nominationId, rank, score }) => [nominationId, rank, toText(score!)])).toEqual([
        [a, 1, '80'],
        [c, 2, '230/3'],
        [b, 3, '70'],
      ])
      for (const [category, { ranking: found, scores }] of standings)
        expect(tallyDifferences(tallyLines(found, scores.scores), shadow.get(category) ?? [])).toEqual([])
    })
    const { rows } = await test.owner.query(
      `SELECT document FROM tally WHERE campaign_id = $1 AND document ->> 'category' = $2 ORDER BY computed_at DESC, id DESC LIMIT 1`,
      [round.id, round.code],
    )
    expect(rows[0].document.nominations[0]).toMatchObject({
      score: '80',
      firstRound: '100',
      secondRound: '50',
    })
    expect(await adviseJury(ctx)).toBeGreaterThan(0)
  })

  it('is shown in the room: what both rounds weigh, the score of each, and what the sheets leave open', async () => {
    await test.setNow(instant(round.calendar.deliberation + 3_600_000))
    met = await aMeetingOf({ test, ctx }, round, await round.given.officer('secretariat', round.id))
    const cookie = await round.given.signedIn(round.chair.personId)
    for (const [locale, ...words] of [
      [
        'fr',
        'la note réunit 60 % de celle du premier tour et 40 % de celle du second',
        'Note du premier tour',
        '91,67',
        // Too few sheets for the model behind the expected rank; the weights are computed exactly all the same.
        'Le rang attendu tient compte de la sévérité : il n’est pas affiché ici.',
        'porte G3',
        'reste en tête quels que soient les poids.',
      ],
      [
        'ar',
        'تجمع النقطة 60 في المائة من نقطة الجولة الأولى و40 في المائة من نقطة الجولة الثانية',
        'نقطة الجولة الأولى',
        '91,67',
        'الرتبة المتوقعة تراعي تشدد الأعضاء: لا تُعرض هنا.',
        'البوابة G3',
        'مهما كانت الترجيحات.',
      ],
    ] as const) {
      const params = { locale, sessionId: met.sessionId }
      const { value } = await get(ctx, roomRoute, `/${locale}/x`, params, cookie)
      const html = spaced(renderPage(roomRoute, { locale, value }))
      for (const one of words) expect(html).toContain(one)
    }
    const item = met.items.find(({ category }) => category === round.code)!
    const file = must(await roomFigures(ctx, round.chair.actor, met.sessionId, item.id))
    const [head = '', first = ''] = Buffer.from(file.bytes).toString('utf8').split('\r\n')
    const at = head.split(',').indexOf('first_round')
    expect(
      first
        .split(',')
        .slice(at - 2, at + 2)
        .join(),
    ).toMatch(/80.*100.*50/)
  })

  it('stands in the minutes', async () => {
    const [a, b, c] = round.files
    const clerk = await round.given.officer('secretariat', round.id)
    await decideAll(ctx, { ...met, files: [a, c, b].map((id) => ({ id })) } as never)
    must(await draftMinutes(ctx, clerk, { sessionId: met.sessionId }))
    const { rows } = await test.owner.query(
      "SELECT * FROM document WHERE kind = 'minutes' AND campaign_id = $1",
      [round.id],
    )
    expect(rows[0].record.firstRound).toMatchObject({ places: 2, percents: { first: '60', second: '40' } })
    expect((await ctx.press.press('minutes', rows[0].record)).sha256).toBe(rows[0].sha256)
  })

  it('has a bundle that the verifier and the matrix of the auditor bear out', async () => {
    const files = await reading(ctx, async (tx) => {
      const campaign = (await loadCampaign(tx, round.id))!
      const material = must(await loadMaterial(ctx, tx, campaign, round.calendar.release))
      return new Map(must(await material.bundle()).map(({ name, content }) => [name, content]))
    })
    const auditor = await round.given.officer('auditor', round.id)
    const { matrix } = must(await openMatrix(ctx, auditor, round.id))
    const verdict = verify(files, JSON.stringify(matrix))
    expect(verdict.failures).toEqual([])
    const said = verdict.findings.map(({ sentence }) => sentence)
    expect(said).toContain(`${round.files[0]}: the first round carried over, 80`)
  })
})
