import { beforeAll, describe, expect, it } from 'vitest'
import type { TallyDocument } from '#app/adapters/db/tallies.ts'
import { declareInterests } from '#app/services/jury/declare-interests.ts'
import { recuseJuror } from '#app/services/jury/recuse-juror.ts'
import { signCharter } from '#app/services/jury/sign-charter.ts'
import { openItem } from '#app/services/deliberation/open-item.ts'
import { prepareRelease } from '#app/services/results/prepare-release.ts'
import { reopenScoreSheet } from '#app/services/scoring/reopen-score-sheet.ts'
import { saveScoreSheet } from '#app/services/scoring/save-score-sheet.ts'
import { sealScoreSheet } from '#app/services/scoring/seal-score-sheet.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { draft, type Juror } from '#tests/services/scoring/a-panel.ts'
import { aDecidedCampaign } from '#tests/services/results/a-release.ts'
import { aMeeting, decideAll, must, type Scored, signAll } from './a-meeting.ts'

let test: TestDb
let ctx: TestContext
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
})

/** The ranking that the jury works with: nomination and rank, by the newest tally of the first category. */
const recorded = async ({ campaign, codes }: Pick<Scored, 'campaign' | 'codes'>) => {
  const { rows } = await test.owner.query<{ document: TallyDocument }>(
    'SELECT document FROM tally WHERE category_id = $1 ORDER BY computed_at DESC, id DESC LIMIT 1',
    [campaign.categories[codes[0]!]],
  )
  return rows[0]!.document.nominations.map(({ nominationId, rank, sheets }) => ({
    ...{ nominationId, rank, sheets },
  }))
}
const sheetOf = async (juror: Juror, nominationId: string) => {
  const { rows } = await test.owner.query<{ id: string; version: number }>(
    'SELECT id, version FROM score_sheet WHERE nomination_id = $1 AND person_id = $2 ORDER BY sequence DESC LIMIT 1',
    [nominationId, juror.personId],
  )
  return rows[0]!
}
const reopen = async ({ chair }: Pick<Scored, 'chair'>, juror: Juror, nominationId: string) => {
  const { id: sheetId, version } = await sheetOf(juror, nominationId)
  return reopenScoreSheet(ctx, chair.actor, { sheetId, version, reason: 'Erreur de saisie signalée.' })
}
const sealAgain = async (scored: Scored, juror: Juror, sheetId: string, level: number) => {
  const { rows } = await test.owner.query('SELECT version FROM score_sheet WHERE id = $1', [sheetId])
  const saved = await saveScoreSheet(
    ctx,
    juror.actor,
    draft(sheetId, rows[0].version, scored.entriesAt(level)),
  )
  return must(await sealScoreSheet(ctx, juror.actor, { sheetId, version: must(saved.result).version }))
}

describe('the ranking that prizes are decided on', () => {
  it('is not changed by a sheet reopened after the decisions and the signatures', async () => {
    const decided = await aDecidedCampaign(test, ctx)
    const before = await recorded(decided)
    expect(await reopen(decided, decided.jurors[0]!, decided.files[3]!.id)).toMatchObject({
      ...{ ok: false, reason: 'point-opened' },
    })
    expect(await recorded(decided)).toEqual(before)
    expect(
      (
        await prepareRelease(ctx, decided.publisher, {
          ...{ campaignId: decided.campaign.id, embargoUntil: decided.embargoUntil },
        })
      ).ok,
    ).toBe(true)
  })

  it('is discussed once a reopened sheet of its category is sealed again', async () => {
    const met = await aMeeting(test, ctx)
    const [item] = met.items
    const reopened = must(await reopen(met, met.jurors[0]!, met.files[3]!.id))
    expect(await openItem(ctx, met.chair.actor, { itemId: item!.id })).toMatchObject({
      ...{ ok: false, reason: 'sheets-open', facts: { count: 1 } },
    })
    await sealAgain(met, met.jurors[0]!, reopened.sheetId, 5)
    must(await openItem(ctx, met.chair.actor, { itemId: item!.id }))
    expect(await reopen(met, met.jurors[1]!, met.files[3]!.id)).toMatchObject({ reason: 'point-opened' })
  })

  it('is not discussed and reopened at once: one of the two waits, and is refused', async () => {
    const met = await aMeeting(test, ctx)
    await test.owner.query('BEGIN')
    // Nothing is written into the sheets: the reopening has found no opened point and stands before its own line.
    await test.owner.query('LOCK TABLE score_sheet IN SHARE MODE')
    const reopening = reopen(met, met.jurors[0]!, met.files[3]!.id)
    await test.owner.query('SELECT pg_sleep(0.3)')
    const opening = openItem(ctx, met.chair.actor, { itemId: met.items[0]!.id })
    await test.owner.query('SELECT pg_sleep(0.3)')
    await test.owner.query('COMMIT')
    expect(await reopening).toMatchObject({ ok: true })
    expect(await opening).toMatchObject({ ok: false, reason: 'sheets-open' })
  })

  it('is made again at once when a member is recused in the meeting, by the office or by their own word', async () => {
    const met = await aMeeting(test, ctx)
    const [first, second] = met.files
    const { seatId } = met.jurors[2]!
    must(await recuseJuror(ctx, met.secretariat, { seatId, nominationId: first!.id, ground: 'employment' }))
    const find = async (id: string) => (await recorded(met)).find(({ nominationId }) => nominationId === id)
    expect(await find(first!.id)).toMatchObject({ sheets: 2 })
    const own = met.jurors[1]!
    const declared = [{ nominationId: second!.id, kind: 'family' as const, words: '' }]
    must(await declareInterests(ctx, own.actor, { campaignId: met.campaign.id, declared }))
    expect(await find(second!.id)).toMatchObject({ sheets: 2 })
  })

  it('has both of two reopened sheets that are sealed at once, and each seal waits before it holds anything', async () => {
    const met = await aMeeting(test, ctx)
    const file = met.files[3]!
    const sheets = []
    for (const juror of met.jurors.slice(0, 2)) {
      const { sheetId } = must(await reopen(met, juror, file.id))
      const { rows } = await test.owner.query('SELECT version FROM score_sheet WHERE id = $1', [sheetId])
      const post = draft(sheetId, rows[0].version, met.entriesAt(5))
      const { version } = must((await saveScoreSheet(ctx, juror.actor, post)).result)
      sheets.push({ juror, sheetId, version })
    }
    await test.owner.query('BEGIN')
    // Somebody moves the campaign: both seals come to its row, and neither may hold a sheet or a share of it yet.
    await test.owner.query('SELECT 1 FROM campaign WHERE id = $1 FOR SHARE', [met.campaign.id])
    const sealing = Promise.all(sheets.map(({ juror, ...sheet }) => sealScoreSheet(ctx, juror.actor, sheet)))
    await test.owner.query('SELECT pg_sleep(0.3)')
    const free = 'SELECT 1 FROM score_sheet WHERE id = ANY ($1) FOR UPDATE NOWAIT'
    expect((await test.owner.query(free, [sheets.map(({ sheetId }) => sheetId)])).rows).toHaveLength(2)
    await test.owner.query('COMMIT')
    expect((await sealing).map(({ ok }) => ok)).toEqual([true, true])
    const line = (await recorded(met)).find(({ nominationId }) => nominationId === file.id)
    expect(line).toMatchObject({ sheets: 3 })
  })

  it('is made again when a charter is signed that closes a file of the reader', async () => {
    const met = await aMeeting(test, ctx)
    const [file] = met.files
    const late = await met.seated({ institution: file!.administration, charterSigned: false })
    await met.given.assignment({ seat: late.seatId, nomination: file!.id })
    await met.retally()
    const eligible = async () => {
      const { rows } = await test.owner.query<{ document: TallyDocument }>(
        'SELECT document FROM tally WHERE category_id = $1 ORDER BY computed_at DESC, id DESC LIMIT 1',
        [met.campaign.categories[met.codes[0]!]],
      )
      return rows[0]!.document.nominations.find((one) => one.nominationId === file!.id)?.eligible
    }
    expect(await eligible()).toBe(4)
    must(await signCharter(ctx, late.actor, { campaignId: met.campaign.id, charterText: 'La charte.' }))
    expect(await eligible()).toBe(3)
  })

  it('lets the minutes be signed where a member was recused before the points were opened', async () => {
    const met = await aMeeting(test, ctx, {
      levels: [
        [5, 5, 4, 4],
        [4, 4, 4, 4],
      ].map((one) => one.slice(0, 3)),
    })
    const { seatId } = met.jurors[2]!
    // The deputy keeps the meeting going: the recused member leaves for the points of the category.
    must(
      await recuseJuror(ctx, met.secretariat, {
        ...{ seatId, nominationId: met.files[1]!.id, ground: 'employment' },
      }),
    )
    await test.owner.query(
      'UPDATE attendance SET left_at = award_now() WHERE session_id = $1 AND seat_id = $2',
      [met.sessionId, seatId],
    )
    await decideAll(ctx, { ...met, files: met.files.slice(0, 1) })
    await signAll(test, ctx, met)
    const { rows } = await test.owner.query('SELECT state FROM minutes WHERE session_id = $1', [
      met.sessionId,
    ])
    expect(rows.at(-1)).toEqual({ state: 'signed' })
  })

  it('keeps the sheets of a member recused after a prize of the category is decided', async () => {
    const decided = await aDecidedCampaign(test, ctx)
    const before = await recorded(decided)
    const juror = decided.jurors[2]!
    const nominationId = decided.files[1]!.id
    const ground = 'employment' as const
    const pinned = await recuseJuror(ctx, decided.secretariat, { seatId: juror.seatId, nominationId, ground })
    expect(pinned).toMatchObject({ ok: false, reason: 'prize-decided' })
    const declared = [{ nominationId, kind: ground, words: '' }]
    const refused = await declareInterests(ctx, juror.actor, { campaignId: decided.campaign.id, declared })
    expect(refused).toMatchObject({ ok: false, reason: 'prize-decided' })
    expect('fields' in refused && refused.fields).toEqual({})
    expect(await recorded(decided)).toEqual(before)
  })
})
