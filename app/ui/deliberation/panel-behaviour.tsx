import type { Figure } from '#app/domain/advice/advice.ts'
import type { Bounded, InterestFigure } from '#app/domain/advice/panel.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { DotWhisker } from '../patterns/dot-whisker.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import type { Column } from '../primitives/table.tsx'
import { Num, PanelFigure, type PanelTable, toldBy, useBoundColumns } from './panel-figure.tsx'

export type Drift = Bounded & { readonly juror: string; readonly flagged: boolean }
type Halo = Drift & { readonly straight: number }
export type Halos = { readonly jurors: readonly Halo[]; readonly share: Bounded; readonly oneThing: boolean }

/** The juror's name first and the signal last, around the columns of the figure. */
function useJurorTable<Row extends Drift>(
  header: string,
  decimals: number,
  more: readonly Column<Row>[] = [],
): readonly Column<Row>[] {
  const t = useT()
  const bounds = useBoundColumns<Row>(header, decimals)
  return [
    {
      key: 'juror',
      header: t('figures.panel.column.juror'),
      cell: ({ juror }) => <bdi>{juror}</bdi>,
    },
    ...bounds,
    ...more,
    {
      key: 'look',
      header: t('figures.panel.column.look'),
      cell: ({ flagged }) => (flagged ? t('figures.panel.flagged') : '–'),
    },
  ]
}

/** How many stand out, in words; nobody is a sentence of its own. */
function Found({ name, lines }: { name: 'drift' | 'halo'; lines: readonly Drift[] }) {
  const t = useT()
  const count = lines.filter(({ flagged }) => flagged).length
  return <b>{count === 0 ? t(`figures.panel.${name}.none`) : t(`figures.panel.${name}.found`, { count })}</b>
}

function DriftPlot({ lines }: { lines: readonly Drift[] }) {
  const t = useT()
  const rows = lines.flatMap(({ juror, value, low, high }) => {
    if (value === null || low === null || high === null) return []
    return [{ key: juror, name: juror, value, low, high }]
  })
  const reach = rows.reduce((most, { low, high }) => Math.max(most, Math.abs(low), Math.abs(high)), 5)
  const edge = Math.ceil(reach / 5) * 5
  return (
    <DotWhisker
      label={t('figures.panel.drift.plot')}
      line={t('figures.panel.drift.even')}
      rows={rows}
      axis={[-edge, edge]}
      threshold={0}
    />
  )
}

/** Points gained or lost by each juror along his reading. */
export function Drifts({ figure, file }: { figure: Figure<readonly Drift[]>; file: string }) {
  const t = useT()
  const columns = useJurorTable<Drift>('change', 1)
  return (
    <PanelFigure
      name="drift"
      figure={figure}
      file={file}
      caption={t('figures.panel.drift.plot')}
      finding={(lines) => (
        <>
          <p className="say2">
            <Found name="drift" lines={lines} />
          </p>
          <DriftPlot lines={lines} />
        </>
      )}
      table={(lines): PanelTable<Drift> => ({ rows: lines, rowKey: ({ juror }) => juror, columns })}
    />
  )
}

/** Halo of each juror, and how much of what the criteria say is one thing. */
export function HaloFigures({ figure, file }: { figure: Figure<Halos>; file: string }) {
  const t = useT()
  const format = useFormat()
  const columns = useJurorTable<Halo>('index', 2, [
    {
      key: 'straight',
      header: t('figures.panel.column.straight'),
      numeric: true,
      cell: ({ straight }) => <Num>{format.percent(straight)}</Num>,
    },
  ])
  const share = ({ value, low, high }: Bounded) =>
    Object.fromEntries(
      Object.entries({ value, low, high }).map(([name, one]) => [
        name,
        <Num key={name}>{one === null ? '–' : format.percent(one)}</Num>,
      ]),
    )
  return (
    <PanelFigure
      name="halo"
      figure={figure}
      file={file}
      caption={t('figures.panel.halo.table')}
      resampled={({ share: of }) => [of]}
      finding={(value) => (
        <p className="say2">
          <Found name="halo" lines={value.jurors} />{' '}
          {value.share.value === null ? null : (
            <Phrase k={toldBy('figures.panel.halo.share', value.share)} parts={share(value.share)} />
          )}{' '}
          {value.oneThing ? t('figures.panel.halo.oneThing') : null}
        </p>
      )}
      table={({ jurors }): PanelTable<Halo> => ({
        rows: jurors,
        rowKey: ({ juror }) => juror,
        columns,
      })}
    />
  )
}

/** Whether sheets with a link lie above the rest: one difference and its p, about nobody. */
export function Interests({ figure, file }: { figure: Figure<InterestFigure>; file: string }) {
  const t = useT()
  const format = useFormat()
  const cells = ({ difference, p, draws }: InterestFigure) => ({
    difference: format.number(Math.abs(difference), 1),
    p: format.number(p, 4),
    draws: format.number(draws),
  })
  return (
    <PanelFigure
      name="interest"
      figure={figure}
      file={file}
      caption={t('figures.panel.interest.table')}
      finding={(value) => {
        const { difference, p, draws } = cells(value)
        const side = value.difference < 0 ? 'below' : 'above'
        const parts = { difference: <Num>{difference}</Num>, p: <Num>{p}</Num>, draws: <Num>{draws}</Num> }
        return (
          <p className="say2">
            <Phrase k={`figures.panel.interest.${side}`} parts={parts} />
          </p>
        )
      }}
      table={(value): PanelTable<InterestFigure> => ({
        rows: [value],
        rowKey: () => 'interest',
        columns: [
          {
            key: 'difference',
            header: t('figures.panel.column.difference'),
            numeric: true,
            cell: () => <Num>{format.number(value.difference, 1)}</Num>,
          },
          {
            key: 'p',
            header: t('figures.panel.column.p'),
            numeric: true,
            cell: () => <Num>{cells(value).p}</Num>,
          },
          {
            key: 'draws',
            header: t('figures.panel.column.draws'),
            numeric: true,
            cell: () => <Num>{cells(value).draws}</Num>,
          },
        ],
      })}
    />
  )
}
