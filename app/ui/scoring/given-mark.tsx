import type { Criterion } from '#app/domain/campaign/regulation.ts'
import { markOf } from '#app/domain/scoring/mark.ts'
import type { SheetEntry } from '#app/domain/scoring/sheet.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'

type Props = { criterion: Criterion; entry: SheetEntry | undefined }

/** What the juror gave on one criterion: a level, points, or why not. */
export function GivenMark({ criterion, entry }: Props) {
  const t = useT()
  const format = useFormat()
  if (entry?.cannotAssess === true) return t('work.score.cannotAssess')
  if (entry?.level === undefined || entry.level === null) return '–'
  const mark = format.decimal(markOf(criterion, entry.level))
  const highest = criterion.levels.at(-1)
  return criterion.grid === undefined || highest === undefined
    ? mark
    : t('work.score.pointsOf', { points: mark, highest: format.decimal(highest.points) })
}
