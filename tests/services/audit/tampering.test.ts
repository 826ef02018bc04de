import { beforeEach, describe, expect, it } from 'vitest'
import { loadCheckpoints } from '#app/adapters/db/log.ts'
import { wholeLog } from '#app/queries/exports/log-file.ts'
import type { Context } from '#app/services/context.ts'
import { logFromText } from '#app/verifier/open-log.ts'
import { verifyLog } from '#app/verifier/verify-log.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { act } from './scene.ts'

/** As the superuser of the database: every fence is lifted first. What each tampering leaves behind is what it could. */
const LEAF = `encode(sha256('\\x00'::bytea || convert_to(text, 'UTF8')), 'hex')`
const FREE = `SET session_replication_role = replica`

/** The acts of this trail belong to no campaign: every auditor reads them. */
const CAMPAIGN = '00000000-0000-4000-8000-000000000000'
let test: TestDb
let ctx: Context
let outside: string
beforeEach(async () => {
  test = await testDb()
  ctx = actsContext(test)
  for (let at = 0; at < 6; at += 1) await act(ctx, `act-${at}`, { n: `${at}` })
  await act(ctx, 'phaseChanged', { from: 'screening', to: 'evaluation' })
  for (let at = 7; at < 11; at += 1) await act(ctx, `act-${at}`, { n: `${at}` })
  await act(ctx, 'phaseChanged', { from: 'evaluation', to: 'deliberation' })
  outside = (await loadCheckpoints(ctx.db.office, 1))[0]?.note ?? expect.fail('a checkpoint')
  await test.owner.query(FREE)
})

async function faults(from: { key?: string; checkpoints?: string[] } = {}): Promise<string[]> {
  let text = ''
  for await (const part of wholeLog(ctx.db.office, ctx.signer.verifierKey, CAMPAIGN)) text += part
  const report = verifyLog(logFromText(text, 'log'), {
    key: from.key ?? ctx.signer.verifierKey,
    checkpoints: from.checkpoints ?? [],
  })
  return report.failures.map(({ about, sentence }) => `${about}: ${sentence}`)
}
/** Numbers the texts again and hashes them anew, as a careful forger would. */
const renumber = `UPDATE audit_entry SET text = regexp_replace(text, '"treeIndex":\\d+}$', '"treeIndex":' || tree_index || '}');
  UPDATE audit_entry SET leaf_hash = ${LEAF}`
const NOT_SIGNED = 'checkpoints: the first 12 entries are not the ones that were signed'

describe('a superuser of the database', () => {
  it('is not suspected when nothing was touched', async () => {
    expect(await faults()).toEqual([])
    expect(await faults({ checkpoints: [outside] })).toEqual([])
  })

  it('cannot change an entry: not its columns, not its text, not with a new hash', async () => {
    await test.owner.query(`UPDATE audit_entry SET facts = '{"n":"9"}' WHERE tree_index = 3`)
    expect(await faults()).toContain(
      'entries: entry 3 was changed: the columns beside its text say something else',
    )
    await test.owner.query(
      `UPDATE audit_entry SET text = replace(text, '"n":"3"', '"n":"9"') WHERE tree_index = 3`,
    )
    expect(await faults()).toEqual(['entries: entry 3 was changed: its text is not the one that was hashed'])
    await test.owner.query(`UPDATE audit_entry SET leaf_hash = ${LEAF} WHERE tree_index = 3`)
    expect(await faults()).toContain('checkpoints: the first 7 entries are not the ones that were signed')
  })

  it('cannot delete an entry, nor number the rest again', async () => {
    await test.owner.query('DELETE FROM audit_entry WHERE tree_index = 4')
    expect(await faults()).toContain('order: entry 4 is missing: it was deleted')
    await test.owner.query('UPDATE audit_entry SET tree_index = tree_index + 100 WHERE tree_index > 4')
    await test.owner.query('UPDATE audit_entry SET tree_index = tree_index - 101 WHERE tree_index > 4')
    expect(await faults()).toContain(
      'order: from entry 4 on, 1 before it was deleted and the rest numbered again',
    )
    await test.owner.query(`${renumber}; UPDATE log_head SET size = 11`)
    expect(await faults()).toContain(
      'checkpoints: the checkpoint of 12 entries says more than the 11 that are here: the end of the log was cut off',
    )
    expect(await faults()).toContain('checkpoints: the first 7 entries are not the ones that were signed')
  })

  it('cannot insert an entry', async () => {
    await test.owner.query('UPDATE audit_entry SET tree_index = tree_index + 100 WHERE tree_index > 4')
    await test.owner.query('UPDATE audit_entry SET tree_index = tree_index - 99 WHERE tree_index > 4')
    await test.owner
      .query(`INSERT INTO audit_entry (tree_index, at, actor_id, actor_role, act, subject_type, subject_id, facts, request_id, text, leaf_hash)
      SELECT 5, at, actor_id, actor_role, act, subject_type, subject_id, facts, request_id, replace(text, '"treeIndex":4}', '"treeIndex":5}'), '' FROM audit_entry WHERE tree_index = 4`)
    await test.owner.query(`UPDATE audit_entry SET leaf_hash = ${LEAF}; UPDATE log_head SET size = 13`)
    expect(await faults()).toContain('order: before entry 6, 1 was inserted and the rest numbered again')
    await test.owner.query(renumber)
    expect(await faults()).toContain(NOT_SIGNED)
  })

  it('cannot swap two entries', async () => {
    await test.owner.query(`UPDATE audit_entry SET tree_index = 100 WHERE tree_index = 2;
      UPDATE audit_entry SET tree_index = 2 WHERE tree_index = 5; UPDATE audit_entry SET tree_index = 5 WHERE tree_index = 100`)
    expect(await faults()).toContain('order: entries 2 and 5 are swapped')
    await test.owner.query(renumber)
    expect(await faults()).toContain(NOT_SIGNED)
  })

  it('cannot cut the tail, and where the checkpoints are cut too only an outside one tells', async () => {
    await test.owner.query('DELETE FROM audit_entry WHERE tree_index >= 9')
    expect(await faults()).toContain('size: 9 entries, 12 stated: the end of the log was cut off')
    await test.owner.query('UPDATE log_head SET size = 9; DELETE FROM log_checkpoint WHERE size > 9')
    expect(await faults()).toEqual([])
    expect(await faults({ checkpoints: [outside] })).toContain(
      'outside: the checkpoint of 12 entries says more than the 9 that are here: the end of the log was cut off',
    )
  })

  it('cannot rebuild everything unseen by whoever kept a checkpoint, not even with the signing key', async () => {
    await test.owner.query(
      'TRUNCATE audit_entry, log_node, log_checkpoint, checkpoint_witness; UPDATE log_head SET size = 0',
    )
    await test.owner.query('SET session_replication_role = origin')
    for (let at = 0; at < 6; at += 1) await act(ctx, `act-${at}`, { n: 'another' })
    await act(ctx, 'phaseChanged', { from: 'screening', to: 'evaluation' })
    for (let at = 7; at < 12; at += 1) await act(ctx, `act-${at}`, { n: 'another' })
    await act(ctx, 'phaseChanged', { from: 'evaluation', to: 'deliberation' })
    expect(await faults()).toEqual([])
    expect(await faults({ checkpoints: [outside] })).toContain(
      'outside: the first 12 entries are not the ones that were signed',
    )
  })

  it('cannot sign a checkpoint with a key of its own', async () => {
    const forged = actsContext(test)
    await test.owner.query('TRUNCATE log_checkpoint, checkpoint_witness')
    await test.owner.query('SET session_replication_role = origin')
    await act(forged, 'phaseChanged', { from: 'deliberation', to: 'embargo' })
    expect(await faults()).toContain(
      `checkpoints: the checkpoint of 13 entries is not signed by ${ctx.signer.verifierKey}`,
    )
  })
})
