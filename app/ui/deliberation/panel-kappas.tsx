import type { Figure } from '#app/domain/advice/advice.ts'
import type { Bounded, Screen } from '#app/domain/advice/panel.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Num, PanelFigure, type PanelTable, toldBy, useBoundColumns, useBounds } from './panel-figure.tsx'

type Pair = Bounded & {
  readonly jurors: readonly [string, string]
  readonly criterion: Localized
  readonly common: number
}
export type Pairs = { readonly pairs: number; readonly ofPairs: number; readonly lines: readonly Pair[] }
export type Question = Bounded & {
  readonly of: Screen['of']
  readonly name: Localized | null
  readonly threshold: number
  readonly share: number
}

const Juror = ({ name }: { name: string }) => <bdi>{name}</bdi>

function PairFinding({ value }: { value: Pairs }) {
  const format = useFormat()
  const bounds = useBounds()
  const weakest = value.lines.find((line) => line.value !== null)
  const counts = {
    pairs: <Num>{format.number(value.pairs)}</Num>,
    ofPairs: <Num>{format.number(value.ofPairs)}</Num>,
  }
  return (
    <p className="say2">
      <Phrase k="figures.panel.kappa.pairs" parts={counts} />{' '}
      {weakest === undefined ? (
        <Phrase k="figures.panel.kappa.flat" />
      ) : (
        <Phrase
          k={toldBy('figures.panel.kappa.weakest', weakest)}
          parts={{
            ...bounds(weakest),
            a: <Juror name={weakest.jurors[0]} />,
            b: <Juror name={weakest.jurors[1]} />,
            criterion: <LocalizedText text={weakest.criterion} />,
          }}
        />
      )}
    </p>
  )
}

/** Weighted kappa of every two jurors who share enough files, the weakest first. */
export function PairKappas({ figure, file }: { figure: Figure<Pairs>; file: string }) {
  const t = useT()
  const format = useFormat()
  const bounds = useBoundColumns<Pair>('value')
  return (
    <PanelFigure
      name="kappa"
      figure={figure}
      file={file}
      caption={t('figures.panel.kappa.table')}
      finding={(value) => (
        <>
          <PairFinding value={value} />
          <p className="hint">{t('figures.panel.kappa.shown')}</p>
        </>
      )}
      table={({ lines }): PanelTable<Pair> => ({
        rows: lines,
        narrow: 'rows',
        rowKey: ({ jurors, criterion }) => `${jurors.join(' ')} ${JSON.stringify(criterion)}`,
        columns: [
          {
            key: 'pair',
            header: t('figures.panel.column.pair'),
            cell: ({ jurors: [a, b] }) => (
              <Phrase k="figures.panel.pair" parts={{ a: <Juror name={a} />, b: <Juror name={b} /> }} />
            ),
          },
          {
            key: 'criterion',
            header: t('figures.panel.column.criterion'),
            cell: (line) => <LocalizedText text={line.criterion} />,
          },
          {
            key: 'common',
            header: t('figures.panel.column.common'),
            numeric: true,
            cell: (line) => <Num>{format.number(line.common)}</Num>,
          },
          ...bounds,
        ],
      })}
    />
  )
}

const Asked = ({ of, name }: { of: Screen['of']; name: Localized | null }) => (
  <Phrase
    k={`figures.panel.fleiss.question.${of}`}
    parts={name === null ? {} : { name: <LocalizedText text={name} /> }}
  />
)

function ScreenFinding({ value }: { value: readonly Question[] }) {
  const format = useFormat()
  const bounds = useBounds()
  const weakest = value
    .filter((line) => line.value !== null)
    .reduce<Question | null>(
      (least, line) => (least && (least.value ?? 1) <= (line.value ?? 1) ? least : line),
      null,
    )
  return (
    <p className="say2">
      {weakest === null ? (
        <Phrase k="figures.panel.fleiss.flat" />
      ) : (
        <Phrase
          k={toldBy('figures.panel.fleiss.weakest', weakest)}
          parts={{
            ...bounds(weakest),
            threshold: <Num>{format.number(weakest.threshold)}</Num>,
            question: <Asked of={weakest.of} name={weakest.name} />,
          }}
        />
      )}
    </p>
  )
}

/** Fleiss' kappa of each threshold of the rules: does the sheet reach it? */
export function ScreenKappas({ figure, file }: { figure: Figure<readonly Question[]>; file: string }) {
  const t = useT()
  const format = useFormat()
  const bounds = useBoundColumns<Question>('value')
  return (
    <PanelFigure
      name="fleiss"
      figure={figure}
      file={file}
      caption={t('figures.panel.fleiss.table')}
      finding={(value) => <ScreenFinding value={value} />}
      resampled={(lines) => lines}
      table={(lines): PanelTable<Question> => ({
        rows: lines,
        narrow: 'rows',
        rowKey: ({ of, name }) => `${of} ${JSON.stringify(name)}`,
        columns: [
          {
            key: 'question',
            header: t('figures.panel.column.question'),
            cell: (line) => <Asked of={line.of} name={line.name} />,
          },
          {
            key: 'threshold',
            header: t('figures.panel.column.threshold'),
            numeric: true,
            cell: (line) => <Num>{format.number(line.threshold)}</Num>,
          },
          {
            key: 'share',
            header: t('figures.panel.column.share'),
            numeric: true,
            cell: (line) => <Num>{format.percent(line.share)}</Num>,
          },
          ...bounds,
        ],
      })}
    />
  )
}
