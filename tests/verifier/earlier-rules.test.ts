import { describe, expect, it } from 'vitest'
import { verify } from '#app/verifier/verify.ts'
import { canonicalHash } from '#app/domain/scoring/rubric-hash.ts'
import { build, caught, forge, read } from './forge.ts'
import { matrixOf, randomCampaign, sha256 } from './random-campaign.ts'

/* eslint-disable @typescript-eslint/no-explicit-any -- (tampering) the files are bent in ways that no type allows */
/** A campaign whose rules changed after sheets were sealed, with opened sheets of both versions. */
const files = Array.from({ length: 100 }, (_, at) => at + 1)
  .filter((seed) => randomCampaign(seed, { hasChanged: true }).categories.length === 1)
  .map((seed) => build(seed, { hasChanged: true }))
  .find((one) => new Set(read(one, 'sheets.json').map((sheet: any) => sheet.record.rubric)).size === 2)
const mixed = files ?? new Map<string, string>()
const regulation = (change: (content: any) => void) => caught(forge(mixed, 'regulation.json', change))

const sha256Of = (rules: any): string => {
  const digest = canonicalHash(rules, sha256)
  return digest.ok ? digest.value : ''
}

describe('a bundle whose rules changed after sheets were sealed', () => {
  it('holds, each sheet judged by the version that it names', () => {
    expect(read(mixed, 'regulation.json').earlier).toHaveLength(1)
    expect(verify(mixed).failures).toEqual([])
  })

  it('fails without the earlier version, or with another text in its place', () => {
    expect(regulation((content) => delete content.earlier)).toContain('sheets')
    const swapped = regulation(({ earlier }) => {
      const [criterion] = earlier[0].regulation.categories[0].rubric.criteria
      criterion.weight = '99'
    })
    expect(swapped).toEqual(expect.arrayContaining(['regulation', 'sheets']))
  })

  it('fails when the earlier version claims a later place, or is there twice', () => {
    expect(
      regulation(({ earlier }) => {
        earlier[0].version = 7
      }),
    ).toContain('regulation')
    expect(regulation(({ earlier }) => earlier.push(earlier[0]))).toContain('regulation')
  })

  it('fails when the weights of the last version are given to the one before, hash and all', () => {
    const same = regulation(({ earlier, regulation: last }) => {
      earlier[0].regulation = last
      earlier[0].sha256 = sha256Of(last)
    })
    expect(same).toContain('sheets')
  })

  it('fails when a sheet names the other rubric to be judged by it', () => {
    const swapped = forge(mixed, 'sheets.json', (sheets) => {
      const names = [...new Set<string>(sheets.map((sheet: any) => sheet.record.rubric))]
      const [sheet] = sheets
      sheet.record.rubric = names.find((name) => name !== sheet.record.rubric)
    })
    expect(caught(swapped)).toContain('sheets')
  })
})

describe('the matrix of the auditor, where the rules changed after sheets were sealed', () => {
  const variant = { hasChanged: true, rounds: { places: 1, firstRoundPercent: '25' } } as const
  const SEED = Array.from({ length: 400 }, (_, at) => at + 1).find((seed) => {
    const { categories, sheets } = randomCampaign(seed, variant)
    const [category] = categories
    const chosen = new Set(category?.firstRound?.advanced.map(({ nominationId }) => nominationId))
    const stopped = sheets.filter(
      ({ record, status }) => status === 'first_round' && !chosen.has(record.nomination),
    )
    const closed = new Set(stopped.map(({ record }) => record.rubric))
    return (
      categories.length === 1 &&
      chosen.size === 1 &&
      closed.size === 2 &&
      (category?.references.size ?? 0) >= 4
    )
  })
  const rounds = build(SEED ?? 0, variant)
  const matrix = matrixOf(randomCampaign(SEED ?? 0, variant))
  const said = (change: (rows: any[]) => void = () => undefined) => {
    const bent = structuredClone(matrix)
    change(bent.rows)
    return verify(rounds, JSON.stringify(bent))
  }
  const opened = new Set(read(rounds, 'sheets.json').map(({ commitment }: any) => commitment))
  const closedRow = (rows: any[]) => rows.find(({ commitment }) => !opened.has(commitment))

  it('takes the cut again, each sheet that is not opened judged by the rubric that it names', () => {
    const { failures, findings } = said()
    expect(failures).toEqual([])
    expect(findings.map(({ sentence }) => sentence).join()).toMatch(/the cut of the first round taken again/)
  })

  it.each<[string, (rows: any[]) => void, RegExp]>([
    ['does not say it', (rows) => delete closedRow(rows).rubric, /does not say under which rubric/],
    ['names one that no version has', (rows) => (closedRow(rows).rubric = 'ab'.repeat(32)), /no version has/],
    [
      'names another than where it is opened',
      (rows) => {
        const row = rows.find(({ commitment }) => opened.has(commitment))
        row.rubric = rows.find(({ rubric }) => rubric !== row.rubric).rubric
      },
      /another rubric than where it is opened/,
    ],
  ])('fails where a row %s', (_, change, sentence) => {
    expect(
      said(change)
        .failures.map((one) => one.sentence)
        .join(),
    ).toMatch(sentence)
  })

  it('needs no rubric where there is one version of the rules', () => {
    const plain = structuredClone(matrixOf(randomCampaign(3)))
    for (const row of plain.rows) delete (row as any).rubric
    expect(verify(build(3), JSON.stringify(plain)).failures).toEqual([])
  })
})
