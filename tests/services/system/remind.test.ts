import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { instant, type Instant } from '#app/domain/kernel/instant.ts'
import { lockRunningTerms } from '#app/adapters/db/running-terms.ts'
import { completionsToLapse } from '#app/adapters/db/screening.ts'
import { isNoticeName, noticeProblems } from '#app/domain/notice/notice.ts'
import type { Context } from '#app/services/context.ts'
import { remind } from '#app/services/system/remind.ts'
import { createScene } from '#tests/services/nomination/scene.ts'
import { aPanel } from '#tests/services/scoring/a-panel.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'

const DAY = 86_400_000
let test: TestDb
let ctx: Context
let scene: ReturnType<typeof createScene>
type Owed = { name: string; person_id: string; facts: Record<string, string | number> }
const owed = async (name: string): Promise<Owed[]> =>
  (
    await test.owner.query<Owed>(
      'SELECT name, person_id, facts FROM notice WHERE name = $1 ORDER BY created_at, id',
      [name],
    )
  ).rows
/** `days` before an instant, at noon of that day or one minute before the instant itself. */
const before = (due: Instant, days: number): Instant =>
  days === 0 ? instant(due - 60_000) : instant(due - days * DAY)

beforeAll(async () => {
  test = await testDb()
  ctx = actsContext(test)
  scene = createScene(test, ctx)
})

describe('reminders of the closing', () => {
  it('go to the team of a draft 14, 7 and 2 days before and on the day, once, also when two workers come at once', async () => {
    const { closesAt, editor, signatory, nomination } = await scene.stage()
    for (const days of [15, 14, 14, 13, 7, 2, 1, 0]) {
      await test.setNow(before(closesAt, days))
      await test.owner.query('UPDATE answer SET updated_at = $1', [new Date(before(closesAt, days))])
      await Promise.all([remind(ctx), remind(ctx)])
    }
    const told = await owed('deadline-reminder')
    const stages = (person: string) =>
      told.filter(({ person_id }) => person_id === person).map(({ facts }) => facts['stage'])
    expect(stages(editor.personId)).toEqual([14, 7, 2, 0])
    expect(stages(signatory.personId)).toEqual([14, 7, 2, 0])
    expect(told[0]?.facts).toMatchObject({ nominationId: nomination.id, closesAt })
    for (const { name, facts } of told) {
      expect(isNoticeName(name)).toBe(true)
      expect(noticeProblems({ name, to: { personId: 'p' }, campaignId: null, facts })).toEqual([])
    }
    await test.setNow(instant(closesAt + 1))
    expect(await remind(ctx)).toBe(0)
  })

  it('say nothing of a nomination that is deposited', async () => {
    const { closesAt, nomination } = await scene.stage({ state: 'submitted' })
    await test.setNow(before(closesAt, 7))
    await remind(ctx)
    expect(
      (await owed('deadline-reminder')).filter(({ facts }) => facts['nominationId'] === nomination.id),
    ).toEqual([])
  })
})

describe('a draft left alone', () => {
  it('is recalled after ten days, once, and again after another ten days of silence', async () => {
    const { closesAt, editor, nomination } = await scene.stage()
    const mine = async () =>
      (await owed('draft-reminder')).filter(
        ({ facts, person_id }) => facts['nominationId'] === nomination.id && person_id === editor.personId,
      ).length
    const wrote = (at: number) =>
      test.owner.query('UPDATE answer SET updated_at = $1 WHERE nomination_id = $2', [
        new Date(at),
        nomination.id,
      ])
    await wrote(closesAt - 40 * DAY)
    await test.setNow(instant(closesAt - 31 * DAY))
    await remind(ctx)
    expect(await mine()).toBe(0)
    await test.setNow(instant(closesAt - 30 * DAY))
    await remind(ctx)
    await remind(ctx)
    expect(await mine()).toBe(1)
    await wrote(closesAt - 29 * DAY)
    await test.setNow(instant(closesAt - 19 * DAY))
    await remind(ctx)
    expect(await mine()).toBe(2)
  })
})

describe('what is due', () => {
  it('tells each juror how many sheets are unsealed, and nothing of a recusal or of another', async () => {
    const panel = await aPanel(test, { given: scene.given })
    const [juror, other] = [await panel.seated(), await panel.seated()]
    const [first, second] = [await panel.file(), await panel.file()]
    await panel.reading(juror, first.id)
    await panel.reading(juror, second.id)
    await panel.reading(other, first.id)
    await panel.recused(other.seatId, first.id)
    await test.setNow(before(instant(panel.campaign.regulation.calendar.evaluationCloses), 2))
    await remind(ctx)
    await remind(ctx)
    const told = (await owed('sheet-due')).map(({ person_id, facts }) => [
      person_id,
      facts['count'],
      facts['stage'],
    ])
    expect(told).toEqual([[juror.personId, 2, 2]])
  })

  const due = instant(Date.UTC(2030, 4, 16, 15, 30))
  async function asked() {
    const stage = await scene.stage({ phase: 'screening', state: 'completion_requested' })
    await test.owner.query(
      `INSERT INTO completion_request (id, nomination_id, reasons, message, requested_by, requested_at, due_at)
       VALUES ($1, $2, '[]', 'm', $3, $4, $5)`,
      [randomUUID(), stage.nomination.id, stage.editor.personId, new Date(due - 9 * DAY), new Date(due)],
    )
    return stage
  }
  /** The stages at which the person was told, each reminder among the letters of the campaign. */
  async function told(person: string, campaignId: string) {
    const { rows } = await test.owner.query<{ stage: string }>(
      `SELECT facts->>'stage' AS stage FROM notice
        WHERE name = 'completion-due' AND person_id = $1 AND campaign_id = $2 ORDER BY created_at, id`,
      [person, campaignId],
    )
    return rows.map(({ stage }) => Number(stage))
  }
  const on = async (end: Instant, days: readonly number[]) => {
    for (const day of days) {
      await test.setNow(before(end, day))
      await remind(ctx)
    }
  }

  it('recalls an open completion request two days before and on the day', async () => {
    const { campaign, editor } = await asked()
    await on(due, [3, 2, 2, 1, 0, 0])
    expect(await told(editor.personId, campaign.id)).toEqual([2, 0])
  })

  it('recalls it anew when its day has moved', async () => {
    const { campaign, editor, nomination } = await asked()
    await on(due, [2])
    const moved = instant(due + 4 * DAY)
    await test.owner.query('UPDATE completion_request SET due_at = $1 WHERE nomination_id = $2', [
      ...[new Date(moved), nomination.id],
    ])
    await on(moved, [2, 2, 0])
    expect(await told(editor.personId, campaign.id)).toEqual([2, 2, 0])
  })

  it('asks for nothing more of a file that was withdrawn', async () => {
    const { campaign, editor, nomination } = await asked()
    await test.owner.query(`UPDATE nomination SET state = 'withdrawn' WHERE id = $1`, [nomination.id])
    await on(due, [2, 0])
    expect(await told(editor.personId, campaign.id)).toEqual([])
    await test.setNow(due)
    expect(await completionsToLapse(ctx.db.office)).not.toContain(nomination.id)
    expect(await ctx.db.office.$transaction((tx) => lockRunningTerms(tx, campaign.id))).toEqual([])
  })
})
