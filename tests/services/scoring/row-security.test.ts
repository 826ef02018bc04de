import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import type { Tx } from '#app/adapters/db/client.server.ts'
import { actsContext } from '#tests/support/acts-context.ts'
import { testDb, type TestDb } from '#tests/support/db.ts'
import type { Context } from '#app/services/context.ts'
import { aPanel, type Juror } from './a-panel.ts'

let test: TestDb
let ctx: Context
let panel: Awaited<ReturnType<typeof aPanel>>
let jurors: Juror[]
let hidden: { id: string }
let open: { id: string }
const as = <T>(juror: Juror, work: (tx: Tx) => Promise<T>) => readAs(test.db.jury, juror.personId, work)
const counted = async (tx: Tx, table: string, where = 'true') => {
  const rows = await tx.$queryRawUnsafe<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM ${table} WHERE ${where}`,
  )
  return rows[0]?.n
}

beforeAll(async () => {
  test = await testDb()
  ctx = actsContext(test)
  panel = await aPanel(test)
  jurors = [await panel.seated(), await panel.seated(), await panel.seated()]
  open = await panel.file()
  hidden = await panel.file()
  for (const [at, juror] of jurors.entries()) {
    await panel.reading(juror, open.id)
    await panel.sealed(ctx, juror, open.id, at + 2)
    await panel.reading(juror, hidden.id)
    await panel.sealed(ctx, juror, hidden.id, 4)
  }
  for (const nomination of [open, hidden]) {
    const version = {
      id: randomUUID(),
      nomination_id: nomination.id,
      number: 1,
      kind: 'submission',
      content: { secret: true },
      hash: 'h',
    }
    await panel.given.insert('dossier_version', {
      ...version,
      received_at: new Date(),
      receipt_number: randomUUID(),
      signatory_id: randomUUID(),
      created_at: new Date(),
    })
    const file = randomUUID()
    await panel.given.insert('stored_file', {
      id: file,
      storage_key: file,
      sha256: 'x',
      size: 1,
      media_type: 'application/pdf',
      display_name: 'a.pdf',
      scan_state: 'clean',
      created_at: new Date(),
      created_by: randomUUID(),
    })
    await panel.given.insert('evidence', {
      id: randomUUID(),
      nomination_id: nomination.id,
      file_id: file,
      title: 'Preuve',
      claim: 'results',
      position: 1,
      created_at: new Date(),
    })
  }
  await panel.recused(jurors[0]!.seatId, hidden.id)
})

describe('the database under the jury role', () => {
  it('counts for each juror exactly the own sheets and their scores', async () => {
    for (const juror of jurors.slice(1)) {
      expect(await as(juror, (tx) => counted(tx, 'score_sheet'))).toBe(2)
      expect(await as(juror, (tx) => counted(tx, 'score_sheet', `person_id <> '${juror.personId}'`))).toBe(0)
      expect(await as(juror, (tx) => counted(tx, 'score'))).toBe(2 * panel.criteria.length)
    }
  })

  it('shows nothing to nobody: without app.user every count is zero', async () => {
    for (const table of [
      'score_sheet',
      'score',
      'nomination',
      'dossier_version',
      'evidence',
      'interest',
      'recusal',
      'assignment',
    ]) {
      const rows = await test.db.jury.$queryRawUnsafe<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM ${table}`,
      )
      expect([table, rows[0]?.n]).toEqual([table, 0])
    }
  })

  it('hides a recused file everywhere, its counts included', async () => {
    const recused = jurors[0]!
    for (const table of ['nomination_partner', 'dossier_version', 'evidence', 'score_sheet', 'assignment']) {
      expect([
        table,
        await as(recused, (tx) => counted(tx, table, `nomination_id = '${hidden.id}'`)),
      ]).toEqual([table, 0])
    }
    expect(await as(recused, (tx) => counted(tx, 'nomination'))).toBe(1)
    expect(await as(recused, (tx) => counted(tx, 'stored_file'))).toBe(1)
    expect(await as(jurors[1]!, (tx) => counted(tx, 'dossier_version'))).toBe(2)
  })

  const insertSheet = (
    tx: Tx,
    juror: Juror,
    nominationId: string,
    personId = juror.personId,
  ) => tx.$executeRaw`
    INSERT INTO score_sheet (id, seat_id, person_id, nomination_id, sequence, state, regulation_version_id, rubric_hash, created_at, updated_at)
    VALUES (${randomUUID()}::uuid, ${juror.seatId}::uuid, ${personId}::uuid, ${nominationId}::uuid, 9, 'draft',
      ${panel.campaign.regulationVersionId}::uuid, 'x', now(), now())`

  it('refuses a sheet for a recused file, an unassigned one, and one in another name', async () => {
    const unassigned = await panel.file()
    await expect(as(jurors[0]!, (tx) => insertSheet(tx, jurors[0]!, hidden.id))).rejects.toThrow(
      /row-level security/,
    )
    await expect(as(jurors[1]!, (tx) => insertSheet(tx, jurors[1]!, unassigned.id))).rejects.toThrow(
      /row-level security/,
    )
    await expect(
      as(jurors[1]!, (tx) => insertSheet(tx, jurors[2]!, open.id, jurors[2]!.personId)),
    ).rejects.toThrow(/row-level security/)
  })

  it('refuses to change a sealed sheet or its scores, to its juror, the office and the owner', async () => {
    const change = `UPDATE score_sheet SET remark = 'x' WHERE state = 'sealed'`
    await expect(as(jurors[1]!, (tx) => tx.$executeRawUnsafe(change))).rejects.toThrow(/never change/)
    await expect(test.db.office.$executeRawUnsafe(change)).rejects.toThrow(/never change/)
    await expect(test.owner.query(change)).rejects.toThrow(/never change/)
    await expect(as(jurors[1]!, (tx) => tx.$executeRawUnsafe('UPDATE score SET level = 5'))).rejects.toThrow(
      /sealed/,
    )
    await expect(test.db.office.$executeRawUnsafe('UPDATE score SET level = 5')).rejects.toThrow(/sealed/)
  })

  it('denies the jury what it has no right to: deleting sheets, tallies, decisions, people', async () => {
    for (const sql of [
      'DELETE FROM score_sheet',
      'SELECT * FROM tally',
      'SELECT * FROM person',
      'SELECT * FROM audit_entry',
      'SELECT * FROM answer',
    ]) {
      await expect(
        as(jurors[1]!, (tx) => tx.$executeRawUnsafe(sql)),
        sql,
      ).rejects.toThrow(/permission denied/)
    }
    for (const role of ['applicant', 'public'] as const) {
      await expect(test.db[role].$executeRawUnsafe('SELECT * FROM score_sheet')).rejects.toThrow(
        /permission denied/,
      )
    }
  })

  it('does not add scores to a sealed sheet', async () => {
    const { rows } = await test.owner.query(
      `SELECT id FROM score_sheet WHERE person_id = $1 AND nomination_id = $2`,
      [jurors[1]!.personId, open.id],
    )
    const add = (tx: Tx) =>
      tx.$executeRaw`INSERT INTO score (sheet_id, criterion, level) VALUES (${rows[0].id}::uuid, 'extra', 5)`
    await expect(as(jurors[1]!, add)).rejects.toThrow(/sealed/)
  })

  it("lets nobody of the jury touch another's seat", async () => {
    const steal = await as(
      jurors[1]!,
      (tx) =>
        tx.$executeRaw`UPDATE seat SET person_id = ${jurors[1]!.personId}::uuid WHERE id = ${jurors[2]!.seatId}::uuid`,
    )
    expect(steal).toBe(0)
  })
})
