import { expect, it } from 'vitest'
import { driftOf } from '#prisma/drift.ts'
import { testDb } from '#tests/support/db.ts'

const test = await testDb()

it('finds nothing in a database that its migrations made', async () => {
  expect(await driftOf(test.url)).toEqual([])
})

it('names a column, a grant, a trigger and a policy that were changed by hand', async () => {
  await test.owner.query(`
    ALTER TABLE person ADD COLUMN nickname text;
    GRANT SELECT ON score_sheet TO imtiyaz_public;
    ALTER TABLE audit_entry DISABLE TRIGGER USER;
    ALTER TABLE score DISABLE ROW LEVEL SECURITY`)
  const lines = await driftOf(test.url)
  expect(lines).toContain('+ column person.nickname text default -')
  expect(lines).toContain('+ grant SELECT to imtiyaz_public on score_sheet')
  expect(lines).toContain('- row security score t f')
  expect(lines.filter((line) => /^- trigger .* ON public\.audit_entry .*\(O\)$/.test(line))).not.toEqual([])
})
