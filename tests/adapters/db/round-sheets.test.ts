import { beforeAll, describe, expect, it } from 'vitest'
import { loadRoundSheets } from '#app/adapters/db/round-sheets.ts'
import { aPanel, type Juror } from '#tests/services/scoring/a-panel.ts'
import { testDb } from '#tests/support/db.ts'
import { createGiven } from '#tests/support/given.ts'

const test = await testDb()
const given = createGiven(test)
const FILES = 40
const READERS = 3

/** A campaign of forty files with three readers each: two have sealed, one has written a draft with every mark. */
async function anEdition() {
  const panel = await aPanel(test, { given })
  const jurors: Juror[] = []
  for (let at = 0; at < READERS; at += 1) jurors.push(await panel.seated())
  const more = async (count: number) => {
    for (let at = 0; at < count; at += 1) {
      const { id } = await panel.file()
      for (const juror of jurors) await panel.reading(juror, id)
    }
    await test.owner.query(
      `INSERT INTO score_sheet (id, seat_id, person_id, nomination_id, sequence, state, version, regulation_version_id,
         rubric_hash, created_at, updated_at, sheet_number)
       SELECT gen_random_uuid(), s.id, s.person_id, a.nomination_id, 1, 'draft', 1, v.id, '', now(), now(), a.id::text
         FROM assignment a JOIN seat s ON s.id = a.seat_id JOIN regulation_version v ON v.campaign_id = s.campaign_id
        WHERE s.campaign_id = $1 AND NOT EXISTS (SELECT 1 FROM score_sheet h WHERE h.nomination_id = a.nomination_id)`,
      [panel.campaign.id],
    )
    await test.owner.query(
      `INSERT INTO score (sheet_id, criterion, level, cannot_assess, comment, pins)
       SELECT h.id, c, 3, false, '', '[]' FROM score_sheet h JOIN seat s ON s.id = h.seat_id, unnest($2::text[]) c
        WHERE s.campaign_id = $1 AND NOT EXISTS (SELECT 1 FROM score o WHERE o.sheet_id = h.id)`,
      [panel.campaign.id, panel.criteria],
    )
    await test.owner.query(
      `UPDATE score_sheet SET state = 'sealed', sealed_at = now(), commitment = id::text, salt = 's' WHERE seat_id = ANY ($1) AND state = 'draft'`,
      [jurors.slice(1).map(({ seatId }) => seatId)],
    )
  }
  return { ...panel, more, of: { id: panel.campaign.id, regulation: panel.campaign.regulation } }
}
type Edition = Awaited<ReturnType<typeof anEdition>>
type Node = { readonly Plans?: readonly Node[] } & Readonly<Record<string, unknown>>

const nodesOf = (node: Node): readonly Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

/** Statements of the gate, and what the one that reads marks touched of their table: rows, and how it came to them. */
async function asked({ of }: Edition) {
  test.countQueries()
  const round = await loadRoundSheets(test.db.office, of)
  const { total, sql } = test.countQueries()
  const marks = sql.find((text) => text.includes('FROM score o')) ?? expect.fail('reads no marks')
  const { rows } = await test.owner.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${marks}`, [of.id])
  const reads = nodesOf(rows[0]['QUERY PLAN'][0].Plan).filter((node) => node['Relation Name'] === 'score')
  const touched = reads.map(
    (node) =>
      Number(node['Actual Loops']) *
      (Number(node['Actual Rows']) + Number(node['Rows Removed by Filter'] ?? 0)),
  )
  return { round, total, touched, ways: reads.map((node) => node['Node Type']) }
}

describe('the sheets of a round, as its gate reads them', () => {
  let edition: Edition
  beforeAll(async () => {
    const other = await anEdition()
    await other.more(FILES)
    edition = await anEdition()
  })

  it('cost two statements, whatever the number of files and marks; and no mark beyond those of their sealed sheets', async () => {
    await edition.more(1)
    await test.owner.query('ANALYZE')
    const { total: few } = await asked(edition)
    await edition.more(FILES - 1)
    await test.owner.query('ANALYZE')
    const { round, total, touched, ways } = await asked(edition)
    expect([few, total]).toEqual([2, 2])
    expect(touched).toEqual([FILES * (READERS - 1) * edition.criteria.length])
    expect(ways).not.toContain('Seq Scan')
    expect(round.files).toHaveLength(FILES)
    expect(new Set(round.files.map(({ sheets, open }) => `${sheets} ${open}`))).toEqual(new Set(['2 1']))
    expect(round.unsealed.map(({ count }) => count)).toEqual([FILES])
  })
})
