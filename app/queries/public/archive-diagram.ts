import type { Localized } from '#app/domain/kernel/localized.ts'
import { type Prize, prizesOf } from './prizes.ts'
import type { PublishedEdition } from './published.ts'

export type DiagramMark = { readonly type: string; readonly label: Localized; readonly withheld: boolean }
export type DiagramRow = {
  /** Null for the categories that one edition alone had. */
  readonly code: string | null
  readonly name: Localized
  /** One cell per column. */
  readonly cells: readonly (readonly DiagramMark[])[]
}
export type DiagramColumn = {
  readonly year: number
  readonly slug: string | null
  readonly state: 'recorded' | 'gap' | 'live'
}
export type ArchiveDiagram = {
  readonly columns: readonly DiagramColumn[]
  readonly rows: readonly DiagramRow[]
}
type Live = {
  readonly year: number
  readonly slug: string
  readonly categories: readonly { readonly code: string; readonly name: Localized }[]
}

const markOf = ({ slot, winner }: Prize): DiagramMark => ({
  type: slot.type,
  label: slot.label,
  withheld: winner === null,
})

/** The years from the first edition to the last, and the one under way: none is left out. */
function columnsOf(editions: readonly PublishedEdition[], live: Live | null): readonly DiagramColumn[] {
  const years = [...editions.map(({ snapshot }) => snapshot.campaign.year), ...(live ? [live.year] : [])]
  if (years.length === 0) return []
  const first = Math.min(...years)
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, index): DiagramColumn => {
    const year = first + index
    const found = editions.find(({ snapshot }) => snapshot.campaign.year === year)
    if (found) return { year, slug: found.slug, state: 'recorded' }
    return live?.year === year ? { year, slug: live.slug, state: 'live' } : { year, slug: null, state: 'gap' }
  })
}

/** Years by categories, one mark per prize. Categories of a single edition share the last row. */
export function archiveDiagram(editions: readonly PublishedEdition[], live: Live | null): ArchiveDiagram {
  const prizes = editions.flatMap(prizesOf)
  const yearsOf = new Map<string, Set<number>>()
  for (const { category, year } of prizes)
    yearsOf.set(category.code, (yearsOf.get(category.code) ?? new Set()).add(year))
  const current = live?.categories.map(({ code }) => code) ?? []
  const lasting = [...new Set([...current, ...prizes.map(({ category }) => category.code)])].filter(
    (code) => current.includes(code) || (yearsOf.get(code)?.size ?? 0) > 1,
  )
  const nameOf = (code: string): Localized =>
    prizes.find(({ category }) => category.code === code && category.name.ar !== undefined)?.category.name ??
    prizes.find(({ category }) => category.code === code)?.category.name ??
    live?.categories.find((category) => category.code === code)?.name ??
    {}
  const columns = columnsOf(editions, live)
  const cellsOf = (isHere: (code: string) => boolean): readonly (readonly DiagramMark[])[] => {
    const here = prizes.filter(({ category }) => isHere(category.code))
    return columns.map(({ year }) => here.filter((one) => one.year === year).map(markOf))
  }
  const rows: DiagramRow[] = lasting.map((code) => ({
    code,
    name: nameOf(code),
    cells: cellsOf((one) => one === code),
  }))
  const others = cellsOf((one) => !lasting.includes(one))
  const hasOthers = others.some((cell) => cell.length > 0)
  return { columns, rows: hasOthers ? [...rows, { code: null, name: {}, cells: others }] : rows }
}
