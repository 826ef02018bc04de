import { beforeAll, describe, expect, it } from 'vitest'
import { instant } from '#app/domain/kernel/instant.ts'
import { plenaryScreen } from '#app/queries/chair/plenary.ts'
import { progress } from '#app/queries/chair/progress.ts'
import { myFiles } from '#app/queries/jury/my-files.ts'
import { remind } from '#app/services/system/remind.ts'
import { sendToPlenary } from '#app/services/scoring/send-to-plenary.ts'
import { takeBackFromPlenary } from '#app/services/scoring/take-back-from-plenary.ts'
import { must } from '#tests/services/deliberation/a-meeting.ts'
import { aFirstRound, type Round } from '#tests/services/results/a-first-round.ts'
import { testContext, type TestContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'

let test: TestDb
let ctx: TestContext
let round: Round
let full: string
let short: string
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  round = await aFirstRound(
    { test, ctx },
    [
      [5, 5, 5],
      [4, 4],
    ],
    null,
  )
  ;[full, short] = round.files as [string, string]
  // The third reader of the second file owes a sheet.
  await round.reading(round.jurors[2]!, short)
  // An organiser who acts for the body of the file: in none of its letters.
  const conflicted = await round.given.officer('organiser', round.id)
  const [file] = await rowsOf('SELECT administration_id AS id FROM nomination WHERE id = $1', short)
  await round.given.mandate({ person: conflicted.personId, administration: file.id })
})
const rowsOf = async (sql: string, ...values: unknown[]) => (await test.owner.query(sql, values)).rows
const text = { ar: 'تعذر جمع البطاقات.', fr: 'Les fiches n’ont pu être réunies.' }
const asked = (nominationId: string, version = 0) => ({
  ...{ nominationId, version, reason: 'readers-absent', text },
})
const send = (nominationId = short, version = 0, actor = round.chair.actor) =>
  sendToPlenary(ctx, actor, asked(nominationId, version))
const referrals = () => rowsOf('SELECT * FROM plenary_referral WHERE nomination_id = $1', short)
const early = () => test.setNow(instant(round.calendar.evaluationCloses - 3_600_000))
const late = () => test.setNow(round.calendar.evaluationCloses)
const gate = async () => {
  const gone = await round.advance('evaluation', 'deliberation')
  return gone.ok ? [] : (gone.facts?.['codes'] as string[])
}

describe('a file under its quorum of sheets', () => {
  it('is not sent while its readers can reach it, by another hand, or with its quorum', async () => {
    await early()
    expect(await send()).toMatchObject({ reason: 'quorum-in-reach', facts: { open: 1, quorum: 3 } })
    await late()
    expect(await send(full)).toMatchObject({ reason: 'quorum-reached', facts: { sheets: 3 } })
    expect(await send(short, 1)).toMatchObject({ reason: 'stale-version' })
    const clerk = await round.given.officer('secretariat', round.id)
    const stranger = await round.seated({ role: 'deputy' })
    for (const actor of [clerk, round.organiser, round.jurors[0]!.actor])
      expect(await send(short, 0, actor)).toMatchObject({ reason: 'not-found' })
    // The deputy presides only where the chair may not.
    expect(await send(short, 0, stranger.actor)).toMatchObject({ reason: 'not-deputising' })
    expect(await referrals()).toEqual([])
    expect(await gate()).toEqual(['sheets-unsealed', 'below-minimum-sheets'])
  })

  it('stands on the page of the chair, with its figures and nobody’s score', async () => {
    const { short: listed } = must(
      await progress(ctx, round.chair.actor, { campaignId: round.id, after: null }),
    )
    expect(listed).toMatchObject({
      rows: [{ nominationId: short, sheets: 2, minimum: 3, isSent: false }],
      others: 0,
    })
    const screen = must(await plenaryScreen(ctx, round.chair.actor, short))
    expect(screen).toMatchObject({
      ...{ figures: { sheets: 2, eligible: 3, quorum: 3 }, open: 1, version: 0 },
      ...{ sent: null, held: null, may: true },
    })
    expect(must(await plenaryScreen(ctx, round.chair.actor, full))).toMatchObject({ held: 'quorum-reached' })
    expect(await plenaryScreen(ctx, round.jurors[0]!.actor, short)).toMatchObject({ reason: 'not-found' })
  })

  it('is sent once of two at once: a row, an entry, a letter to each reader, the chair and the organiser', async () => {
    const both = await Promise.all([send(), send()])
    expect(both.map((one) => one.ok).sort()).toEqual([false, true])
    expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'stale-version' })
    const [row, ...more] = await referrals()
    expect(more).toEqual([])
    expect(row).toMatchObject({
      ...{ reason: 'readers-absent', text_fr: text.fr, sheets: 2, eligible: 3, quorum: 3 },
      ...{ sent_by: round.chair.personId, second_round: false, taken_back_at: null },
    })
    expect(await send(short, 1)).toMatchObject({ reason: 'already-sent' })
    const entries = await rowsOf(
      `SELECT actor_role AS role, facts FROM audit_entry WHERE act = 'fileSentToPlenary' AND campaign_id = $1`,
      round.id,
    )
    expect(entries).toMatchObject([
      { role: 'chair', facts: { reason: 'readers-absent', sheets: 2, quorum: 3 } },
    ])
    const told = await rowsOf(
      `SELECT n.person_id, n.facts, (SELECT count(*)::int FROM outbox o WHERE o.notice = n.name AND o.campaign_id = n.campaign_id) AS letters
         FROM notice n WHERE n.name = 'file-to-plenary' AND n.campaign_id = $1`,
      round.id,
    )
    const people = [...round.jurors, round.chair].map(({ personId }) => personId)
    expect(told.map(({ person_id }) => person_id).sort()).toEqual(
      [...people, round.organiser.personId].sort(),
    )
    for (const one of told) expect(one.letters).toBe(5)
  })

  it('asks nobody for a sheet any more: no reminder, and it is not the next of its reader', async () => {
    const mine = must(await myFiles(ctx, round.jurors[2]!.actor, round.id))
    expect(mine.nextId).toBeNull()
    expect(mine.files.map(({ nominationId, state, sent }) => [nominationId, state, sent])).toEqual([
      [full, 'sealed', false],
      [short, null, true],
    ])
    await test.setNow(instant(round.calendar.evaluationCloses - 2 * 86_400_000))
    await remind(ctx)
    expect(
      await rowsOf(`SELECT 1 FROM notice WHERE name = 'sheet-due' AND campaign_id = $1`, round.id),
    ).toEqual([])
  })

  it('holds the phase again when a later sheet lifts it over its quorum, until the sending is taken back', async () => {
    await early()
    await round.sealed(ctx, round.jurors[2]!, short, 4)
    await late()
    expect(await gate()).toEqual(['plenary-needless'])
    expect(must(await plenaryScreen(ctx, round.chair.actor, short)).needless).toBe(true)
    const back = (version: number) =>
      takeBackFromPlenary(ctx, round.chair.actor, { nominationId: short, version })
    expect(await back(0)).toMatchObject({ reason: 'stale-version' })
    const both = await Promise.all([back(1), back(1)])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(await back(2)).toMatchObject({ reason: 'not-sent' })
    expect(await referrals()).toMatchObject([{ taken_back_by: round.chair.personId }])
    const [{ told }] = await rowsOf(
      `SELECT count(*)::int AS told FROM notice WHERE name = 'file-from-plenary' AND campaign_id = $1`,
      round.id,
    )
    expect(told).toBe(5)
    expect(
      await rowsOf(
        `SELECT actor_role AS role FROM audit_entry WHERE act = 'fileBackFromPlenary' AND campaign_id = $1`,
        round.id,
      ),
    ).toEqual([{ role: 'chair' }])
    expect(await gate()).toEqual([])
    expect(await send(short, 2)).toMatchObject({ reason: 'wrong-phase' })
  })

  it('is kept as it was: an ended sending never changes, and none is deleted', async () => {
    await expect(
      rowsOf(`UPDATE plenary_referral SET reason = 'other' WHERE nomination_id = $1`, short),
    ).rejects.toThrow()
    await expect(rowsOf('DELETE FROM plenary_referral WHERE nomination_id = $1', short)).rejects.toThrow()
  })
})

describe('a file that recusals leave short', () => {
  it('may be sent before the close, and its reopened or cut sheets are counted as the tally counts them', async () => {
    const other = await aFirstRound(
      { test, ctx },
      [
        [3, 3, 3],
        [4, 4, 4],
      ],
      null,
    )
    await test.setNow(instant(other.calendar.evaluationCloses - 3_600_000))
    const [, file] = other.files as [string, string]
    await other.recused(other.jurors[0]!.seatId, file)
    const [criterion] = await rowsOf(
      `SELECT e.sheet_id, e.criterion FROM score e JOIN score_sheet s ON s.id = e.sheet_id
        WHERE s.nomination_id = $1 AND s.seat_id = $2 LIMIT 1`,
      file,
      other.jurors[1]!.seatId,
    )
    const figures = async () => must(await plenaryScreen(ctx, other.chair.actor, file)).figures
    expect(await figures()).toEqual({ sheets: 2, eligible: 2, quorum: 3 })
    // A criterion that could not be assessed: by the rubric's default that sheet does not count.
    await rowsOf('ALTER TABLE score DISABLE TRIGGER USER')
    await rowsOf(
      'UPDATE score SET level = NULL, cannot_assess = true WHERE sheet_id = $1 AND criterion = $2',
      ...[criterion.sheet_id, criterion.criterion],
    )
    await rowsOf('ALTER TABLE score ENABLE TRIGGER USER')
    expect(await figures()).toEqual({ sheets: 1, eligible: 2, quorum: 3 })
    await test.setNow(other.calendar.evaluationCloses)
    const blocked = await other.advance('evaluation', 'deliberation')
    expect(blocked).toMatchObject({ facts: { codes: ['below-minimum-sheets'] } })
    must(await sendToPlenary(ctx, other.chair.actor, { ...asked(file), reason: 'readers-recused' }))
    must(await other.advance('evaluation', 'deliberation'))
  })
})
