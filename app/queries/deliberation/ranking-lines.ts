import type { Finalist } from '#app/adapters/db/awards.ts'
import type { TallyDocument } from '#app/adapters/db/tallies.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'

export type RankingLine = {
  readonly nominationId: string
  readonly reference: string
  readonly title: Localized
  readonly administration: Localized
  readonly rank: number | null
  readonly display: string
  readonly decidedBy: string | null
  readonly tied: boolean
  readonly finalist: boolean
  readonly sheets: number
  /** Sheet scores in rising order: the spread, without names. */
  readonly spread: readonly string[]
}

/**
 * The official ranking of one category as the room shows it, without the files from which the reader is recused:
 * they are not there at all, not in a count either (product.md section 8).
 */
export function rankingLines(
  document: TallyDocument | undefined,
  finalists: readonly string[],
  known: ReadonlyMap<string, Finalist>,
  hidden: ReadonlySet<string>,
): readonly RankingLine[] {
  return (document?.nominations ?? []).flatMap((line): RankingLine[] => {
    const found = known.get(line.nominationId)
    if (!found || hidden.has(line.nominationId)) return []
    const { nominationId, rank, display, decidedBy, sheets } = line
    return [
      {
        ...{ nominationId, rank, display, decidedBy, sheets, spread: line.sheetScores },
        ...{ reference: found.reference, title: found.title, administration: found.administration },
        tied: line.tiedWith.length > 0,
        finalist: finalists.includes(nominationId),
      },
    ]
  })
}
