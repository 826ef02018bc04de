import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkData } from '#app/cli/check-data/check.ts'
import { saveScoreSheet } from '#app/services/scoring/save-score-sheet.ts'
import { sealScoreSheet } from '#app/services/scoring/seal-score-sheet.ts'
import { act } from '#tests/services/audit/scene.ts'
import { aPanel, draft, opened } from '#tests/services/scoring/a-panel.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'

let test: TestDb
let folder: string
let sheetId: string
let lines: string[]
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'imtiyaz-check-'))
  test = await testDb()
  const ctx = actsContext(test)
  const panel = await aPanel(test)
  const juror = await panel.seated()
  const file = await panel.file()
  await panel.reading(juror, file.id)
  await test.owner.query(
    `INSERT INTO dossier_version (id, nomination_id, number, kind, content, hash, received_at, receipt_number, signatory_id, created_at)
     VALUES (gen_random_uuid(), $1, 1, 'submission', '{}', 'h', '2020-01-01', 'R-1', gen_random_uuid(), now())`,
    [file.id],
  )
  sheetId = await opened(ctx, juror, file.id)
  const saved = await saveScoreSheet(ctx, juror.actor, draft(sheetId, 1, panel.entriesAt(4)))
  await sealScoreSheet(ctx, juror.actor, {
    sheetId,
    version: saved.result.ok ? saved.result.value.version : 0,
  })
  await act(ctx, 'phaseChanged', { from: 'evaluation', to: 'deliberation' })
  await act(ctx, 'one')
})
afterAll(() => rm(folder, { recursive: true, force: true }))
beforeEach(() => {
  lines = []
})

/** As the superuser, past every fence; undone after each fault, so that each is planted in sound data. */
async function planted(sql: string): Promise<readonly string[]> {
  const fault = sql.replaceAll('$sheet', sheetId)
  const kept = [
    'audit_entry',
    'dossier_version',
    'log_node',
    'log_head',
    'log_checkpoint',
    'score_sheet',
    'score',
    'stored_file',
    'session',
    'outbox',
    'snapshot',
  ]
  await test.owner.query('SET session_replication_role = replica')
  for (const table of kept) await test.owner.query(`CREATE TEMP TABLE kept_${table} AS TABLE ${table}`)
  await test.owner.query(fault)
  await checkData(test.owner, folder, (line) => void lines.push(line))
  for (const table of kept) {
    await test.owner.query(
      `DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM kept_${table}; DROP TABLE kept_${table}`,
    )
  }
  await test.owner.query('SET session_replication_role = origin')
  return lines.filter((line) => line.startsWith('FAIL')).map((line) => line.slice(6).split(':')[0] ?? '')
}

describe('the check of the data', () => {
  it('holds in sound data and changes nothing', async () => {
    const broken = await checkData(test.owner, folder, (line) => void lines.push(line))
    expect(lines.filter((line) => !line.startsWith('ok'))).toEqual([])
    expect(broken).toBe(0)
    expect(lines).toHaveLength(16)
  })

  it.each([
    [
      'a deposit lost that was acknowledged',
      `UPDATE audit_entry SET act = 'nominationSubmitted', facts = '{"version":1,"digest":"h"}' WHERE tree_index = 1`,
      'I1',
    ],
    ['a sealed sheet lost', `DELETE FROM score_sheet WHERE id = '$sheet'`, 'I1'],
    ['a deposit after its limit', `UPDATE dossier_version SET received_at = '2100-01-01'`, 'I3'],
    [
      'a snapshot before the release',
      `INSERT INTO snapshot (id, campaign_id, number, document, hash, published_at)
         SELECT gen_random_uuid(), id, 1, '{}', repeat('e', 64), now() FROM campaign LIMIT 1`,
      'I10',
    ],
    ['a receipt gone', 'DELETE FROM dossier_version', 'I2'],
    ['a version missing', 'UPDATE dossier_version SET number = 2', 'I4'],
    ['a score changed', `UPDATE score SET level = 5 WHERE sheet_id = '$sheet'`, 'I6.2'],
    [
      'a commitment changed',
      `UPDATE score_sheet SET commitment = repeat('a', 64) WHERE id = '$sheet'`,
      'I12',
    ],
    ['an entry changed', `UPDATE audit_entry SET act = 'another' WHERE tree_index = 1`, 'I8.2'],
    ['an entry deleted', 'DELETE FROM audit_entry WHERE tree_index = 1', 'I8.1'],
    ['the tail cut', 'DELETE FROM audit_entry WHERE tree_index >= 2; UPDATE log_head SET size = 2', 'I8.4'],
    [
      'a subtree changed',
      `UPDATE log_node SET hash = repeat('b', 64) WHERE level = 1 AND position = 0`,
      'I8.3',
    ],
    ['a checkpoint changed', `UPDATE log_checkpoint SET root = repeat('c', 64)`, 'I8.4'],
    [
      'a file gone',
      `INSERT INTO stored_file VALUES ('${randomUUID()}', '${randomUUID()}', repeat('d', 64), 3, 'text/csv', 'x.csv', 'clean', now(), '${randomUUID()}')`,
      'I5',
    ],
    [
      'a letter forgotten',
      `UPDATE outbox SET state = 'pending', next_attempt_at = now() - interval '1 hour'`,
      'I9',
    ],
  ])('finds %s', async (_, sql, id) => expect(await planted(sql)).toContain(id))

  it('forgets no letter that waits because those of its edition are held', async () => {
    const held = await test.owner.query(
      `INSERT INTO letter_hold (id, campaign_id, held_by, held_at)
       SELECT DISTINCT ON (campaign_id) gen_random_uuid(), campaign_id, gen_random_uuid(), now() FROM outbox WHERE campaign_id IS NOT NULL`,
    )
    expect(held.rowCount).toBeGreaterThan(0)
    const late = await planted(
      `UPDATE outbox SET state = 'pending', notice = 'published', next_attempt_at = now() - interval '1 hour' WHERE campaign_id IS NOT NULL`,
    )
    expect(late).not.toContain('I9')
  })

  it('finds a table that the public role was let into', async () => {
    await test.owner.query('GRANT SELECT ON score TO imtiyaz_public')
    await checkData(test.owner, folder, (line) => void lines.push(line))
    await test.owner.query('REVOKE SELECT ON score FROM imtiyaz_public')
    expect(lines.join('\n')).toMatch(/FAIL {2}I10[^\n]*\n *the public role may read score/)
  })
})
