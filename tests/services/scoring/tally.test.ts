import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { SYSTEM_ACTOR } from '#app/domain/access/actor.ts'
import { ok } from '#app/domain/kernel/result.ts'
import type { TallyDocument } from '#app/adapters/db/tallies.ts'
import type { Context } from '#app/services/context.ts'
import { run } from '#app/services/run.ts'
import { reopenScoreSheet } from '#app/services/scoring/reopen-score-sheet.ts'
import { sealScoreSheet } from '#app/services/scoring/seal-score-sheet.ts'
import { storeTallies } from '#app/services/tally.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { aPanel, type Juror } from './a-panel.ts'

let test: TestDb
let ctx: Context
let panel: Awaited<ReturnType<typeof aPanel>>
let jurors: Juror[]
beforeAll(async () => {
  test = await testDb()
  ctx = actsContext(test)
  panel = await aPanel(test)
  jurors = [await panel.seated(), await panel.seated(), await panel.seated()]
})
const tally = () =>
  run(ctx, SYSTEM_ACTOR, { db: 'office', role: 'system' }, async (unit) => {
    const result = await storeTallies(unit, panel.campaign.id, ctx)
    return result.ok ? ok({ ...result.value, entries: [], notices: [] }) : result
  })
const newest = async (): Promise<TallyDocument> => {
  const { rows } = await test.owner.query(
    'SELECT document FROM tally WHERE category_id = $1 ORDER BY computed_at DESC, id DESC LIMIT 1',
    [panel.campaign.categories[panel.codes[0]!]],
  )
  return rows[0].document
}
const scoredBy = async (levels: number[]) => {
  const file = await panel.file()
  const commitments: string[] = []
  for (const [at, level] of levels.entries()) {
    const juror = jurors[at]!
    await panel.reading(juror, file.id)
    commitments.push((await panel.sealed(ctx, juror, file.id, level)).commitment)
  }
  return { ...file, commitments }
}
const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()

describe('the tally', () => {
  it('ranks by the exact mean, keeps fractions, and leaves a file under its quorum unranked', async () => {
    const first = await scoredBy([5, 5, 4])
    const second = await scoredBy([4, 3, 4])
    const poor = await scoredBy([5])
    const result = await tally()
    const document = await newest()
    const line = (id: string) => document.nominations.find((one) => one.nominationId === id)
    expect(line(first.id)).toMatchObject({
      state: 'ranked',
      rank: 1,
      score: '275/3',
      display: '91.67',
      sheetScores: ['75', '100', '100'],
    })
    expect(line(second.id)).toMatchObject({ state: 'ranked', rank: 2, score: '200/3', sheets: 3 })
    expect(line(poor.id)).toMatchObject({ state: 'below_quorum', rank: null, score: null, quorum: 3 })
    // The root by hand: seven leaves in rising order, split 4 + 3.
    const leaves = [...first.commitments, ...second.commitments, ...poor.commitments]
      .sort()
      .map((hex) => sha(Buffer.from([0]), Buffer.from(hex, 'hex')))
    const node = (a: Uint8Array, b: Uint8Array) => sha(Buffer.from([1]), a, b)
    const [a, b, c, d, e, f, g] = leaves as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer]
    const root = node(node(node(a, b), node(c, d)), node(node(e, f), g)).toString('hex')
    expect(result).toMatchObject({ ok: true, value: { sheetRoot: root } })
    const { rows } = await test.owner.query('SELECT sheet_root FROM campaign WHERE id = $1', [
      panel.campaign.id,
    ])
    expect(rows[0].sheet_root).toBe(root)
  })

  it('is computed again when a sheet is reopened and sealed during deliberation', async () => {
    const chair = await panel.seated({ role: 'chair' })
    const file = await scoredBy([3, 3, 3])
    await test.owner.query(`UPDATE campaign SET phase = 'deliberation' WHERE id = $1`, [panel.campaign.id])
    const { rows } = await test.owner.query(
      'SELECT id, version FROM score_sheet WHERE nomination_id = $1 AND person_id = $2',
      [file.id, jurors[0]!.personId],
    )
    const sheet = rows[0] as { id: string; version: number }
    const reopened = await reopenScoreSheet(ctx, chair.actor, {
      sheetId: sheet.id,
      version: sheet.version,
      reason: 'Erreur matérielle.',
    })
    if (!reopened.ok) throw new Error(reopened.reason)
    const line = async () => (await newest()).nominations.find((one) => one.nominationId === file.id)
    expect(await line()).toMatchObject({ state: 'below_quorum', sheets: 2 })
    await sealScoreSheet(ctx, jurors[0]!.actor, {
      sheetId: reopened.value.sheetId,
      version: sheet.version + 1,
    })
    expect(await line()).toMatchObject({ state: 'ranked', sheets: 3, score: '50' })
  })

  it('counts neither a voided sheet nor one of a recused juror', async () => {
    await test.owner.query(`UPDATE campaign SET phase = 'evaluation' WHERE id = $1`, [panel.campaign.id])
    const file = await scoredBy([5, 5, 5])
    await panel.recused(jurors[2]!.seatId, file.id)
    await tally()
    expect((await newest()).nominations.find((one) => one.nominationId === file.id)).toMatchObject({
      sheets: 2,
      eligible: 2,
    })
  })
})
