import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Prisma } from '#app/adapters/db/generated/client.ts'
import { readAs } from '#app/adapters/db/transaction.server.ts'
import { readDossier } from '#app/queries/jury/dossier.ts'
import { aPanel, type Juror } from '#tests/services/scoring/a-panel.ts'
import { testDb } from '#tests/support/db.ts'

const test = await testDb()
const panel = await aPanel(test)

async function deposited(): Promise<string> {
  const { id } = await panel.file()
  await panel.given.insert('dossier_version', {
    id: randomUUID(),
    nomination_id: id,
    number: 1,
    kind: 'submission',
    content: JSON.stringify({ answers: [{ field: 'need.fr', value: 'Une file de trois heures' }] }),
    hash: 'a'.repeat(64),
    received_at: new Date(panel.now),
    receipt_number: `AR-${id.slice(0, 8)}`,
    signatory_id: (await panel.given.person()).id,
    created_at: new Date(panel.now),
  })
  return id
}
const readBy = (juror: Juror, nominationId: string) =>
  readAs(test.db.jury, juror.personId, (tx) => readDossier(tx, Prisma.sql`${nominationId}::uuid`))

describe('the dossier of one who reads it', () => {
  it('is read from the table once for all its readers', async () => {
    const id = await deposited()
    const [first, second] = [await panel.seated(), await panel.seated()]
    await panel.reading(first, id)
    await panel.reading(second, id)
    const content = (await readBy(first, id))?.content
    expect(content?.answers).toEqual([{ field: 'need.fr', value: 'Une file de trois heures' }])
    test.countQueries()
    expect((await readBy(second, id))?.content).toBe(content)
    expect(test.countQueries().sql.filter((sql) => sql.includes('SELECT content'))).toEqual([])
  })

  it('stays closed, once somebody else has read it, to whoever may not: undeclared, or recused', async () => {
    const id = await deposited()
    const [reader, undeclared, recused] = [await panel.seated(), await panel.seated(), await panel.seated()]
    await panel.reading(reader, id)
    await panel.given.assignment({ seat: undeclared.seatId, nomination: id })
    await panel.reading(recused, id)
    await panel.recused(recused.seatId, id)
    expect((await readBy(reader, id))?.content).not.toBeNull()
    expect(await readBy(undeclared, id)).toMatchObject({ content: null, versionNumber: null })
    expect(await readBy(recused, id)).toBeNull()
  })
})
