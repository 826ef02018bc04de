import { type Localized, textIn } from '#app/domain/kernel/localized.ts'
import type { SlotOutcome, WithholdingReason } from '#app/domain/results/award-decision.ts'
import type { Cell, Sheet } from '#app/services/ports.ts'
import { prizesOf } from '../public/prizes.ts'
import type { PublishedEdition } from '../public/published.ts'

/** The columns of a sheet, in their order. */
export const ROLL_COLUMNS = [
  'year',
  'category',
  'prize',
  'outcome',
  'reason',
  'administration',
  'partners',
  'service',
  'score',
  'replayed',
  'reference',
  'permanent',
] as const

/** What the sheet of one language is written with. */
export type RollWords = {
  readonly language: 'ar' | 'fr'
  readonly title: string
  readonly columns: Readonly<Record<(typeof ROLL_COLUMNS)[number], string>>
  readonly outcome: (outcome: SlotOutcome) => string
  readonly reason: (reason: WithholdingReason) => string
  readonly urlOf: (nominationId: string) => string
}

/** One sheet: a row per prize, names in its language where the record has them. */
function sheet(editions: readonly PublishedEdition[], words: RollWords): Sheet {
  const { language, title, columns, outcome, reason, urlOf } = words
  const text = (value: Localized | undefined): string | null =>
    (value && textIn(value, language)?.text) ?? null
  const rows = editions
    .flatMap(prizesOf)
    .map(({ year, synthetic, category, slot, winner }): readonly Cell[] => [
      year,
      text(category.name) ?? category.code,
      text(slot.label),
      outcome(slot.outcome),
      slot.reason && reason(slot.reason),
      text(winner?.administration.name),
      winner?.partners.map(({ name }) => text(name)).join(' ; ') ?? null,
      text(winner?.title),
      winner?.score ? Number(winner.score.display) : null,
      synthetic,
      winner?.nominationId ?? null,
      winner && urlOf(winner.nominationId),
    ])
  return { name: title, language, header: ROLL_COLUMNS.map((column) => columns[column]), rows }
}

/** The roll of laureates for people with a spreadsheet: the same sheet in each language. */
export const rollSheets = (
  editions: readonly PublishedEdition[],
  languages: readonly RollWords[],
): readonly Sheet[] => languages.map((words) => sheet(editions, words))
