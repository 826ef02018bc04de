import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { PhaseStar } from '../motif/phase-star.tsx'
import { classes } from '../primitives/classes.ts'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { PrizeGlyph } from './prize-glyph.tsx'
import { markKind, type MarkView } from './prize-view.ts'

export type SkyColumn = {
  readonly year: number
  readonly slug: string | null
  readonly state: 'recorded' | 'gap' | 'live'
}
export type SkyRow = {
  readonly code: string | null
  readonly name: Localized
  readonly cells: readonly (readonly MarkView[])[]
}
type Props = {
  columns: readonly SkyColumn[]
  rows: readonly SkyRow[]
  selected: number | null
  liveCategories: readonly string[]
}

function Marks({ marks }: { marks: readonly MarkView[] }) {
  const t = useT()
  if (marks.length === 0) return null
  const given = marks.filter(({ withheld }) => !withheld).length
  const without = marks.length - given
  return (
    <span className="c">
      {marks.map((mark, i) => (
        <PrizeGlyph key={i} kind={markKind(mark)} size={16} />
      ))}
      <span className="vh">
        {given > 0 ? t('public.sky.prizes', { count: given }) : ''}{' '}
        {without > 0 ? t('public.sky.withheld', { count: without }) : ''}
      </span>
    </span>
  )
}

/** The archive itself: years by categories, one mark per prize; a year without record is hatched, never blank. */
export function ArchiveSky({ columns, rows, selected, liveCategories }: Props) {
  const t = useT()
  const locale = useLocale()
  const tone = ({ year, state }: SkyColumn): string =>
    classes(year === selected && 'picked', state === 'gap' && 'gap', state === 'live' && 'live')
  return (
    <div className="sky" tabIndex={0} role="region" aria-label={t('public.sky.label')}>
      <table>
        <caption className="vh">{t('public.sky.label')}</caption>
        <thead>
          <tr>
            <td className="corner" />
            {columns.map((column) => (
              <th key={column.year} scope="col" className={tone(column) || undefined}>
                {column.state === 'gap' ? (
                  <span>{column.year}</span>
                ) : (
                  <a
                    href={
                      column.state === 'live'
                        ? paths.home(locale)
                        : paths.laureates(locale, { year: String(column.year) })
                    }
                    aria-current={column.year === selected ? 'true' : undefined}
                  >
                    {column.year}
                  </a>
                )}
                {column.state === 'gap' ? <span className="vh"> {t('public.sky.gap')}</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code ?? 'others'}>
              <th scope="row">
                {row.code === null ? t('public.sky.others') : <LocalizedText text={row.name} />}
              </th>
              {columns.map((column, i) => (
                <td key={column.year} className={tone(column) || undefined}>
                  {column.state === 'live' && row.code !== null && liveCategories.includes(row.code) ? (
                    <PhaseStar state="next" size={14} />
                  ) : (
                    <Marks marks={row.cells[i] ?? []} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What the diagram says in one sentence, and the numbers behind it as a file. */
export function SkyFinding({ columns, rows }: Pick<Props, 'columns' | 'rows'>) {
  const t = useT()
  const marks = rows.flatMap(({ cells }) => cells.flat())
  const withheld = marks.filter((mark) => mark.withheld).length
  return (
    <p className="say2">
      {t('public.sky.finding', {
        editions: columns.filter(({ state }) => state === 'recorded').length,
        prizes: marks.length - withheld,
        withheld,
        gaps: columns.filter(({ state }) => state === 'gap').length,
      })}{' '}
      <a href={paths.openDataFile('csv')} download>
        {t('common.chart.csv')}
      </a>
    </p>
  )
}

const KEY = ['excellence', 'grand', 'encouragement', 'jury', 'other', 'withheld'] as const

/** The signs in words; the hatching too. */
export function SkyKey() {
  const t = useT()
  return (
    <div className="key">
      {KEY.map((kind) => (
        <span key={kind}>
          <PrizeGlyph kind={kind} size={14} />
          {kind === 'withheld' ? t('public.laureates.notAwarded') : t(`common.prize.${kind}`)}
        </span>
      ))}
      <span>
        <i className="sw sw--gap" />
        {t('public.sky.gap')}
      </span>
    </div>
  )
}
