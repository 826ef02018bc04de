import { beforeAll, describe, expect, it } from 'vitest'
import type { TallyDocument } from '#app/adapters/db/tallies.ts'
import { withdrawNomination } from '#app/services/nomination/withdraw-nomination.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { aScoredCampaign, must, type Scored } from '#tests/services/deliberation/a-meeting.ts'

let test: TestDb
let ctx: TestContext
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
})

const recorded = async ({ campaign, codes }: Scored) => {
  const { rows } = await test.owner.query<{ document: TallyDocument }>(
    'SELECT document FROM tally WHERE category_id = $1 ORDER BY computed_at DESC, id DESC LIMIT 1',
    [campaign.categories[codes[0]!]],
  )
  return rows[0]!.document.nominations
}

describe('the ranking that stands when the evaluation is closed', () => {
  it('loses a nomination that is withdrawn after the evaluation, in the same act', async () => {
    const scored = await aScoredCampaign(test, ctx)
    await test.owner.query(`UPDATE campaign SET phase = 'presentations' WHERE id = $1`, [scored.campaign.id])
    const [first, second] = scored.files
    const signatory = await scored.given.applicant(first!.administration)
    const { rows } = await test.owner.query('SELECT version FROM nomination WHERE id = $1', [first!.id])
    must(await withdrawNomination(ctx, signatory, { nominationId: first!.id, version: rows[0].version }))
    const ranking = await recorded(scored)
    expect(ranking.map(({ nominationId }) => nominationId)).not.toContain(first!.id)
    expect(ranking.find(({ nominationId }) => nominationId === second!.id)).toMatchObject({ rank: 1 })
  })
})
