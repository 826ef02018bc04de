import type { Figure } from '#app/domain/advice/advice.ts'
import type { Bounded } from '#app/domain/advice/panel.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { useT } from '#app/i18n/provider.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { PanelFigure, type PanelTable, toldBy, useBoundColumns, useBounds } from './panel-figure.tsx'

export type OnCriterion = Bounded & { readonly criterion: Localized }

/** The criterion on which the members agree least. */
function Weakest({ lines }: { lines: readonly OnCriterion[] }) {
  const bounds = useBounds()
  const [weakest] = lines
    .filter((line) => line.value !== null)
    .sort((a, b) => (a.value ?? 1) - (b.value ?? 1))
  if (weakest === undefined) return null
  const parts = { ...bounds(weakest), criterion: <LocalizedText text={weakest.criterion} /> }
  return (
    <p className="say2">
      <Phrase k={toldBy('figures.panel.ordinal.weakest', weakest)} parts={parts} />
    </p>
  )
}

/** Agreement on the order of the levels, criterion by criterion. */
export function OrdinalAlphas({ figure, file }: { figure: Figure<readonly OnCriterion[]>; file: string }) {
  const t = useT()
  const bounds = useBoundColumns<OnCriterion>('value')
  return (
    <PanelFigure
      name="ordinal"
      figure={figure}
      file={file}
      caption={t('figures.panel.ordinal.table')}
      resampled={(lines) => lines}
      finding={(lines) => <Weakest lines={lines} />}
      table={(lines): PanelTable<OnCriterion> => ({
        rows: lines,
        rowKey: ({ criterion }) => JSON.stringify(criterion),
        columns: [
          {
            key: 'criterion',
            header: t('figures.panel.column.criterion'),
            cell: (line) => <LocalizedText text={line.criterion} />,
          },
          ...bounds,
        ],
      })}
    />
  )
}
