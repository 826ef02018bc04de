import type { LaureateFilters } from './laureates.ts'

const PRIZES = ['excellence', 'encouragement', 'jury', 'other']
const OUTCOMES = ['awarded', 'withheld'] as const
const whole = (text: string | null, shape: RegExp): number | undefined =>
  text !== null && shape.test(text) ? Number(text) : undefined

/** What the address of the roll asks. A malformed question is no question: the page answers with everything. */
export function readLaureateFilters(search: URLSearchParams): LaureateFilters {
  const category = search.get('category') ?? ''
  const prize = search.get('prize') ?? ''
  const q = (search.get('q') ?? '').trim().slice(0, 100)
  return {
    year: whole(search.get('year'), /^(19|20)\d\d$/),
    category: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(category) && category.length <= 60 ? category : undefined,
    prize: PRIZES.includes(prize) ? prize : undefined,
    outcome: OUTCOMES.find((one) => one === search.get('outcome')),
    q: q === '' ? undefined : q,
    page: whole(search.get('page'), /^[1-9]\d{0,3}$/),
  }
}
