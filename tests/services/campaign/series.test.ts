import { beforeAll, describe, expect, it } from 'vitest'
import { testDb, type TestDb } from '#tests/support/db.ts'
import { createGiven, type Given } from '#tests/support/given.ts'

let test: TestDb
let given: Given
beforeAll(async () => {
  test = await testDb()
  given = createGiven(test)
})
const places = async (year: number): Promise<readonly (number | null)[]> => {
  const { rows } = await test.owner.query<{ series_place: number | null }>(
    'SELECT series_place FROM campaign WHERE year = $1 ORDER BY series_place',
    [year],
  )
  return rows.map((row) => row.series_place)
}

describe('the series of a campaign', () => {
  it('is given once for the year, in the order of beginning, and is the first again in another year', async () => {
    for (let n = 0; n < 3; n += 1) await given.campaign({ year: 2190 })
    await given.campaign({ year: 2191 })
    expect(await places(2190)).toEqual([0, 1, 2])
    expect(await places(2191)).toEqual([0])
  })

  it('stays whatever happens to the order of the campaigns of its year', async () => {
    await given.campaign({ year: 2192 })
    const second = await given.campaign({ year: 2192 })
    await test.owner.query(`UPDATE campaign SET created_at = '2000-01-01' WHERE id = $1`, [second.id])
    const { rows } = await test.owner.query('SELECT series_place FROM campaign WHERE id = $1', [second.id])
    expect(rows).toEqual([{ series_place: 1 }])
  })

  it('is not changed by any statement, nor taken by two campaigns', async () => {
    const one = await given.campaign({ year: 2193 })
    await expect(
      test.db.office.campaign.update({ where: { id: one.id }, data: { seriesPlace: 5 } }),
    ).rejects.toThrow(/never changes/)
    await expect(test.owner.query('UPDATE campaign SET year = 2199 WHERE id = $1', [one.id])).rejects.toThrow(
      /never changes/,
    )
    const { rows } = await test.owner.query('SELECT to_jsonb(c) AS row FROM campaign c WHERE id = $1', [
      one.id,
    ])
    const copy = { ...rows[0].row, id: crypto.randomUUID(), slug: 'copie' }
    await expect(
      test.owner.query('INSERT INTO campaign SELECT * FROM jsonb_populate_record(NULL::campaign, $1)', [
        copy,
      ]),
    ).rejects.toThrow(/campaign_year_series_place_key/)
  })

  it('is another for two campaigns begun at once', async () => {
    await Promise.all([given.campaign({ year: 2194 }), given.campaign({ year: 2194 })])
    expect(await places(2194)).toEqual([0, 1])
  })
})
