import type { Figure } from '#app/domain/advice/advice.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Num, PanelFigure, type PanelTable } from './panel-figure.tsx'

export type JurorShare = { readonly juror: string; readonly sheets: number; readonly value: number | null }
type Name = 'identical' | 'quick'

/** The share among all the sheets that were looked at: the sentence speaks of the panel and names nobody. */
function Overall({ name, lines }: { name: Name; lines: readonly JurorShare[] }) {
  const format = useFormat()
  const looked = lines.filter((line) => line.value !== null)
  const found = looked.reduce((sum, { value, sheets }) => sum + (value ?? 0) * sheets, 0)
  const share = found / looked.reduce((sum, { sheets }) => sum + sheets, 0)
  return (
    <p className="say2">
      {found === 0 ? (
        <Phrase k={`figures.panel.${name}.none`} />
      ) : (
        <Phrase k={`figures.panel.${name}.found`} parts={{ share: <Num>{format.percent(share, 1)}</Num> }} />
      )}
    </p>
  )
}

/** Which share of each juror's sheets repeat another of his, or took little time: to be asked about, never a fault. */
export function SheetShares({
  name,
  figure,
  file,
}: {
  name: Name
  figure: Figure<readonly JurorShare[]>
  file: string
}) {
  const t = useT()
  const format = useFormat()
  return (
    <PanelFigure
      name={name}
      figure={figure}
      file={file}
      caption={t(`figures.panel.${name}.table`)}
      finding={(lines) => <Overall name={name} lines={lines} />}
      table={(lines): PanelTable<JurorShare> => ({
        rows: lines,
        rowKey: ({ juror }) => juror,
        columns: [
          {
            key: 'juror',
            header: t('figures.panel.column.juror'),
            cell: ({ juror }) => <bdi>{juror}</bdi>,
          },
          {
            key: 'sheets',
            header: t(`figures.panel.${name}.sheets`),
            numeric: true,
            cell: ({ sheets }) => <Num>{format.number(sheets)}</Num>,
          },
          {
            key: 'value',
            header: t(`figures.panel.${name}.share`),
            numeric: true,
            cell: ({ value }) => (value === null ? '–' : <Num>{format.percent(value, 1)}</Num>),
          },
        ],
      })}
    />
  )
}
