import { beforeAll, describe, expect, it } from 'vitest'
import type { Act } from '#app/domain/audit/acts.ts'
import { openTrail } from '#app/services/audit/open-trail.ts'
import type { Context } from '#app/services/context.ts'
import { aPanel } from '#tests/services/scoring/a-panel.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { run } from '#app/services/run.ts'
import { SYSTEM_ACTOR, type Actor } from '#app/domain/access/actor.ts'
import { ok } from '#app/domain/kernel/result.ts'

let test: TestDb
let ctx: Context
let panel: Awaited<ReturnType<typeof aPanel>>
let auditor: Actor
const enter = (act: Act, count: number) =>
  run(ctx, SYSTEM_ACTOR, { db: 'office', role: 'system' }, () =>
    Promise.resolve(
      ok({
        entries: Array.from({ length: count }, () => ({
          act,
          subject: { type: 'campaign', id: panel.campaign.id },
          campaignId: panel.campaign.id,
          facts: {},
        })),
        notices: [],
      }),
    ),
  )
const read = async (asked: { act?: string; before?: number } = {}, actor = auditor) => {
  const { act = null, before = null } = asked
  const trail = await openTrail(ctx, actor, { campaignId: panel.campaign.id, act, before })
  return trail.ok ? trail.value : expect.fail(trail.reason)
}
beforeAll(async () => {
  test = await testDb()
  ctx = actsContext(test)
  panel = await aPanel(test)
  const juror = await panel.seated()
  auditor = {
    ...juror.actor,
    seats: [],
    grants: [{ role: 'auditor', campaignId: panel.campaign.id }],
    secondFactor: true,
  }
  await enter('phaseChanged', 1)
  await enter('scoreSheetOpened', 60)
})

describe('the trace', () => {
  it('is read a page at a time, each entry once, and filtered by act', async () => {
    const first = await read({ act: 'scoreSheetOpened' })
    const second = await read({ act: 'scoreSheetOpened', before: first.next ?? 0 })
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 10, null])
    expect(new Set([...first.rows, ...second.rows].map(({ index }) => index)).size).toBe(60)
    expect(first.acts).toEqual(
      ['phaseChanged', 'scoreSheetOpened', 'trailRead'].filter((act) => first.acts.includes(act)),
    )
  })

  it('enters every reading in the log, with what was looked for', async () => {
    await read({ act: 'phaseChanged' })
    const { rows } = await read({ act: 'trailRead' })
    expect(rows[0]).toMatchObject({ role: 'auditor', facts: { filter: 'phaseChanged' }, isWhole: true })
  })

  it('is for the auditor of this campaign alone', async () => {
    const asked = { campaignId: panel.campaign.id, act: null, before: null }
    const stranger = { ...auditor, grants: [] }
    expect(await openTrail(ctx, stranger, asked)).toMatchObject({ reason: 'wrong-role' })
  })

  it('says that the log holds, and no longer once an entry was changed', async () => {
    expect((await read()).holds).toBe(true)
    await test.owner.query('SET session_replication_role = replica')
    await test.owner.query(
      `UPDATE audit_entry SET text = replace(text, 'system', 'chair') WHERE act = 'phaseChanged'`,
    )
    expect((await read({ act: 'phaseChanged' })).rows).toMatchObject([{ isWhole: false }])
    await test.owner.query(`UPDATE log_checkpoint SET root = repeat('a', 64)`)
    expect((await read()).holds).toBe(false)
  })
})
