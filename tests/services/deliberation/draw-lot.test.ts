import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadShadow } from '#app/adapters/db/release-facts.ts'
import { loadStandings } from '#app/adapters/db/standings.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { tallyDifferences, tallyLines } from '#app/domain/results/shadow-tally.ts'
import * as roomRoute from '#app/routes/deliberation/room.tsx'
import { draftMinutes } from '#app/services/deliberation/draft-minutes.ts'
import { drawLot } from '#app/services/deliberation/draw-lot.ts'
import { openItem } from '#app/services/deliberation/open-item.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { renderPage } from '#tests/support/render-page.tsx'
import { get, post } from '#tests/support/request.ts'
import { aMeeting, decideAll, must } from './a-meeting.ts'

const SOURCE = 'Loterie nationale, tirage du 1er février 2027, tous ses numéros'
const named = (base: Regulation): Regulation => ({
  ...base,
  scoring: { ...base.scoring, lotNamed: true, lotSource: SOURCE },
})
/** Two files with the same sheets: no step but a lot can tell them apart. */
const LEVELS = [
  [4, 4, 4],
  [4, 4, 4],
  [2, 2, 2],
]
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
/** The lot of one file, by hand. */
const lotOf = (category: string, nomination: string, outcome: string): string => {
  const text = JSON.stringify({ category, domain: 'award.lot.v1', nomination, outcome, source: SOURCE })
  return createHash('sha256').update(text).digest('hex')
}

let test: TestDb
let ctx: Awaited<ReturnType<typeof testContext>>
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
})
const met = (regulation?: (base: Regulation) => Regulation) =>
  aMeeting(test, ctx, { levels: LEVELS, ...(regulation && { regulation }) })
const standing = (campaignId: string, code: string) =>
  readAs(ctx.db.office, SYSTEM_ACTOR.personId, async (tx) => {
    const { ranking, scores, lot } = must(await loadStandings(tx, campaignId, sha256)).get(code)!
    const shadow = (await loadShadow(tx, campaignId)).get(code) ?? []
    return { ranking, lot, differences: tallyDifferences(tallyLines(ranking, scores.scores), shadow) }
  })

describe('the lot', () => {
  it('is recorded once by the president, breaks the tie in domain, SQL and stored tally, and is traced', async () => {
    const meeting = await met(named)
    const { sessionId } = meeting
    const auditor = await meeting.given.officer('auditor', meeting.campaign.id)
    const code = Object.keys(meeting.campaign.categories)[0]!
    const before = await standing(meeting.campaign.id, code)
    expect(before.ranking.map(({ rank }) => rank)).toEqual([1, 1, 3])
    const drawn = { sessionId, outcome: ' 7 12 23 31 40 ', again: '7 12 23 31 40' }
    expect(await drawLot(ctx, meeting.jurors[0]!.actor, drawn)).toMatchObject({ ok: false })
    must(await drawLot(ctx, meeting.chair.actor, drawn))
    const after = await standing(meeting.campaign.id, code)
    expect(after.differences).toEqual([])
    expect(after.ranking.map(({ rank, decidedBy }) => [rank, decidedBy])).toEqual([
      [1, 'lot'],
      [2, 'lot'],
      [3, 'score'],
    ])
    // By hand: the smaller hash of the draw with the name of the file stands first.
    const lots = meeting.files
      .slice(0, 2)
      .map(({ id: nomination }) => ({ nomination, lot: lotOf(code, nomination, '7 12 23 31 40') }))
    const [first] = lots.sort((a, b) => (a.lot < b.lot ? -1 : 1))
    expect(after.ranking[0]!.nominationId).toBe(first!.nomination)
    const trail = await test.owner.query(
      "SELECT facts FROM audit_entry WHERE act = 'lotDrawn' AND campaign_id = $1",
      [meeting.campaign.id],
    )
    expect(trail.rows).toMatchObject([{ facts: { source: SOURCE, outcome: '7 12 23 31 40' } }])
    const told = await test.owner.query(
      "SELECT person_id, facts FROM notice WHERE name = 'lot-drawn' AND campaign_id = $1",
      [meeting.campaign.id],
    )
    // The offices of the campaign and its seats, the chair among them: once each, with the draw and no name of a file.
    const people = told.rows.map(({ person_id }) => person_id)
    expect(new Set(people).size).toBe(people.length)
    expect(people).toEqual(
      expect.arrayContaining([meeting.chair.personId, meeting.secretariat.personId, auditor.personId]),
    )
    expect(told.rows[0].facts).toEqual({
      ...{ campaign: meeting.campaign.id, source: SOURCE, outcome: '7 12 23 31 40' },
      at: expect.any(Number),
    })
    expect(await drawLot(ctx, meeting.chair.actor, { ...drawn, outcome: '1', again: '1' })).toMatchObject({
      reason: 'lot-already-drawn',
    })
  })

  it('is refused where the rules name none, where nobody is equal, twice typed differently, and once a point is open', async () => {
    const drawn = { outcome: '7', again: '7' }
    const plain = await met()
    expect(await drawLot(ctx, plain.chair.actor, { sessionId: plain.sessionId, ...drawn })).toMatchObject({
      reason: 'lot-not-named',
    })
    const clear = await aMeeting(test, ctx, { regulation: named })
    expect(await drawLot(ctx, clear.chair.actor, { sessionId: clear.sessionId, ...drawn })).toMatchObject({
      reason: 'nothing-tied',
    })
    const tied = await met(named)
    const at = { sessionId: tied.sessionId }
    expect(await drawLot(ctx, tied.chair.actor, { ...at, outcome: '7', again: '8' })).toMatchObject({
      reason: 'draw-differs',
      fields: { again: 'errors.drawDiffers' },
    })
    expect(await drawLot(ctx, tied.chair.actor, { ...at, outcome: ' ', again: ' ' })).toMatchObject({
      reason: 'draw-empty',
    })
    must(await openItem(ctx, tied.chair.actor, { itemId: tied.items[0]!.id }))
    expect(await drawLot(ctx, tied.chair.actor, { ...at, ...drawn })).toMatchObject({
      reason: 'point-opened',
    })
    const { rows } = await test.owner.query('SELECT 1 FROM lot_draw WHERE campaign_id = ANY($1::uuid[])', [
      [plain.campaign.id, clear.campaign.id, tied.campaign.id],
    ])
    const told = await test.owner.query(
      "SELECT 1 FROM notice WHERE name = 'lot-drawn' AND campaign_id = ANY($1::uuid[])",
      [[plain.campaign.id, clear.campaign.id, tied.campaign.id]],
    )
    expect([rows, told.rows]).toEqual([[], []])
  })

  it('stands in the minutes, with what it was drawn from', async () => {
    const meeting = await met(named)
    const { sessionId } = meeting
    // A draw that leaves the files in the order in which they are decided below.
    const code = Object.keys(meeting.campaign.categories)[0]!
    const [one, two] = meeting.files
    const outcome = Array.from({ length: 99 }, (_, at) => `7 ${at}`).find(
      (drawn) => lotOf(code, one!.id, drawn) < lotOf(code, two!.id, drawn),
    )!
    must(await drawLot(ctx, meeting.chair.actor, { sessionId, outcome, again: outcome }))
    await decideAll(ctx, meeting)
    must(await draftMinutes(ctx, meeting.secretariat, { sessionId }))
    const { rows } = await test.owner.query("SELECT * FROM document WHERE kind = 'minutes'")
    expect(rows).toMatchObject([{ record: { lot: { source: SOURCE, outcome } } }])
    expect((await ctx.press.press('minutes', rows[0].record)).sha256).toBe(rows[0].sha256)
  })

  it('cannot be changed or taken back by the application', async () => {
    for (const statement of ["UPDATE lot_draw SET outcome = 'x'", 'DELETE FROM lot_draw'])
      await expect(ctx.db.office.$executeRawUnsafe(statement)).rejects.toThrow(/permission denied/)
    await expect(ctx.db.jury.$executeRawUnsafe('SELECT * FROM lot_draw')).rejects.toThrow(/permission denied/)
  })

  it('is asked for in the room before the first point, in both languages, and shown once recorded', async () => {
    const meeting = await met(named)
    const cookie = await meeting.given.signedIn(meeting.chair.personId)
    const params = { locale: 'fr', sessionId: meeting.sessionId }
    const shown = async (locale: 'fr' | 'ar', left?: unknown) => {
      const { value } = await get(ctx, roomRoute, `/${locale}/x`, { ...params, locale }, cookie)
      return renderPage(roomRoute, { locale, value, left })
    }
    expect(await shown('ar')).toContain('دوّنوا نتيجتها قبل فتح أي نقطة')
    const fields = { intent: 'draw-lot', outcome: '7 12', again: '7 13' }
    const off = await post(ctx, roomRoute, fields, params, cookie)
    expect(off.status).toBe(400)
    const again = await shown('fr', off.value)
    expect(again).toContain('Écrivez exactement le même résultat')
    expect(again).toMatch(/name="again"[^>]*value="7 13"/)
    expect((await post(ctx, roomRoute, { ...fields, again: '7 12' }, params, cookie)).status).toBe(303)
    const after = await shown('fr')
    expect(after).toContain('départagé par tirage au sort')
    expect(after).toContain('<bdi dir="auto">7 12</bdi>')
    expect(after).not.toContain('name="again"')
    expect(after).not.toMatch(/ style=|\{\{/)
  })
})
