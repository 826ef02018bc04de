import { foldTitle } from '#app/domain/nomination/fold.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { type Prize, prizesOf } from './prizes.ts'
import type { PublishedEdition } from './published.ts'

/** What the address of the roll may ask; anything else is nothing asked. */
export type LaureateFilters = {
  readonly year?: number | undefined
  readonly category?: string | undefined
  readonly prize?: string | undefined
  readonly q?: string | undefined
  readonly outcome?: 'awarded' | 'withheld' | undefined
  readonly page?: number | undefined
}
export type LaureateGroup = {
  readonly year: number
  readonly slug: string
  readonly category: Prize['category']
  readonly prizes: readonly Prize[]
}
export type LaureateList = {
  readonly laureates: number
  readonly withheld: number
  readonly groups: readonly LaureateGroup[]
  readonly page: number
  readonly pages: number
}

/** Prizes on one page of the list: keeps the page small whatever the archive holds. */
const PAGE = 40

const words = (text: Localized): string => Object.values(text).join(' ')
const foldedText = ({ winner, category, slot }: Prize): string =>
  foldTitle(
    [
      category.name,
      slot.label,
      ...(winner
        ? [winner.title, winner.administration.name, ...winner.partners.map(({ name }) => name)]
        : []),
    ]
      .map(words)
      .join(' '),
  )

/** Every word typed must be there, whatever its accents, its letter forms or its case. */
const matches = (prize: Prize, typed: string): boolean => {
  const text = ` ${foldedText(prize)}`
  return foldTitle(typed)
    .split(' ')
    .every((word) => text.includes(word))
}

const kept =
  ({ year, category, prize, q, outcome }: LaureateFilters) =>
  (one: Prize): boolean =>
    (year === undefined || one.year === year) &&
    (category === undefined || one.category.code === category) &&
    (prize === undefined || one.slot.type === prize) &&
    (outcome === undefined || (outcome === 'withheld') === (one.winner === null)) &&
    (q === undefined || matches(one, q))

function grouped(prizes: readonly Prize[]): readonly LaureateGroup[] {
  const groups = new Map<
    string,
    { year: number; slug: string; category: Prize['category']; prizes: Prize[] }
  >()
  for (const one of prizes) {
    const key = `${one.slug}/${one.category.code}`
    const group = groups.get(key) ?? { year: one.year, slug: one.slug, category: one.category, prizes: [] }
    group.prizes.push(one)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/**
 * The roll: newest edition first, laureates and prizes not given alike. Its categories follow `order`, the codes of the
 * diagram above it; those that are not in it stand after them, in the order of their document.
 */
export function listLaureates(
  editions: readonly PublishedEdition[],
  filters: LaureateFilters,
  { size = PAGE, order = [] }: { size?: number; order?: readonly (string | null)[] } = {},
): LaureateList {
  const placeOf = ({ category }: Prize): number => {
    const at = order.indexOf(category.code)
    return at === -1 ? order.length : at
  }
  const ordered = (edition: PublishedEdition): readonly Prize[] =>
    prizesOf(edition).toSorted((one, other) => placeOf(one) - placeOf(other))
  const found = editions.flatMap(ordered).filter(kept(filters))
  const withheld = found.filter(({ winner }) => winner === null).length
  const pages = Math.max(1, Math.ceil(found.length / size))
  const page = Math.min(Math.max(1, filters.page ?? 1), pages)
  return {
    laureates: found.length - withheld,
    withheld,
    groups: grouped(found.slice((page - 1) * size, page * size)),
    page,
    pages,
  }
}
