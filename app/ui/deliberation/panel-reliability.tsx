import type { Figure } from '#app/domain/advice/advice.ts'
import type { IntraclassFigure, IntraclassForm } from '#app/domain/advice/panel.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Num, PanelFigure, type PanelTable, toldBy, useBoundColumns, useBounds } from './panel-figure.tsx'

const NAMES: Readonly<Record<IntraclassForm, string>> = {
  'ICC(1,1)': 'icc11',
  'ICC(2,1)': 'icc21',
  'ICC(3,1)': 'icc31',
  'ICC(1,k)': 'icc1k',
  'ICC(2,k)': 'icc2k',
  'ICC(3,k)': 'icc3k',
  unbalanced: 'unbalanced',
  'unbalanced-mean': 'unbalanced-mean',
}
/** What is read first of a complete panel, and of one with gaps (scoring rules, section 3.2). */
const TOLD = {
  complete: [
    ['complete', 'ICC(3,k)'],
    ['another', 'ICC(2,k)'],
  ],
  gaps: [
    ['unbalanced', 'unbalanced'],
    ['mean', 'unbalanced-mean'],
  ],
} as const

function Finding({ value }: { value: IntraclassFigure }) {
  const format = useFormat()
  const bounds = useBounds()
  const told = value.complete ? TOLD.complete : TOLD.gaps
  return (
    <p className="say2">
      {told.map(([key, form]) => {
        const line = value.lines.find((one) => one.form === form)
        if (line === undefined) return null
        const sheets = <Num>{format.number(value.sheets, Number.isInteger(value.sheets) ? 0 : 1)}</Num>
        return (
          <span key={key}>
            <Phrase
              k={toldBy(`figures.panel.intraclass.${key}`, line)}
              parts={{ ...bounds(line), sheets }}
            />{' '}
          </span>
        )
      })}
    </p>
  )
}

/** The intraclass correlations that fit the panel. */
export function Reliability({ figure, file }: { figure: Figure<IntraclassFigure>; file: string }) {
  const t = useT()
  const bounds = useBoundColumns<IntraclassFigure['lines'][number]>('value')
  return (
    <PanelFigure
      name="intraclass"
      figure={figure}
      file={file}
      caption={t('figures.panel.intraclass.table')}
      finding={(value) => <Finding value={value} />}
      resampled={({ lines }) => lines}
      table={({ lines }): PanelTable<IntraclassFigure['lines'][number]> => ({
        rows: lines,
        narrow: 'rows',
        rowKey: (line) => line.form,
        columns: [
          {
            key: 'means',
            header: t('figures.panel.column.means'),
            cell: (line) => t(`figures.panel.intraclass.form.${NAMES[line.form]}`),
          },
          {
            key: 'form',
            header: t('figures.panel.column.form'),
            cell: (line) => <bdi dir="ltr">{line.form.startsWith('ICC') ? line.form : 'ICC'}</bdi>,
          },
          ...bounds,
        ],
      })}
    />
  )
}
