import type { MinutesItem, MinutesVote } from '#app/domain/document/records.ts'
import { type Block, type Cell, labelsOf, note, pair, plain, table } from './blocks.ts'
import { type Pair, sentence, spoken } from './spoken.ts'

const { share, fixed } = labelsOf('minutes')

const number = (count: number | undefined): Cell => plain(count === undefined ? '–' : String(count))

/** What came of it: one of the finalists or none where it chose between them, else adopted or not. */
function outcome({ election, carried, castingVote }: MinutesVote): Pair {
  if (election !== undefined) return sentence(`minutes.${election.outcome}`)
  return sentence(`minutes.${carried ? 'carried' : 'rejected'}${castingVote ? 'ByCastingVote' : ''}`)
}

const voteRow = (vote: MinutesVote, counted: boolean): readonly Cell[] => [
  pair(spoken(vote.motion)),
  pair(sentence(`minutes.${vote.form}`)),
  ...(counted ? [vote.eligible, vote.cast].map(number) : []),
  // A paper that ranks is for nobody and against nobody.
  ...(vote.election?.ranked ? [undefined, undefined] : [vote.inFavour, vote.against]).map(number),
  number(vote.blank),
  pair(outcome(vote), true),
]

/**
 * The ballots; with whom each was put to, who took part, and the method or the tie of a vote between finalists, where the
 * record has it (scoring.md section 6.3).
 */
export function votes({ votes: cast }: MinutesItem): readonly Block[] {
  if (cast.length === 0) return []
  const counted = cast.some(({ eligible }) => eligible !== undefined)
  return [
    table(
      [
        ...[share('motion', 1), fixed('form', 46)],
        ...(counted ? [fixed('eligible', 46, true), fixed('cast', 46, true)] : []),
        ...[fixed('inFavour', 44, true), fixed('against', 44, true), fixed('blank', 44, true)],
        fixed('outcome', 92, true),
      ],
      cast.map((one) => voteRow(one, counted)),
    ),
    ...cast.flatMap(({ election }) => (election === undefined ? [] : [note(spoken(election.method))])),
  ]
}
