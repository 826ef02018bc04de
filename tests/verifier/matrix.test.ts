import { describe, expect, it } from 'vitest'
import { verify } from '#app/verifier/verify.ts'
import { build, forge } from './forge.ts'
import { matrixOf, randomCampaign } from './random-campaign.ts'

/* eslint-disable @typescript-eslint/no-explicit-any -- (tampering) the matrix is bent in ways that no type allows */

/** A campaign whose ranking rests on a head-to-head between opened nominations, with others that stay closed. */
const SEED = Array.from({ length: 2000 }, (_, at) => at + 1).find((seed) =>
  randomCampaign(seed).categories.some(({ ranking, finalists }) => {
    const opened = ranking.filter((one) => finalists.includes(one.nominationId))
    return opened.some((one) => one.decidedBy === 'head-to-head') && ranking.length > finalists.length
  }),
)
const campaign = randomCampaign(SEED ?? 0)
const files = build(SEED ?? 0)
const matrix = (change: (matrix: any) => void = () => undefined): string => {
  const bent = structuredClone(matrixOf(campaign))
  change(bent)
  return JSON.stringify(bent)
}
const isOpened = (row: any): boolean => files.get('sheets.json')?.includes(row.commitment) ?? false
const failures = (text: string, of = files) =>
  verify(of, text).failures.map(({ about, sentence }) => `${about}: ${sentence}`)

describe('the matrix of the auditor', () => {
  it('is borne out by the honest bundle, and says what it adds', () => {
    expect(SEED).toBeDefined()
    expect(failures(matrix())).toEqual([])
    const said = verify(files, matrix()).findings.filter(({ about }) => about === 'matrix')
    expect(said.map(({ sentence }) => sentence).join('\n')).toMatch(
      /jurors under a pseudonym[\s\S]*head-to-head against/,
    )
    expect(verify(files).findings.some(({ about }) => about === 'matrix')).toBe(false)
  })

  it.each<[string, (matrix: any) => void, RegExp]>([
    ['of another campaign', (m) => (m.campaign = 'campaign-2'), /another campaign/],
    ['without a row', (m) => m.rows.pop(), /was counted and has no row/],
    ['with a row that stands twice', (m) => m.rows.push(m.rows[0]), /stands twice/],
    [
      'with a row of nobody',
      (m) => (m.rows[0].commitment = 'ab'.repeat(32)),
      /not in the list of commitments/,
    ],
    [
      'with a sheet moved to another nomination',
      (m) =>
        (m.rows[0].nomination = m.rows.find(
          (row: any) => row.nomination !== m.rows[0].nomination,
        ).nomination),
      /listed for another nomination/,
    ],
    [
      'that gives one juror two sheets',
      (m) => {
        const [first] = m.rows
        m.rows.find((row: any) => row.nomination === first.nomination && row.juror !== first.juror).juror =
          first.juror
      },
      /second sheet of one juror/,
    ],
    [
      'with another level on an opened sheet',
      (m) => {
        const row = m.rows.find(isOpened)
        const [code] = Object.keys(row.levels)
        row.levels[code ?? ''] = row.levels[code ?? ''] === 1 ? 2 : 1
      },
      /other levels than where it is opened/,
    ],
    [
      'with a level off the scale',
      (m) => {
        const row = m.rows.find((one: any) => !isOpened(one))
        row.levels[Object.keys(row.levels)[0] ?? ''] = 99
      },
      /off the scale/,
    ],
    [
      'with a criterion that the category has not',
      (m) => (m.rows.find((one: any) => !isOpened(one)).levels.charm = 1),
      /off the scale/,
    ],
  ])('is caught: one %s', (_, change, sentence) => {
    expect(failures(matrix(change)).join('\n')).toMatch(sentence)
  })

  it('names the head-to-head when sheets changed hands between two nominations', () => {
    const line = campaign.categories
      .flatMap(({ ranking, finalists }) => ranking.filter((one) => finalists.includes(one.nominationId)))
      .find((one) => one.decidedBy === 'head-to-head')
    const forged = forge(files, 'results.json', (results) => {
      for (const { nominations } of results)
        for (const one of nominations)
          if (one.headToHead) [one.headToHead.forFirst, one.headToHead.forSecond] = [0, 0]
    })
    // Both sides forged alike: the bundle alone cannot tell.
    expect(failures(matrix(), forged).join('\n')).toMatch(
      new RegExp(`matrix: ${line?.nominationId}: the head-to-head against .* stated \\d+, 0, 0`),
    )
  })

  it('names the number of sheets of a nomination that is not opened', () => {
    const rows = matrixOf(campaign).rows
    const closed = rows.find((row) => !isOpened(row))
    const text = matrix((m) => {
      const row = m.rows.find((one: any) => one.commitment === closed?.commitment)
      for (const code of Object.keys(row.levels)) row.levels[code] = null
    })
    expect(failures(text).join('\n')).toMatch(/sheets that count, stated/)
  })

  it.each([
    ['cut', matrix().slice(0, 80), /is not JSON/],
    ['of another form', JSON.stringify({ schema: 'imtiyaz.bundle/1' }), /not of the form imtiyaz.matrix/],
    [
      'without rows',
      JSON.stringify({ schema: 'imtiyaz.matrix/1', campaign: 'campaign-1' }),
      /expected a list/,
    ],
  ])('that is %s is a failed check, never an exception', (_, text, sentence) => {
    expect(failures(text).join('\n')).toMatch(sentence)
  })
})
