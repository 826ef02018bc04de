import type { ReactNode } from 'react'
import type { Rubric } from '#app/domain/campaign/regulation.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import type { SheetEntry } from '#app/domain/scoring/sheet.ts'
import { useFormat, useLocale, useT } from '#app/i18n/provider.tsx'
import { SegmentedBar } from '../patterns/segmented-bar.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Points } from '../primitives/points.tsx'
import { sheetTotal } from './sheet-total.ts'

/** What is scored, what remains, and each criterion's weight to scale. */
export function TotalLine({
  rubric,
  entries,
  action,
}: {
  rubric: Rubric
  entries: readonly SheetEntry[]
  action: ReactNode
}) {
  const t = useT()
  const format = useFormat()
  const locale = useLocale()
  const total = sheetTotal(rubric, entries)
  const segments = total.criteria.map((one, at) => {
    const name = shownIn(rubric.criteria[at]?.name ?? {}, locale)?.text ?? one.code
    return {
      key: one.code,
      label: name.split(/[\s,،]+/)[0] ?? name,
      weight: Number(one.weight),
      filled: one.share,
      value: one.earned === null ? '–' : format.points(one.earned, 1),
    }
  })
  return (
    <>
      <div className="tot__line">
        <output className="tot__big">
          <Points value={total.earned} />
        </output>
        <span className="tot__of">
          <Phrase k="jury.sheet.of" parts={{ points: <Points value={total.scored} decimals={0} /> }} />
          <br />
          {total.missing === 0 ? (
            t('jury.sheet.complete')
          ) : (
            <Phrase
              k="jury.sheet.left"
              values={{ count: total.missing }}
              parts={{ points: <Points value={total.left} decimals={0} /> }}
            />
          )}
        </span>
        {action}
      </div>
      <SegmentedBar segments={segments} label={t('jury.sheet.weights')} />
    </>
  )
}
