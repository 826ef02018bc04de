import type { Finalist } from '#app/adapters/db/awards.ts'
import type { TallyDocument } from '#app/adapters/db/tallies.ts'
import type { Criterion } from '#app/domain/campaign/regulation.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { parseRational } from '#app/domain/kernel/rational.ts'
import { toDecimal } from '#app/domain/kernel/rational-display.ts'

export type RankingLine = {
  readonly nominationId: string
  readonly reference: string
  readonly title: Localized
  readonly administration: Localized
  readonly rank: number | null
  readonly display: string
  /** Where the first of two rounds is carried over: its score, and that of the second; null else. */
  readonly rounds: { readonly first: string; readonly second: string } | null
  readonly decidedBy: string | null
  /** The criterion whose mean decided, when the step is one. */
  readonly decidedOn: Localized | null
  /** Why it has no rank: too few sheets, or the thresholds it does not reach (null among them: that on the total). */
  readonly unranked:
    | { readonly kind: 'quorum'; readonly sheets: number; readonly quorum: number }
    | { readonly kind: 'threshold'; readonly below: readonly (Localized | null)[] }
    | null
  readonly tied: boolean
  readonly finalist: boolean
  readonly sheets: number
  /** Sheet scores in rising order: the spread, without names. */
  readonly spread: readonly string[]
}

type TallyLine = TallyDocument['nominations'][number]
const named = (criteria: readonly Criterion[], code: string): Localized | null =>
  criteria.find((one) => one.code === code)?.name ?? null

function unrankedOf(line: TallyLine, criteria: readonly Criterion[]): RankingLine['unranked'] {
  const { state, sheets, quorum, failedThresholds } = line
  if (state === 'below_quorum') return { kind: 'quorum', sheets, quorum }
  return state === 'below_threshold'
    ? { kind: 'threshold', below: failedThresholds.map((code) => named(criteria, code)) }
    : null
}

const shown = (text: string | null, decimals: number): string => {
  const value = parseRational(text ?? '')
  return value.ok ? toDecimal(value.value, decimals) : ''
}
const roundsOf = ({ firstRound, secondRound = null }: TallyLine, decimals: number): RankingLine['rounds'] =>
  firstRound === undefined
    ? null
    : { first: shown(firstRound, decimals), second: shown(secondRound, decimals) }

/**
 * The official ranking of one category as the room shows it, without the files from which the reader is recused:
 * they are not there at all, not in a count either (product.md section 8).
 */
export function rankingLines(
  document: TallyDocument | undefined,
  finalists: readonly string[],
  known: ReadonlyMap<string, Finalist>,
  hidden: ReadonlySet<string>,
  criteria: readonly Criterion[],
  decimals: number,
): readonly RankingLine[] {
  return (document?.nominations ?? []).flatMap((line): RankingLine[] => {
    const found = known.get(line.nominationId)
    if (!found || hidden.has(line.nominationId)) return []
    const { nominationId, rank, display, decidedBy, sheets } = line
    return [
      {
        ...{ nominationId, rank, display, decidedBy, sheets, spread: line.sheetScores },
        ...{ reference: found.reference, title: found.title, administration: found.administration },
        rounds: roundsOf(line, decimals),
        decidedOn: named(criteria, (decidedBy ?? '').replace(/^criterion:/, '')),
        unranked: unrankedOf(line, criteria),
        tied: line.tiedWith.length > 0,
        finalist: finalists.includes(nominationId),
      },
    ]
  })
}
