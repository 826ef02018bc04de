import { beforeAll, describe, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import { noticeProblems } from '#app/domain/notice/notice.ts'
import type { Context } from '#app/services/context.ts'
import { declareInterests } from '#app/services/jury/declare-interests.ts'
import { remind } from '#app/services/system/remind.ts'
import { aPanel } from '#tests/services/scoring/a-panel.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'

let test: TestDb
let ctx: Context
let panel: Awaited<ReturnType<typeof aPanel>>
beforeAll(async () => {
  test = await testDb()
  ctx = actsContext(test)
  panel = await aPanel(test, { phase: 'screening' })
})
type Owed = { person_id: string; campaign_id: string; facts: Record<string, string | number> }
const owed = async () =>
  (
    await test.owner.query<Owed>(
      `SELECT person_id, campaign_id, facts FROM outbox WHERE notice = 'interests-requested' ORDER BY created_at, id`,
    )
  ).rows
const counts = async () => (await owed()).map(({ person_id, facts }) => [person_id, facts['count']])

describe('the declarations of interests', () => {
  it('are asked for once it is known which files compete, once, also when two workers come at once', async () => {
    const { evaluationOpens } = panel.campaign.regulation.calendar
    await test.setNow(instant(evaluationOpens - 3_600_000))
    const juror = await panel.seated()
    const unsigned = await panel.seated({ charterSigned: false })
    const tied = await panel.seated()
    const [first] = [await panel.file(), await panel.file()]
    await panel.recused(tied.seatId, first.id)
    const late = await panel.file({ state: 'submitted' })
    const silent = await panel.given.trace()
    expect(await remind(ctx)).toBe(0)
    expect(await panel.given.trace()).toEqual(silent)

    await test.owner.query(`UPDATE nomination SET state = 'inadmissible' WHERE id = $1`, [late.id])
    const told = await Promise.all([remind(ctx), remind(ctx)])
    expect(told.sort()).toEqual([0, 2])
    expect(await counts()).toEqual(
      expect.arrayContaining([
        [juror.personId, 2],
        [tied.personId, 1],
      ]),
    )
    const [letter] = await owed()
    expect(letter).toMatchObject({
      campaign_id: panel.campaign.id,
      facts: { campaign: panel.campaign.id, dueAt: evaluationOpens },
    })
    const sent = { name: 'interests-requested', to: { personId: '' }, campaignId: null } as const
    expect(noticeProblems({ ...sent, facts: letter?.facts ?? {} })).toEqual([])

    await test.owner.query('UPDATE seat SET charter_signed_at = now() WHERE id = $1', [unsigned.seatId])
    expect(await remind(ctx)).toBe(1)
    expect((await counts()).at(-1)).toEqual([unsigned.personId, 2])
  })

  it('are asked for again in the evaluation of whoever has not declared, until it closes', async () => {
    const { evaluationCloses } = panel.campaign.regulation.calendar
    await test.owner.query(`UPDATE campaign SET phase = 'evaluation' WHERE id = $1`, [panel.campaign.id])
    await test.owner.query(`UPDATE seat SET charter_signed_at = NULL`)
    await test.setNow(panel.now)
    const [juror, other] = [await panel.seated(), await panel.seated()]
    const { rows } = await test.owner.query<{ id: string }>(
      `SELECT id FROM nomination WHERE state = 'admissible'`,
    )
    const declared = rows.map(({ id }) => ({ nominationId: id, kind: 'none' as const, words: '' }))
    const said = await declareInterests(ctx, other.actor, { campaignId: panel.campaign.id, declared })
    expect(said).toMatchObject({ ok: true, value: { opened: 2 } })
    expect(await remind(ctx)).toBe(1)
    expect((await owed()).at(-1)).toMatchObject({
      person_id: juror.personId,
      facts: { count: 2, dueAt: evaluationCloses },
    })
    await test.setNow(instant(evaluationCloses))
    await panel.seated()
    expect(await remind(ctx)).toBe(0)
  })
})
