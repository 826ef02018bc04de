import type { DiagramColumn } from './archive-diagram.ts'
import { prizesOf } from './prizes.ts'
import type { PublishedEdition } from './published.ts'

export type ArchiveLine = {
  readonly year: number
  readonly slug: string | null
  readonly ceremonyDate: string | null
  readonly candidates: number | null
  readonly categories: number
  readonly laureates: number
  readonly withheld: number
}

/** One line per year of the diagram, the newest first; a year without record keeps its line. */
export const archiveLines = (
  editions: readonly PublishedEdition[],
  columns: readonly DiagramColumn[],
): readonly ArchiveLine[] =>
  columns
    .filter(({ state }) => state !== 'live')
    .map(({ year }): ArchiveLine => {
      const edition = editions.find(({ snapshot }) => snapshot.campaign.year === year)
      if (!edition)
        return {
          year,
          slug: null,
          ceremonyDate: null,
          candidates: null,
          categories: 0,
          laureates: 0,
          withheld: 0,
        }
      const prizes = prizesOf(edition)
      const laureates = prizes.filter(({ winner }) => winner !== null).length
      return {
        year,
        slug: edition.slug,
        ceremonyDate: edition.snapshot.campaign.ceremonyDate,
        candidates: edition.snapshot.figures.nominations,
        categories: edition.snapshot.categories.length,
        laureates,
        withheld: prizes.length - laureates,
      }
    })
    .reverse()
