import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FIELD, heldOf } from '#app/cli/drill/held.ts'
import { judge, longestGap } from '#app/cli/drill/judge.ts'
import { type Acknowledged, type Kind, openJournal } from '#app/cli/drill/journal.ts'
import { exitCodeOf, lineOf, type RoundSet, tableOf } from '#app/cli/drill/report.ts'
import type { Context } from '#app/services/context.ts'
import { saveAnswers } from '#app/services/nomination/save-answers.ts'
import { submitNomination } from '#app/services/nomination/submit-nomination.ts'
import { saveScoreSheet } from '#app/services/scoring/save-score-sheet.ts'
import { createScene, DAY_OF_WORK, newKey } from '#tests/services/nomination/scene.ts'
import { aPanel, draft, opened } from '#tests/services/scoring/a-panel.ts'
import { testContext } from '#tests/support/context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'imtiyaz-drill-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

let test: TestDb
let ctx: Context
const journal = openJournal(path.join(folder, 'journal.jsonl'))
const acknowledged = (kind: Kind, id: string, version: number, hash: string, repeated = false): void =>
  journal.add({ kind, id, version, hash, at: Date.now(), repeated })

async function answers(): Promise<void> {
  const scene = createScene(test, ctx)
  await test.setNow(DAY_OF_WORK)
  const { editor, signatory, nomination } = await scene.stage()
  for (const version of [1, 2]) {
    const text = `Constat ${version}.`
    const typed = [{ field: FIELD, value: text, version }]
    const saved = await saveAnswers(ctx, editor, { nominationId: nomination.id, typed })
    if (!saved.ok) throw new Error(saved.reason)
    acknowledged('answer', nomination.id, version + 1, sha256(text))
  }
  const seenDigest = await scene.digestOf(nomination.id)
  const input = { nominationId: nomination.id, received: DAY_OF_WORK, seenDigest, key: newKey() }
  // The answer of the first was lost on its way.
  for (let times = 0; times < 2; times += 1) {
    const sent = await submitNomination(ctx, signatory, input)
    if (!sent.ok) throw new Error(sent.reason)
    if (times === 1) acknowledged('submission', nomination.id, sent.value.version, seenDigest, true)
  }
}

async function scores(): Promise<void> {
  const panel = await aPanel(test)
  const juror = await panel.seated()
  const file = await panel.file()
  await panel.reading(juror, file.id)
  const sheetId = await opened(ctx, juror, file.id)
  const [first] = [...panel.entriesAt(4)].sort((a, b) => (a.criterion < b.criterion ? -1 : 1))
  for (const version of [1, 2]) {
    const comment = `Constat ${version}.`
    const sent = draft(sheetId, version, [{ ...first!, level: 3, comment }])
    await saveScoreSheet(ctx, juror.actor, sent)
    acknowledged('score', sheetId, version + 1, sha256(`3 ${comment}`))
  }
}

beforeAll(async () => {
  test = await testDb()
  ctx = await testContext(test)
  await answers()
  await scores()
})
afterAll(() => journal.close())

/** What the judge says of the database with a fault planted past every fence, which is then undone. */
async function judgedWith(...faults: readonly string[]) {
  await test.owner.query('BEGIN')
  try {
    await test.owner.query('SET LOCAL session_replication_role = replica')
    for (const fault of faults) await test.owner.query(fault)
    return judge(journal.read(), await heldOf(test.owner, journal.read()))
  } finally {
    await test.owner.query('ROLLBACK')
  }
}
const FINE = { acknowledged: 5, repeated: 1, lost: 0, doubled: 0, changed: 0 }
const last = (act: string): string =>
  `(SELECT id FROM audit_entry WHERE act = '${act}' ORDER BY tree_index DESC LIMIT 1)`
const again = (act: string): readonly string[] => [
  `CREATE TEMP TABLE again ON COMMIT DROP AS SELECT * FROM audit_entry WHERE id = ${last(act)}`,
  'UPDATE again SET id = id + 1000, tree_index = tree_index + 1000',
  'INSERT INTO audit_entry OVERRIDING SYSTEM VALUE SELECT * FROM again',
]

describe('the journal of the drill, against a database', () => {
  it('finds everything in its place, a repeated visa once', async () => {
    expect(await judgedWith()).toEqual({ ...FINE, faults: [] })
  })

  it.each([
    [
      'an answer lost',
      ['DELETE FROM answer', `DELETE FROM audit_entry WHERE id = ${last('answersSaved')}`],
      2,
    ],
    [
      'an answer set back to the one before',
      [`UPDATE answer SET version = 2, value = '"Constat 1."' WHERE field = '${FIELD}'`],
      1,
    ],
    ['a save that nothing remembers', [`DELETE FROM audit_entry WHERE id = ${last('scoreSheetSaved')}`], 1],
    ['a sheet lost', ['DELETE FROM score'], 2],
    ['a submission lost', ['DELETE FROM dossier_version'], 1],
    ['a submission without its key', ['DELETE FROM idempotency_key'], 1],
  ])('finds %s', async (_, faults, lost) => {
    expect(await judgedWith(...faults)).toMatchObject({ ...FINE, lost })
  })

  it.each([
    ['a save of an answer', again('answersSaved')],
    ['a save of a sheet', again('scoreSheetSaved')],
    ['the entry of a submission', again('nominationSubmitted')],
    [
      'a submission under a second key',
      [
        'CREATE TEMP TABLE again ON COMMIT DROP AS SELECT * FROM idempotency_key',
        `UPDATE again SET key = '${randomUUID()}'`,
        'INSERT INTO idempotency_key SELECT * FROM again',
      ],
    ],
  ])('finds %s that stands twice', async (_, faults) => {
    expect(await judgedWith(...faults)).toMatchObject({ ...FINE, doubled: 1 })
  })

  it.each([
    ['an answer', `UPDATE answer SET value = '"Autre."' WHERE field = '${FIELD}'`],
    ['a comment', `UPDATE score SET comment = 'Autre.'`],
    ['a level', 'UPDATE score SET level = 4'],
    ['a submission', `UPDATE dossier_version SET hash = repeat('a', 64)`],
  ])('finds %s with another text', async (_, fault) => {
    expect(await judgedWith(fault)).toMatchObject({
      ...FINE,
      changed: 1,
      faults: [expect.stringMatching(/^changed: /)],
    })
  })
})

describe('the judge', () => {
  const write: Acknowledged = { kind: 'score', id: 's', version: 2, hash: 'h', at: 0, repeated: false }
  const held = { kind: 'score', id: 's', version: 2, hash: 'h' } as const

  it('counts one of two writes lost that were given the same version', () => {
    expect(judge([write, write], { standing: [held], past: [held] })).toMatchObject({ lost: 1, doubled: 0 })
  })
  it('takes a version that nobody was promised for a write that stands twice', () => {
    const next = { ...held, version: 3 }
    expect(judge([write], { standing: [next], past: [held, next] })).toMatchObject({ lost: 0, doubled: 1 })
  })
  it('finds the longest silence, in whatever order the answers came', () => {
    expect(longestGap([30, 10, 11, 90])).toBe(60)
    expect([longestGap([5]), longestGap([])]).toEqual([0, 0])
  })
})

describe('the report of the drill', () => {
  const set: RoundSet = {
    ...{ fault: 'F1', what: 'kill -9', rounds: 2, acknowledged: 90, repeated: 3, failed: 7 },
    ...{ lost: 0, doubled: 0, changed: 0, givenUp: 0, outage: 1200, took: {}, wrong: [] },
    ...{ target: '<= 3 s', isInTime: true },
  }

  it('says what held, with its counts', () => {
    expect(JSON.parse(lineOf(set))).toMatchObject({ fault: 'F1', acknowledged: 90, verdict: 'held' })
    expect(tableOf([set])).toMatch(/F1 +2 +90 +3 +7 +0 +0 +0 +0 +1200 ms +<= 3 s +held$/)
    expect(exitCodeOf([set])).toBe(0)
  })
  it.each([
    ['a write lost', { lost: 1 }, 'NOT HELD'],
    ['a write doubled', { doubled: 1 }, 'NOT HELD'],
    ['a write changed', { changed: 1 }, 'NOT HELD'],
    ['a write that had no answer to the end', { givenUp: 1 }, 'NOT HELD'],
    ['an invariant broken', { wrong: ['FAIL  I4'] }, 'NOT HELD'],
    ['an outage too long', { isInTime: false }, 'TOO SLOW'],
  ])('ends with 1 for %s', (_, over, said) => {
    const broken = { ...set, ...over }
    expect(JSON.parse(lineOf(broken))).toMatchObject({ verdict: said })
    expect(tableOf([set, broken])).toContain(said)
    expect(exitCodeOf([set, broken])).toBe(1)
  })
  it('tells beneath the table what else did not hold, and nothing run is nothing held', () => {
    expect(tableOf([{ ...set, wrong: ['FAIL  I4'] }])).toMatch(/\nF1: FAIL {2}I4$/)
    expect(exitCodeOf([])).toBe(1)
  })
  it('says what could not be run here: alone it is no success, beside others it takes nothing from them', () => {
    const missing = { fault: 'F8', what: 'the disk full', notRun: 'it needs the right to mount' }
    expect(JSON.parse(lineOf(missing))).toEqual({ ...missing, verdict: 'NOT RUN HERE' })
    expect(tableOf([set, missing])).toMatch(
      /\nF8: not run here: it needs the right to mount \(the disk full\)$/,
    )
    expect([exitCodeOf([missing]), exitCodeOf([set, missing])]).toEqual([1, 0])
    expect(exitCodeOf([{ ...set, lost: 1 }, missing])).toBe(1)
  })
})
