import type {
  MinutesRanked,
  RoundOfMinutes,
  ShortlistingMinutesRecord,
} from '#app/domain/document/records.ts'
import * as format from '#app/i18n/format.ts'
import { type Block, code, facts, labelsOf, note, pair, plain, table, text } from './blocks.ts'
import { moment } from './frame-view.ts'
import { type Pair, sentence, spoken } from './spoken.ts'

const { share, fixed } = labelsOf('minutes')

/** The official ranking; with the number of sheets behind each score where the record has it (scoring.md section 6.3). */
export function rankings({ ranking }: { readonly ranking: readonly MinutesRanked[] }): readonly Block[] {
  if (ranking.length === 0) return []
  const counted = ranking.some(({ sheets }) => sheets !== undefined)
  return [
    table(
      [
        ...[fixed('rank', 34), fixed('reference', 92), share('service', 1)],
        ...(counted ? [fixed('counted', 84, true)] : []),
        fixed('score', 72, true),
      ],
      ranking.map((row) => [
        plain(row.rank === null ? '–' : String(row.rank), true),
        code(row.reference),
        pair(spoken(row.title)),
        ...(counted ? [plain(row.sheets === undefined ? '–' : String(row.sheets))] : []),
        plain(row.score ?? '–'),
      ]),
    ),
  ]
}

/** What both rounds weigh in the final score; nothing where the second starts afresh. */
const carried = ({ percents }: RoundOfMinutes): readonly Block[] =>
  percents === undefined
    ? []
    : [
        text(
          sentence('minutes.firstRoundCarried', (side) => ({
            first: format.decimal(side, percents.first),
            second: format.decimal(side, percents.second),
          })),
        ),
      ]

/** Who was admitted to the second round, category by category, and from what. */
export const admitted = (round: RoundOfMinutes): readonly Block[] => [
  text(sentence('minutes.firstRoundText', () => ({ places: String(round.places) }))),
  ...carried(round),
  ...round.categories.flatMap(({ category, advanced }) => [
    text(spoken(category)),
    ...rankings({ ranking: advanced }),
  ]),
]

const shortlisting = labelsOf('shortlisting_minutes')

export const shortlistingMinutesBody = (record: ShortlistingMinutesRecord): readonly Block[] => {
  const { firstRound: round, scored, closedAt } = record
  const advanced = round.categories.reduce((sum, one) => sum + one.advanced.length, 0)
  const of = (count: number): Pair => sentence('register.count', () => ({ count }))
  return [
    text(sentence('shortlisting_minutes.lead')),
    facts(
      shortlisting.fact('closedAt', moment(closedAt)),
      shortlisting.fact('scored', of(scored)),
      shortlisting.fact('advanced', of(advanced)),
    ),
    ...admitted(round),
    note(sentence('shortlisting_minutes.note')),
    facts(
      shortlisting.neutral('sheetRoot', record.sheetRoot),
      shortlisting.neutral('shortlist', record.shortlistSha256),
    ),
  ]
}
