import { expect, it } from 'vitest'
import { minutesBody } from '#app/adapters/pdf/minutes-view.ts'
import { minutes } from '#app/adapters/pdf/samples/minutes.ts'
import type { MinutesItem, MinutesRecord } from '#app/domain/document/records.ts'

const [item] = minutes.items
const withItem = (changes: Partial<MinutesItem>): MinutesRecord => ({
  ...minutes,
  items: [{ ...item!, ...changes }],
})
/** The columns of every table, by their French labels, and all that stands on the page. */
const page = (record: MinutesRecord) => {
  const blocks = minutesBody(record)
  const columns = blocks.flatMap((one) =>
    one.is === 'table' ? [one.columns.map(({ label }) => label.fr)] : [],
  )
  return { columns, text: JSON.stringify(blocks) }
}
const SHEETS = 'Fiches comptées'

it('sets the number of sheets beside each official score', () => {
  const { columns } = page(minutes)
  expect(columns.filter((one) => one.includes('Note officielle')).map((one) => one.includes(SHEETS))).toEqual(
    // The shortlist of the first round, whose minutes hold the sheets; then the ranking that was deliberated on.
    [false, true],
  )
})

it('sets older minutes, which have no number of sheets, as they were', () => {
  const ranking = item!.ranking.map(({ sheets: _, ...row }) => row)
  expect(page(withItem({ ranking })).columns.flat()).not.toContain(SHEETS)
})

it('says of who left the room from which file, and the category of the ground; older minutes name them alone', () => {
  expect(page(minutes).text).toMatch(/Omar Tazi, dossier EMT-2026-0042\s: contrat ou fourniture/u)
  expect(page(minutes).text).toContain('عقد أو توريد')
  const { recusals: _, ...older } = item!
  const before = page({ ...minutes, items: [older] }).text
  expect(before).toContain('Omar Tazi')
  expect(before).not.toContain('contrat')
})

it('prints the arithmetic of the quorum; older minutes print their two counts', () => {
  const arithmetic =
    /jury\s: 7\. Récusés pour ce point\s: 1\. Appelés à délibérer\s: 6\. Présents requis, 2\/3 [^:]*: 4\. Présents\s: 6\./u
  expect(page(minutes).text).toMatch(arithmetic)
  const before = page(withItem({ quorum: { required: 4, present: 6 } })).text
  expect(before).toContain('présents 6, requis 4')
  expect(before).not.toContain('2/3')
})

it('prints whom each ballot was put to and who took part; older minutes have no such columns', () => {
  const columns = ['Appelés', 'Votants']
  expect(page(minutes).columns.flat()).toEqual(expect.arrayContaining(columns))
  const votes = item!.votes.map(({ eligible: _, cast: __, ...vote }) => vote)
  expect(
    page(withItem({ votes }))
      .columns.flat()
      .filter((one) => columns.includes(one)),
  ).toEqual([])
})

it('prints how a vote between finalists was decided; older minutes print that it was adopted or not', () => {
  const now = page(minutes).text
  expect(now).toMatch(/voix prépondérante de la présidence\s: le dossier EMT-2026-0117/u)
  expect(now).toContain('dossier désigné, voix prépondérante')
  const votes = item!.votes.map(({ election: _, ...vote }) => vote)
  const before = page(withItem({ votes })).text
  expect(before).toContain('rejeté, voix prépondérante')
  expect(before).not.toMatch(/dossier désigné|Schulze/u)
})
