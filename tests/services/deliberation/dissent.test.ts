import { beforeAll, describe, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import { minutesPage } from '#app/queries/deliberation/minutes-page.ts'
import { myDissents } from '#app/queries/deliberation/my-dissents.ts'
import * as dissentRoute from '#app/routes/deliberation/dissent.tsx'
import * as minutesRoute from '#app/routes/deliberation/minutes.tsx'
import { castBallot } from '#app/services/deliberation/cast-ballot.ts'
import { closeMotion } from '#app/services/deliberation/close-motion.ts'
import { closeSession } from '#app/services/deliberation/close-session.ts'
import { decideAward } from '#app/services/deliberation/decide-award.ts'
import { draftMinutes } from '#app/services/deliberation/draft-minutes.ts'
import { openMotion } from '#app/services/deliberation/open-motion.ts'
import { askDissent, withdrawDissent } from '#app/services/deliberation/record-dissent.ts'
import { recordAttendance } from '#app/services/deliberation/record-attendance.ts'
import { signMinutes } from '#app/services/deliberation/sign-minutes.ts'
import { pressDocument } from '#app/services/press-document.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { heldAt } from '#tests/support/held.ts'
import { renderPage } from '#tests/support/render-page.tsx'
import { get, post } from '#tests/support/request.ts'
import { aMeeting, must, PHRASE, WORDING, type Met } from './a-meeting.ts'

const WORDS = 'Le service est inachevé à mes yeux.'
let test: TestDb
let ctx: TestContext
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
})
const rowsOf = async (sql: string, ...values: unknown[]) => (await test.owner.query(sql, values)).rows

/** The first point voted in secret: all but one for the prize. The last juror left before. */
async function voted(met: Met): Promise<string> {
  const { sessionId, chair, deputy, jurors, secretariat } = met
  const itemId = met.items[0]!.id
  await met.opened(itemId)
  const away = { sessionId, seatId: jurors[2]!.seatId }
  must(await recordAttendance(ctx, secretariat, { ...away, movement: 'leaves' }))
  await test.setNow(instant(met.now + 60_000))
  const { motionId } = must(await openMotion(ctx, chair.actor, { itemId, kind: 'award' }))
  for (const [at, { actor }] of [chair, deputy, jurors[0]!, jurors[1]!].entries()) {
    const choice = { kind: 'award', choice: at === 3 ? 'withhold' : 'award' } as const
    must(await castBallot(ctx, actor, { motionId, choice }))
  }
  must(await closeMotion(ctx, chair.actor, { motionId }))
  await test.setNow(instant(met.now + 120_000))
  must(await recordAttendance(ctx, secretariat, { ...away, movement: 'arrives' }))
  return itemId
}
/** The prizes of the voted category given by rank, the others withheld for want of nominations, and the meeting over. */
async function over({ chair, sessionId, items, files, codes, opened }: Met): Promise<void> {
  const ranked = files.map(({ id }) => id)
  for (const [at, { id: itemId, category }] of items.entries()) {
    if (at > 0) await opened(itemId)
    const winners = category === codes[0] ? ranked.splice(0, 1) : []
    const decision =
      winners.length > 0
        ? { outcome: 'awarded' as const, winners, reason: null, wording: {} }
        : { outcome: 'withheld' as const, winners, reason: 'too_few_nominations' as const, wording: WORDING }
    must(await decideAward(ctx, chair.actor, { itemId, ...decision }))
  }
  must(await closeSession(ctx, chair.actor, { sessionId }))
}
const secretly = () => aMeeting(test, ctx, { rules: { vote: 'secret' } })
const newest = async (sessionId: string) =>
  (
    await rowsOf(
      `SELECT * FROM document WHERE kind = 'minutes' AND subject_id = $1 ORDER BY created_at DESC, id DESC`,
      sessionId,
    )
  )[0]

describe('a dissent', () => {
  let met: Met
  let where: { sessionId: string; itemId: string }
  beforeAll(async () => {
    met = await secretly()
    where = { sessionId: met.sessionId, itemId: met.items[0]!.id }
  })

  it('waits for the vote, and is for a member who was in the room', async () => {
    const asked = { ...where, reasons: WORDS }
    expect(await askDissent(ctx, met.jurors[1]!.actor, asked)).toMatchObject({ reason: 'nothing-voted' })
    await voted(met)
    expect(await askDissent(ctx, met.jurors[2]!.actor, asked)).toMatchObject({ reason: 'not-at-the-vote' })
    const auditor = await met.given.officer('auditor', met.campaign.id)
    for (const actor of [met.secretariat, auditor])
      expect(await askDissent(ctx, actor, asked)).toMatchObject({ reason: 'not-found' })
    const foreign = { ...asked, itemId: (await secretly()).items[0]!.id }
    expect(await askDissent(ctx, met.jurors[1]!.actor, foreign)).toMatchObject({ reason: 'not-found' })
    expect(await rowsOf('SELECT 1 FROM dissent')).toEqual([])
  })

  it('is recorded once of two that come together, told to both who sign, and says nothing of a paper', async () => {
    const member = met.jurors[1]!
    const both = await heldAt(test, 'dissent', () =>
      [1, 2].map(() => askDissent(ctx, member.actor, { ...where, reasons: WORDS })),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'dissent-stands' })
    expect(await rowsOf('SELECT seat_id, item_id, reasons, withdrawn_at FROM dissent')).toEqual([
      { seat_id: member.seatId, item_id: where.itemId, reasons: WORDS, withdrawn_at: null },
    ])
    const trail = await rowsOf(
      `SELECT actor_role AS role, facts FROM audit_entry WHERE act = 'dissentAsked' AND campaign_id = $1`,
      met.campaign.id,
    )
    expect(trail).toEqual([{ role: 'juror', facts: { itemId: where.itemId } }])
    const told = await rowsOf(
      `SELECT n.person_id, n.facts, (SELECT count(*)::int FROM outbox o WHERE o.notice = n.name) AS letters
         FROM notice n WHERE n.name = 'dissent-asked'`,
    )
    expect(told.map((one) => one.person_id).sort()).toEqual(
      [met.chair.personId, met.jurors[0]!.personId].sort(),
    )
    expect(told[0].letters).toBe(2)
    expect(JSON.stringify([trail, told])).not.toContain(WORDS)
    // The box of the vote still knows nobody.
    expect(await rowsOf('SELECT 1 FROM ballot WHERE seat_id IS NOT NULL')).toEqual([])
  })

  it('is shown to its member alone before the minutes are drafted', async () => {
    const own = must(await myDissents(ctx, met.jurors[1]!.actor, met.sessionId))
    expect(own.points[0]).toMatchObject({ own: { reasons: WORDS }, held: null })
    expect(own.points[1]).toMatchObject({ own: null, held: 'nothing-voted' })
    const other = must(await myDissents(ctx, met.chair.actor, met.sessionId))
    expect(JSON.stringify(other)).not.toContain(WORDS)
    expect(await myDissents(ctx, met.secretariat, met.sessionId)).toMatchObject({ reason: 'not-found' })
  })

  it('stands in the minutes by name, and in them alone: never with a paper beside it', async () => {
    const { sessionId, secretariat } = met
    must(await askDissent(ctx, met.deputy.actor, { ...where, reasons: '' }))
    await over(met)
    must(await draftMinutes(ctx, secretariat, { sessionId }))
    const document = await newest(sessionId)
    const [first, second] = document.record.items
    expect(first.dissents).toEqual([
      { name: expect.any(String), reasons: WORDS },
      { name: expect.any(String), reasons: null },
    ])
    expect(new Set(first.dissents.map((one: { name: string }) => one.name)).size).toBe(2)
    expect(second).not.toHaveProperty('dissents')
    expect(first.votes[0]).toMatchObject({ inFavour: 3, against: 1, blank: 0 })
    expect((await pressDocument(ctx, document)).sha256).toBe(document.sha256)
  })

  it('is read on the page of the minutes as on the paper, by whoever may not open that too, in both languages', async () => {
    const { sessionId, secretariat, given } = met
    const [{ name }] = (await newest(sessionId)).record.items[0].dissents
    const cookie = await given.signedIn(secretariat.personId)
    for (const [locale, sentence] of [
      ['fr', 'a demandé que son opinion divergente sur ce point soit consignée'],
      ['ar', 'تدوين رأيه المخالف بشأن هذه النقطة'],
    ] as const) {
      const { value } = await get(ctx, minutesRoute, `/${locale}/x`, { locale, sessionId }, cookie)
      const page = renderPage(minutesRoute, { locale, value })
      for (const part of [name, sentence, WORDS]) expect(page).toContain(part)
      expect(page).not.toMatch(/ style=|\{\{/)
    }
  })

  it('that was taken back since the draft keeps the draft from being signed, and a new one leaves it out', async () => {
    const { sessionId, secretariat, chair } = met
    expect(must(await minutesPage(ctx, chair.actor, sessionId)).stale).toBe(false)
    must(await withdrawDissent(ctx, met.deputy.actor, where))
    expect(await withdrawDissent(ctx, met.deputy.actor, where)).toMatchObject({ reason: 'no-dissent' })
    const told = `SELECT 1 FROM notice WHERE name = 'dissent-withdrawn'`
    expect(await rowsOf(told)).toHaveLength(2)
    expect(await rowsOf(`SELECT facts FROM audit_entry WHERE act = 'dissentWithdrawn'`)).toEqual([
      { facts: { itemId: where.itemId } },
    ])
    const old = { sessionId, documentHash: (await newest(sessionId)).sha256, phrase: PHRASE }
    expect(await signMinutes(ctx, chair.actor, old)).toMatchObject({ reason: 'dissent-since-draft' })
    expect(must(await minutesPage(ctx, chair.actor, sessionId)).stale).toBe(true)
    must(await draftMinutes(ctx, secretariat, { sessionId }))
    const document = await newest(sessionId)
    expect(document.record.items[0].dissents.map((one: { reasons: string }) => one.reasons)).toEqual([WORDS])
    must(await signMinutes(ctx, chair.actor, { ...old, documentHash: document.sha256 }))
  })

  it('is neither asked for nor taken back once the minutes bear a signature, whoever writes', async () => {
    const signed = { reason: 'minutes-being-signed' }
    expect(await askDissent(ctx, met.deputy.actor, { ...where, reasons: WORDS })).toMatchObject(signed)
    expect(await withdrawDissent(ctx, met.jurors[1]!.actor, where)).toMatchObject(signed)
    const { office, jury } = ctx.db
    await expect(
      office.$executeRawUnsafe('UPDATE dissent SET withdrawn_at = asked_at WHERE withdrawn_at IS NULL'),
    ).rejects.toThrow(/minutes bear a signature/)
    for (const statement of [`UPDATE dissent SET reasons = 'x'`, 'DELETE FROM dissent'])
      await expect(office.$executeRawUnsafe(statement)).rejects.toThrow(/permission denied/)
    await expect(jury.$executeRawUnsafe('SELECT 1 FROM dissent')).rejects.toThrow(/permission denied/)
    await expect(test.owner.query('DELETE FROM dissent')).rejects.toThrow()
  })
})

describe('the page of a dissent', () => {
  it('says what is disclosed, keeps what was typed, records and takes back, without a script, in both languages', async () => {
    const met = await secretly()
    const itemId = await voted(met)
    const { sessionId } = met
    const cookie = await met.given.signedIn(met.jurors[1]!.personId)
    const params = { locale: 'fr', sessionId }
    const shown = async (locale: 'fr' | 'ar', left?: unknown) => {
      const { value } = await get(ctx, dissentRoute, `/${locale}/x`, { ...params, locale }, cookie)
      return renderPage(dissentRoute, { locale, value, left })
    }
    expect(await shown('ar')).toContain('لا تكشفون إلا عن مخالفتكم أنتم')
    expect(await shown('fr')).toContain('Vous ne dévoilez que votre propre désaccord')
    const off = await post(ctx, dissentRoute, { reasons: WORDS }, params, cookie)
    expect(off.status).toBe(400)
    expect(await shown('fr', off.value)).toContain(WORDS)
    expect((await post(ctx, dissentRoute, { itemId, reasons: WORDS }, params, cookie)).status).toBe(303)
    const after = await shown('fr')
    expect(after).toContain(WORDS)
    expect(after).toContain('Retirer mon opinion divergente')
    expect(after).not.toMatch(/ style=|\{\{/)
    const back = { intent: 'withdraw', itemId }
    expect((await post(ctx, dissentRoute, back, params, cookie)).status).toBe(303)
    expect(await shown('fr')).not.toContain(WORDS)
  })
})
