import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadCampaign } from '#app/adapters/db/campaigns.ts'
import { loadOpenSheets, loadShadow } from '#app/adapters/db/release-facts.ts'
import { loadMaterial } from '#app/adapters/db/release-material.ts'
import { loadStandings } from '#app/adapters/db/standings.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import { SYSTEM_ACTOR, type Actor } from '#app/domain/access/actor.ts'
import { instant } from '#app/domain/kernel/instant.ts'
import { toText } from '#app/domain/kernel/rational.ts'
import { tallyDifferences, tallyLines } from '#app/domain/results/shadow-tally.ts'
import { draftMinutes } from '#app/services/deliberation/draft-minutes.ts'
import { openMatrix } from '#app/services/audit/open-matrix.ts'
import { assign } from '#app/services/jury/assign.ts'
import { proposeRecusalLift } from '#app/services/jury/propose-recusal-lift.ts'
import { recuseJuror } from '#app/services/jury/recuse-juror.ts'
import { replaceJuror } from '#app/services/jury/replace-juror.ts'
import { settleRecusalLift } from '#app/services/jury/settle-recusal-lift.ts'
import { unassign } from '#app/services/jury/unassign.ts'
import { saveScoreSheet } from '#app/services/scoring/save-score-sheet.ts'
import { verify } from '#app/verifier/verify.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { decideAll, must } from '#tests/services/deliberation/a-meeting.ts'
import { draft, opened, type Juror } from '#tests/services/scoring/a-panel.ts'
import { forge, type Files } from '#tests/verifier/forge.ts'
import { aFirstRound, aMeetingOf, FIRST, type Round } from './a-first-round.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
let test: TestDb
let ctx: Awaited<ReturnType<typeof testContext>>
let round: Round
let clerk: Actor
let other: Actor
/** Reads in the second round alone; of the same institution as `twin`. */
let late: Juror
let twin: Juror
/** Left a draft of the first round behind on the first file. */
let lapsed: Juror
let own: Juror
beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  // Sixty per cent of the first round are carried over: its figures must not move with the readers of the second.
  round = await aFirstRound({ test, ctx }, undefined, 2, '60')
  clerk = await round.given.officer('secretariat', round.id)
  other = await round.given.officer('secretariat', round.id)
  const shared = await round.given.administration()
  late = await round.seated({ institution: shared.id })
  twin = await round.seated({ institution: shared.id })
  const [{ administration_id: candidate }] = await rows(
    'SELECT administration_id FROM nomination WHERE id = $1',
    fileAt(0),
  )
  own = await round.seated({ institution: candidate })
  lapsed = await round.seated()
  await test.setNow(instant(round.calendar.evaluationOpens + 3_600_000))
  await round.reading(lapsed, fileAt(0))
  await opened(ctx, lapsed, fileAt(0))
  must(await unassign(ctx, clerk, { ...(await seenOf(fileAt(0))), seatId: lapsed.seatId }))
  await test.setNow(round.calendar.evaluationCloses)
})
const rows = async (statement: string, ...values: unknown[]) =>
  (await test.owner.query(statement, values)).rows
const reading = <T>(work: (tx: Parameters<Parameters<typeof readAs<T>>[2]>[0]) => Promise<T>) =>
  readAs(ctx.db.office, SYSTEM_ACTOR.personId, work)
const fileAt = (at: number): string => round.files[at]!
const seenOf = async (nominationId: string) => {
  const [{ version }] = await rows(
    'SELECT (count(*) + count(removed_at))::int AS version FROM assignment WHERE nomination_id = $1',
    nominationId,
  )
  return { campaignId: round.id, nominationId, version: version as number }
}
const give = async (juror: Juror, at: number, by = clerk) =>
  assign(ctx, by, { ...(await seenOf(fileAt(at))), seatId: juror.seatId })
const take = async (juror: Juror, at: number) =>
  unassign(ctx, clerk, { ...(await seenOf(fileAt(at))), seatId: juror.seatId })
const sheetsOf = (juror: Juror, at: number) =>
  rows(
    'SELECT id, sequence, state, second_round FROM score_sheet WHERE seat_id = $1 AND nomination_id = $2 ORDER BY sequence',
    ...[juror.seatId, fileAt(at)],
  )
const standing = () =>
  reading(async (tx) => {
    const standings = must(await loadStandings(tx, round.id, sha256))
    const shadow = await loadShadow(tx, round.id)
    const { ranking, scores } = standings.get(round.code)!
    const differences = tallyDifferences(tallyLines(ranking, scores.scores), shadow.get(round.code) ?? [])
    return { ranking, scores: scores.scores, differences }
  })
const wrongly = (refused: unknown, reason: string) => expect(refused).toMatchObject({ ok: false, reason })

describe('readers of the second of two rounds', () => {
  it('are not changed between the rounds: not after the deadline nor where nothing was shortlisted', async () => {
    must(await round.advance('evaluation', 'presentations'))
    await test.setNow(instant(round.calendar.evaluationCloses + 3_600_000))
    const before = await round.given.trace()
    wrongly(await give(late, 3), 'not-shortlisted')
    wrongly(await take(round.jurors[0]!, 4), 'not-shortlisted')
    wrongly(await give(late, 0, round.organiser), 'wrong-role')
    wrongly(await give(round.jurors[0]!, 0), 'already-assigned')
    wrongly(await give(own, 0), 'excluded')
    const seen = await seenOf(fileAt(0))
    wrongly(
      await assign(ctx, clerk, { ...seen, version: seen.version + 1, seatId: late.seatId }),
      'stale-version',
    )
    await test.owner.query("UPDATE campaign SET phase = 'deliberation' WHERE id = $1", [round.id])
    wrongly(await give(late, 0), 'wrong-phase')
    await test.owner.query("UPDATE campaign SET phase = 'presentations' WHERE id = $1", [round.id])
    expect(await round.given.trace()).toEqual(before)
  })

  it('leave a file below its minimum when one is recused, and the gate names it', async () => {
    const [gone, ...left] = round.jurors
    must(
      await recuseJuror(ctx, clerk, {
        ...{ seatId: gone!.seatId, nominationId: fileAt(0), ground: 'employment' as const },
      }),
    )
    wrongly(await give(gone!, 0), 'excluded')
    for (const juror of left) await round.sealed(ctx, juror, fileAt(0), 3)
    for (const at of [1, 2])
      for (const juror of round.jurors) await round.sealed(ctx, juror, fileAt(at), 2 + at)
    expect(await round.advance('presentations', 'deliberation')).toMatchObject({
      ...{ reason: 'blocked', facts: { codes: ['below-minimum-sheets'] } },
    })
  })

  it('are added to a shortlisted file: one assignment, one sheet of that round, the log and the letter at once', async () => {
    const before = await round.given.trace()
    must(await give(late, 0))
    expect(await sheetsOf(late, 0)).toMatchObject([{ sequence: 1, state: 'draft', second_round: true }])
    const { entries, notices } = await round.given.trace()
    expect(entries.slice(before.entries.length)).toEqual(['assignmentMoved', 'scoreSheetOpened'])
    expect(notices.slice(before.notices.length)).toEqual(['assignment-ready'])
    const [entry] = await rows(
      "SELECT facts FROM audit_entry WHERE act = 'assignmentMoved' AND campaign_id = $1 ORDER BY id DESC LIMIT 1",
      round.id,
    )
    expect(entry.facts).toEqual({ from: '', to: late.seatId, round: 2 })
    const [letter] = await rows(
      "SELECT facts FROM notice WHERE name = 'assignment-ready' AND person_id = $1",
      late.personId,
    )
    // Due when the second round is, and not when the first was.
    expect(letter.facts).toMatchObject({ count: 1, dueAt: round.calendar.deliberation })
    expect(
      await rows("SELECT 1 FROM outbox WHERE notice = 'assignment-ready' AND person_id = $1", late.personId),
    ).toHaveLength(1)
    wrongly(await give(late, 0), 'already-assigned')
    wrongly(await give(twin, 0), 'institution-twice')
  })

  it('declare their interests first, as everywhere, and then write a sheet that counts', async () => {
    const [{ id: sheetId }] = await sheetsOf(late, 0)
    const saved = await saveScoreSheet(ctx, late.actor, draft(sheetId, 1, round.entriesAt(4)))
    expect(saved.result).toMatchObject({ ok: false, reason: 'declaration-missing' })
    await round.declared(late.seatId, fileAt(0))
    await round.sealed(ctx, late, fileAt(0), 5)
    expect(await sheetsOf(late, 0)).toMatchObject([{ sequence: 1, state: 'sealed', second_round: true }])
    wrongly(await take(late, 0), 'sheet-sealed')
    const { scores, differences } = await standing()
    expect(differences).toEqual([])
    expect(scores.find(({ nominationId }) => nominationId === fileAt(0))).toMatchObject({
      ...{ sheets: 3, eligible: 3, quorum: 3 },
    })
  })

  it('take the place of one who leaves, whose first round stays and whose empty sheet counts for nothing', async () => {
    // One of two clerks at once: the other acts from readers that are no longer there.
    const fresh = await aFirstRound({ test, ctx }, FIRST.slice(0, 3))
    must(await fresh.advance('evaluation', 'presentations'))
    await test.setNow(instant(fresh.calendar.evaluationCloses + 3_600_000))
    const taker = await fresh.seated()
    const by = await fresh.given.officer('secretariat', fresh.id)
    const seen = { nominationId: fresh.files[0]!, version: 3 }
    const replace = () =>
      replaceJuror(ctx, by, { campaignId: fresh.id, seatId: fresh.jurors[0]!.seatId, of: seen })
    const both = await Promise.all([replace(), replace()])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    wrongly(
      both.find(({ ok }) => !ok),
      'stale-version',
    )
    const readers = await rows(
      `SELECT a.seat_id, a.removed_at IS NULL AS reads, s.state FROM assignment a JOIN score_sheet s
         ON s.seat_id = a.seat_id AND s.nomination_id = a.nomination_id AND s.second_round
       WHERE a.nomination_id = $1 ORDER BY a.assigned_at, a.id`,
      fresh.files[0],
    )
    expect(readers).toHaveLength(4)
    expect(readers).toContainEqual({ seat_id: fresh.jurors[0]!.seatId, reads: false, state: 'draft' })
    expect(readers).toContainEqual({ seat_id: taker.seatId, reads: true, state: 'draft' })
    // Nothing waits for the sheet that was left: neither the gate of the release nor the number of who could judge.
    expect((await reading((tx) => loadOpenSheets(tx, fresh.id))).get(fresh.code)).toBe(9)
    const [written] = await rows(
      'SELECT id, version FROM score_sheet WHERE seat_id = $1 AND nomination_id = $2 AND second_round',
      ...[fresh.jurors[0]!.seatId, fresh.files[0]],
    )
    const saved = await saveScoreSheet(
      ctx,
      fresh.jurors[0]!.actor,
      draft(written.id, written.version, fresh.entriesAt(4)),
    )
    expect(saved.result).toMatchObject({ ok: false })
    // Whoever comes back goes on with the sheet that was left.
    const again = { campaignId: fresh.id, nominationId: fresh.files[0]!, version: 5 }
    must(await unassign(ctx, by, { ...again, seatId: taker.seatId }))
    must(await assign(ctx, by, { ...again, version: 6, seatId: fresh.jurors[0]!.seatId }))
    const kept = await rows(
      'SELECT state FROM score_sheet WHERE seat_id = $1 AND nomination_id = $2 AND second_round',
      ...[fresh.jurors[0]!.seatId, fresh.files[0]],
    )
    expect(kept).toEqual([{ state: 'draft' }])
  })

  it('begin anew where a draft of the first round was left behind, or a recusal was lifted', async () => {
    must(await give(lapsed, 0))
    expect(await sheetsOf(lapsed, 0)).toMatchObject([
      { sequence: 1, state: 'voided', second_round: false },
      { sequence: 2, state: 'draft', second_round: true },
    ])
    const [gone] = round.jurors
    const pair = { seatId: gone!.seatId, nominationId: fileAt(0) }
    const { liftId } = must(await proposeRecusalLift(ctx, clerk, { ...pair, reason: 'Homonymie établie.' }))
    must(await settleRecusalLift(ctx, other, { ...pair, liftId, outcome: 'confirmed', words: '' }))
    must(await give(gone!, 0))
    expect((await sheetsOf(gone!, 0)).map(({ state, second_round }) => [state, second_round])).toEqual([
      ['sealed', false],
      ['voided', true],
      ['draft', true],
    ])
    must(await take(gone!, 0))
    must(await take(lapsed, 0))
  })
})

describe('a result whose rounds had different readers', () => {
  let bundle: Files
  let matrix: string
  beforeAll(async () => {
    must(await round.advance('presentations', 'deliberation'))
    const files = await reading(async (tx) => {
      const campaign = (await loadCampaign(tx, round.id))!
      return must(await must(await loadMaterial(ctx, tx, campaign, round.calendar.release)).bundle())
    })
    bundle = new Map(files.map(({ name, content }) => [name, content]))
    const auditor = await round.given.officer('auditor', round.id)
    matrix = JSON.stringify(must(await openMatrix(ctx, auditor, round.id)).matrix)
  })
  const failures = (files: Files, told = matrix) =>
    verify(files, told).failures.filter(({ about }) => about !== 'decisions')

  it('carries the first round as it was cut, and counts in the second who read in it', async () => {
    const { ranking, scores, differences } = await standing()
    expect(differences).toEqual([])
    // 60 % of 100 (fives) and 40 % of (50 + 50 + 100) / 3 (two threes and the five of the late reader).
    expect(toText(ranking.find(({ nominationId }) => nominationId === fileAt(0))!.score!)).toBe('260/3')
    expect(scores.map(({ eligible }) => eligible)).toEqual([3, 3, 3])
    const cut = await rows('SELECT sheets, eligible FROM shortlist WHERE campaign_id = $1', round.id)
    expect(cut).toEqual(Array.from({ length: 3 }, () => ({ sheets: 3, eligible: 3 })))
  })

  it('is borne out by the verifier and by the matrix of the auditor', () => {
    expect(failures(bundle)).toEqual([])
    const { rows: told } = JSON.parse(matrix) as {
      rows: { nomination: string; juror: string; round?: string }[]
    }
    const of = (first: boolean) =>
      told
        .filter((row) => row.nomination === fileAt(0) && (row.round === '1') === first)
        .map(({ juror }) => juror)
    const [first, second] = [of(true), of(false)]
    expect([first.length, second.length]).toEqual([3, 3])
    expect([
      second.filter((one) => !first.includes(one)),
      first.filter((one) => !second.includes(one)),
    ]).toEqual([[expect.any(String)], [expect.any(String)]])
  })

  /* eslint-disable @typescript-eslint/no-explicit-any -- (tampering) the files are bent as no type allows */
  const rowOf = (of: any, isLate: boolean): any => {
    const mine = of.rows.filter((row: any) => row.nomination === fileAt(0))
    const jurors = (first: boolean) =>
      mine.filter((row: any) => (row.round === '1') === first).map((row: any) => row.juror)
    const alone = isLate
      ? jurors(false).find((one: string) => !jurors(true).includes(one))
      : jurors(true).find((one: string) => !jurors(false).includes(one))
    return mine.find((row: any) => row.juror === alone)
  }
  const bent = (change: (told: any) => void): string => {
    const told = JSON.parse(matrix)
    change(told)
    return JSON.stringify(told)
  }
  it.each<[string, (told: any) => void]>([
    ['the sheet of the late reader told of the first round', (told) => (rowOf(told, true).round = '1')],
    ['the sheet of who left told of the second round', (told) => delete rowOf(told, false).round],
    [
      'the late reader told to be one who read already',
      (told) =>
        (rowOf(told, true).juror = told.rows.find(
          (row: any) =>
            row.nomination === fileAt(0) && row.round !== '1' && row.juror !== rowOf(told, true).juror,
        ).juror),
    ],
    [
      'the sheet of the late reader left out',
      (told) => told.rows.splice(told.rows.indexOf(rowOf(told, true)), 1),
    ],
    [
      'one juror more in the first round',
      (told) => (told.firstRound.find((one: any) => one.nomination === fileAt(0)).eligible = 4),
    ],
  ])('is caught with %s', (_, change) => {
    expect(failures(bundle, bent(change)).map(({ about }) => about)).toContain('matrix')
  })

  it('is not read where a file stands twice in the first round', () => {
    const twice = bent((told) => told.firstRound.push(told.firstRound[0]))
    expect(
      verify(bundle, twice)
        .failures.map(({ sentence }) => sentence)
        .join(),
    ).toContain('a nomination twice')
  })

  it.each<[string, string, (file: any) => void]>([
    [
      'the late sheet opened without its round',
      'sheets.json',
      (sheets) => {
        const firsts = new Set(sheets.map(({ record }: any) => record.version))
        expect(firsts).toContain('1')
        const lateOne = sheets.find(({ record }: any) => record.round === '2' && record.version === '1')
        delete lateOne.record.round
      },
    ],
    [
      'the first sheet of who left counted in the second',
      'sheets.json',
      (sheets) => {
        sheets.find(
          ({ record }: any) => record.round === undefined && record.nomination === fileAt(0),
        ).record.round = '2'
      },
    ],
  ])('is caught with %s', (_, name, change) => {
    expect(failures(forge(bundle, name, change)).map(({ about }) => about)).toContain('sheets')
  })
  /* eslint-enable @typescript-eslint/no-explicit-any */
})

describe('the minutes of such a meeting', () => {
  it('tell the cut as it was taken, the order with who read since, and nobody who read', async () => {
    const everybody = [...round.jurors, late, twin, own, lapsed]
    await test.setNow(instant(round.calendar.deliberation + 3_600_000))
    const met = await aMeetingOf({ test, ctx }, { ...round, jurors: everybody }, clerk)
    const ranked = [fileAt(0), fileAt(2), fileAt(1)]
    await decideAll(ctx, { ...met, files: ranked.map((id) => ({ id })) } as never)
    must(await draftMinutes(ctx, clerk, { sessionId: met.sessionId }))
    const [document] = await rows(
      "SELECT * FROM document WHERE kind = 'minutes' AND campaign_id = $1",
      round.id,
    )
    const { record } = document
    const references = new Map(
      (await rows('SELECT id, reference FROM nomination WHERE campaign_id = $1', round.id)).map(
        ({ id, reference }) => [id, reference],
      ),
    )
    type Line = { rank: number; reference: string; score: string }
    const lines = (told: Line[]) => told.map(({ rank, reference, score }) => [rank, reference, score])
    const told = lines(record.firstRound.categories[0].advanced)
    expect(told.map(([rank, , score]) => [rank, score])).toEqual([
      [1, '100,00'],
      [2, '66,67'],
      [2, '66,67'],
    ])
    expect(told[0]?.[1]).toBe(references.get(fileAt(0)))
    expect(record.firstRound.percents).toEqual({ first: '60', second: '40' })
    // 60 % of the cut and 40 % of the second round: the five of the late reader lifts the first from 80 to 86,67.
    expect(lines(record.items[0].ranking)).toEqual(
      ranked.map((id, at) => [at + 1, references.get(id), ['86,67', '70,00', '60,00'][at]]),
    )
    const names = await rows(
      'SELECT name FROM person WHERE id = ANY ($1)',
      everybody.map(({ personId }) => personId),
    )
    const { attendance, ...rest } = record
    expect(attendance.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(names.map(({ name }) => name)),
    )
    const quorums = record.items.map(({ quorum }: { quorum: unknown }) => quorum)
    expect(quorums.every((one: { present: number }) => one.present > 0)).toBe(true)
    expect(JSON.stringify(rest.items)).not.toContain(late.seatId)
    expect((await ctx.press.press('minutes', document.record)).sha256).toBe(document.sha256)
  })
})

describe('the database itself', () => {
  const insert = (nominationId: string, isSecond: boolean) =>
    ctx.db.office.$executeRawUnsafe(
      `INSERT INTO score_sheet (id, seat_id, person_id, nomination_id, sequence, state, version, regulation_version_id,
         rubric_hash, created_at, updated_at, sheet_number, second_round)
       SELECT gen_random_uuid(), '${twin.seatId}', '${twin.personId}', '${nominationId}', 9, 'draft', 1, v.id, '', now(), now(), 'x', ${isSecond}
       FROM regulation_version v WHERE v.campaign_id = '${round.id}' AND v.state = 'frozen'`,
    )
  it.each([
    ['a sheet of the first round once the second is open', 0, false],
    ['a sheet of the second round for a file that did not reach it', 3, true],
    ['a sheet of the first round for such a file', 3, false],
  ] as const)('refuses %s', async (_, at, isSecond) => {
    await expect(insert(fileAt(at), isSecond)).rejects.toThrow(/of the round that is open/)
  })
})
