import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { HolidayEdit } from '#app/domain/campaign/holidays.ts'
import { addWorkingDays } from '#app/domain/kernel/working-days.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { legalOffsetMinutes } from '#app/i18n/legal-zone.ts'
import { publicCampaign } from '#app/queries/public/current-campaign.ts'
import { reviseHolidays } from '#app/services/campaign/revise-holidays.ts'
import { saveHoliday } from '#app/services/campaign/save-holiday.ts'
import { requestCompletion } from '#app/services/nomination/request-completion.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { leftBy, oneOfTwo } from '#tests/support/left-by.ts'
import { createScene, DAY_OF_WORK } from '../nomination/scene.ts'
import { value } from '../screening/a-refusal.ts'

let test: TestDb
let ctx: TestContext
let scene: ReturnType<typeof createScene>
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  scene = createScene(test, ctx)
})
beforeEach(() => test.setNow(DAY_OF_WORK))

const reason = { ar: 'بلاغ الوزارة', fr: 'Communiqué du ministère' }
const name = { ar: 'عطلة استثنائية', fr: 'Jour chômé exceptionnel' }
const rows = async (sql: string, ...values: unknown[]) => (await test.owner.query(sql, values)).rows
const dayOf = (at: number) =>
  new Date(at + legalOffsetMinutes(instant(at)) * 60_000).toISOString().slice(0, 10)

async function aRequest() {
  const stage = await scene.submitted('screening')
  const clerk = await scene.given.officer('secretariat', stage.campaign.id)
  const organiser = await scene.given.officer('organiser', stage.campaign.id)
  const asked = { version: 1, reasons: ['evidence-missing'] as const, message: 'Joignez le relevé.' }
  const { dueAt } = value(
    await requestCompletion(ctx, clerk, { nominationId: stage.nomination.id, ...asked }),
  )
  const [{ version }] = await rows('SELECT version FROM campaign WHERE id = $1', stage.campaign.id)
  const of = { campaignId: stage.campaign.id, version: Number(version) }
  const edit: HolidayEdit = { of: null, name, first: dayOf(dueAt), days: 1, state: 'confirmed' }
  return { ...stage, clerk, organiser, dueAt, of, edit, id: stage.nomination.id }
}
const dueOf = async (id: string): Promise<number> =>
  (await rows('SELECT due_at FROM completion_request WHERE nomination_id = $1', id))[0].due_at.getTime()

describe('a holiday announced while files wait', () => {
  it('moves the day of the completion, with one entry for each and a letter to the team, once of two at once', async () => {
    const { organiser, editor, signatory, of, edit, dueAt, id, campaign } = await aRequest()
    const left = await leftBy(scene.given, () =>
      oneOfTwo('stale-version', () => reviseHolidays(ctx, organiser, { ...of, edit, reason }), test),
    )
    expect(left).toMatchObject({
      entries: ['holidaysRevised', 'dueDateMoved'],
      notices: ['due-date-moved', 'due-date-moved'],
    })
    const { regulation } = campaign
    const later = addWorkingDays(DAY_OF_WORK, regulation.screening.completionWorkingDays, {
      holidays: [...regulation.holidays.map(({ date }) => date), edit.first],
      offsetAt: (at) => legalOffsetMinutes(at),
    })
    expect(later).toBeGreaterThan(dueAt)
    expect(await dueOf(id)).toBe(later)
    const letters = await rows(
      `SELECT person_id, facts FROM outbox WHERE notice = 'due-date-moved' AND campaign_id = $1 ORDER BY person_id`,
      campaign.id,
    )
    expect(letters.map((one) => one.person_id)).toEqual([editor.personId, signatory.personId].sort())
    expect(letters[0].facts).toMatchObject({ nominationId: id, dueAt: later, previousDueAt: dueAt })
    const [entry] = await rows(
      `SELECT actor_id, actor_role, facts FROM audit_entry WHERE act = 'dueDateMoved' AND campaign_id = $1`,
      campaign.id,
    )
    expect(entry).toMatchObject({
      ...{ actor_id: organiser.personId, actor_role: 'organiser' },
      facts: { of: 'completion', dueAt: later, previousDueAt: dueAt },
    })
  })

  it('is published as a new version of the rules with its reason, and the earlier one stays as it was', async () => {
    const { organiser, of, edit, campaign } = await aRequest()
    value(await reviseHolidays(ctx, organiser, { ...of, edit, reason }))
    const read = value(await publicCampaign(ctx.db.public, { slug: campaign.slug }))
    expect(read.version.notice).toEqual(reason)
    expect(read.regulation.holidays).toContainEqual({ date: edit.first, name, provisional: false })
    const before = value(
      await publicCampaign(ctx.db.public, { slug: campaign.slug, version: read.version.number - 1 }),
    )
    expect(before.regulation.holidays).not.toContainEqual(expect.objectContaining({ name }))
    expect(before.version.hash).not.toBe(read.version.hash)
  })

  it('moves the day by which an appeal is answered; nothing else of an appeal changes, and no day comes earlier', async () => {
    const { organiser, signatory, of, campaign, body } = await aRequest()
    const { id: nomination } = await scene.given.nomination({
      ...{ campaign, administration: body.id, state: 'inadmissible' },
    })
    const [decision, appeal, at] = [randomUUID(), randomUUID(), new Date(DAY_OF_WORK)]
    await scene.given.insert('screening_decision', {
      ...{ id: decision, nomination_id: nomination, outcome: 'inadmissible', reasons: ['other'] },
      ...{ state: 'validated', proposed_by: randomUUID(), proposed_at: at, settled_by: randomUUID() },
      settled_at: at,
    })
    const calendar = {
      holidays: campaign.regulation.holidays.map(({ date }) => date),
      offsetAt: (moment: number) => legalOffsetMinutes(instant(moment)),
    }
    const due = addWorkingDays(DAY_OF_WORK, campaign.regulation.screening.appealWorkingDays, calendar)
    await scene.given.insert('appeal', {
      ...{ id: appeal, number: 'RI-2026-0900', decision_id: decision, nomination_id: nomination },
      ...{ grounds: 'Un texte.', filed_by: signatory.personId, filed_at: at },
      ...{ until: new Date(due), due_at: new Date(due) },
    })
    const edit: HolidayEdit = { of: null, name, first: dayOf(due), days: 1, state: 'confirmed' }
    value(await reviseHolidays(ctx, organiser, { ...of, edit, reason }))
    const [{ due_at: moved }] = await rows('SELECT due_at FROM appeal WHERE id = $1', appeal)
    expect(moved.getTime()).toBeGreaterThan(due)
    for (const change of [
      "grounds = 'Autre'",
      "until = until + interval '1 day'",
      `due_at = due_at - interval '1 day'`,
    ])
      await expect(test.owner.query(`UPDATE appeal SET ${change} WHERE id = $1`, [appeal])).rejects.toThrow()
    await expect(test.owner.query('DELETE FROM appeal WHERE id = $1', [appeal])).rejects.toThrow()
  })

  it('is refused to other hands, from a stale page, without its reason, and once the jury has deliberated', async () => {
    const { organiser, clerk, of, edit, dueAt, id, campaign } = await aRequest()
    const asked = { ...of, edit, reason }
    const left = await leftBy(scene.given, async () => [
      await reviseHolidays(ctx, clerk, asked),
      await reviseHolidays(ctx, organiser, { ...asked, version: of.version + 1 }),
      await reviseHolidays(ctx, organiser, { ...asked, reason: { ar: '', fr: 'x' } }),
      await reviseHolidays(ctx, organiser, { ...asked, edit: { ...edit, of: '2020-01-01' } }),
      await saveHoliday(ctx, organiser, { ...of, ...edit }),
    ])
    expect(left).toMatchObject({
      result: [
        { reason: 'not-found' },
        { reason: 'stale-version' },
        { reason: 'reason-required', fields: { 'reason.ar': 'errors.required' } },
        { reason: 'unknown-holiday' },
        { reason: 'wrong-phase' },
      ],
      ...{ entries: [], notices: [] },
    })
    expect(await dueOf(id)).toBe(dueAt)
    await test.owner.query("UPDATE campaign SET phase = 'deliberation' WHERE id = $1", [campaign.id])
    expect(await reviseHolidays(ctx, organiser, asked)).toMatchObject({ reason: 'wrong-phase' })
  })
})

describe('a holiday in preparation', () => {
  it('is an edit of the draft like any other: no letter, no due day, no new version', async () => {
    const campaign = await scene.given.campaign({ phase: 'preparation' })
    const organiser = await scene.given.officer('organiser', campaign.id)
    const [first] = campaign.regulation.holidays
    const edit = { of: first!.date, name: first!.name, first: first!.date, days: 1 }
    const save = () =>
      saveHoliday(ctx, organiser, { campaignId: campaign.id, version: 1, ...edit, state: 'removed' })
    const left = await leftBy(scene.given, () => oneOfTwo('stale-version', save, test))
    expect(left).toMatchObject({ entries: ['regulationRevised'], notices: [] })
    const [{ document, number }] = await rows(
      'SELECT document, number FROM regulation_version WHERE campaign_id = $1',
      campaign.id,
    )
    expect(number).toBe(1)
    expect(document.holidays).toEqual(campaign.regulation.holidays.slice(1))
    const wrong = { campaignId: campaign.id, version: 2, ...edit, of: null, days: 9 }
    expect(await saveHoliday(ctx, organiser, { ...wrong, state: 'confirmed' })).toMatchObject({
      ...{ reason: 'holiday-unreadable', fields: { days: 'errors.numberRange' } },
    })
  })
})
