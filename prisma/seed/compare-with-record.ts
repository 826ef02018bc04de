import type { RecordedEdition } from '#app/domain/campaign/archived-edition.ts'

/** One edition of the open data, in the parts that the record has too. */
export type OpenEdition = {
  readonly year: number
  readonly edition: number | null
  readonly ceremonyDate: string | null
  readonly organiser: string | null
  readonly replayed: boolean
  readonly sources: readonly string[]
  readonly categories: readonly {
    readonly code: string
    readonly nameFr: string | null
    readonly nameAr: string | null
    readonly prizes: readonly OpenPrize[]
  }[]
}
type OpenPrize = {
  readonly id: string | null
  readonly url: string | null
  readonly type: string
  readonly label: string | null
  readonly outcome: string
  readonly administrationFr: string | null
  readonly administrationAr: string | null
  readonly projectFr: string | null
  readonly withheld: boolean
}

type Recorded = RecordedEdition['categories'][number]
const PRIZE_KEYS = ['type', 'label', 'administrationFr', 'administrationAr', 'projectFr', 'withheld'] as const

const outcomeOf = ({ withheld, label }: Recorded['prizes'][number]): string =>
  withheld ? 'withheld' : /ex aequo|partagé/i.test(label) ? 'shared' : 'awarded'

const differs = (where: string, key: string, recorded: unknown, published: unknown): readonly string[] =>
  JSON.stringify(recorded) === JSON.stringify(published)
    ? []
    : [
        `${where} ${key}: the record says ${JSON.stringify(recorded)}, the replay ${JSON.stringify(published)}`,
      ]

function prizeDifferences(
  where: string,
  recorded: Recorded['prizes'][number],
  prize: OpenPrize,
): readonly string[] {
  const named = prize.withheld || (prize.id !== null && prize.url?.endsWith(`/${prize.id}`) === true)
  return [
    ...PRIZE_KEYS.flatMap((key) => differs(where, key, recorded[key], prize[key])),
    ...differs(where, 'outcome', outcomeOf(recorded), prize.outcome),
    ...(named ? [] : [`${where}: no permanent address`]),
  ]
}

function categoryDifferences(
  recorded: Recorded,
  published: OpenEdition['categories'][number],
): readonly string[] {
  const where = recorded.code
  return [
    ...differs(where, 'nameFr', recorded.nameFr, published.nameFr),
    ...differs(where, 'nameAr', recorded.nameAr, published.nameAr),
    ...differs(where, 'prizes', recorded.prizes.length, published.prizes.length),
    ...recorded.prizes.flatMap((prize, at) => {
      const other = published.prizes[at]
      return other ? prizeDifferences(`${where}, row ${at + 1},`, prize, other) : []
    }),
  ]
}

/**
 * Every difference between the open data of a replay and the record, slot by slot; empty when there is none. The number
 * of candidates is not compared (the replay has its own), nor a category of which no prize is recorded.
 */
export function differencesFromRecord(recorded: RecordedEdition, published: OpenEdition): readonly string[] {
  const played = recorded.categories.filter(({ prizes }) => prizes.length > 0)
  const keys = ['year', 'edition', 'ceremonyDate', 'organiser', 'sources'] as const
  const codes = played.map(({ code }) => code)
  const publishedCodes = published.categories.map(({ code }) => code)
  return [
    ...keys.flatMap((key) => differs(`${recorded.year}`, key, recorded[key], published[key])),
    ...differs(`${recorded.year}`, 'replayed', true, published.replayed),
    ...differs(`${recorded.year}`, 'categories', codes, publishedCodes),
    ...played.flatMap((category) => {
      const other = published.categories.find(({ code }) => code === category.code)
      return other ? categoryDifferences(category, other) : []
    }),
  ]
}
