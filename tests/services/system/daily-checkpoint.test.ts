import { beforeAll, describe, expect, it } from 'vitest'
import { loadCheckpoints } from '#app/adapters/db/log.ts'
import { hexOf } from '#app/domain/audit/bytes.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { dailyCheckpoint } from '#app/services/system/daily-checkpoint.ts'
import type { Context } from '#app/services/context.ts'
import { act } from '#tests/services/audit/scene.ts'
import { aPanel } from '#tests/services/scoring/a-panel.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'

let test: TestDb
let ctx: Context
const at = (hours: number) => test.setNow(instant(Date.UTC(2026, 5, 1) + hours * 3_600_000))
const letters = async () =>
  (await test.owner.query<{ facts: object }>(`SELECT facts FROM outbox WHERE notice = 'log-checkpoint'`)).rows
beforeAll(async () => {
  test = await testDb()
  ctx = actsContext(test)
  const panel = await aPanel(test)
  await panel.seated()
  await panel.seated()
})

describe('the daily checkpoint', () => {
  it('signs the log once a day, also when two workers come at once, and mails its head to the jurors', async () => {
    await at(0)
    await act(ctx, 'one')
    await Promise.all([dailyCheckpoint(ctx), dailyCheckpoint(ctx)])
    const [made, ...more] = await loadCheckpoints(ctx.db.office, 5)
    expect(more).toEqual([])
    expect((await letters()).map(({ facts }) => facts)).toEqual(
      Array.from({ length: 2 }, () =>
        expect.objectContaining({ size: made?.size, digest: made && hexOf(made.root) }),
      ),
    )
    await act(ctx, 'two')
    await at(23)
    expect(await dailyCheckpoint(ctx)).toBeNull()
    await at(24)
    expect(await dailyCheckpoint(ctx)).toMatchObject({ cause: 'daily', size: (made?.size ?? 0) + 1 })
    expect(await letters()).toHaveLength(4)
  })

  it('signs nothing when nothing was added', async () => {
    await at(72)
    expect(await dailyCheckpoint(ctx)).toBeNull()
  })
})
