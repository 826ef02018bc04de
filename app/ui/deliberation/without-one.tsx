import type { Localized } from '#app/domain/kernel/localized.ts'
import { useT } from '#app/i18n/provider.tsx'
import { classes } from '../primitives/classes.ts'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'

type Row = { readonly nominationId: string; readonly title: Localized; readonly rank: number }
type Column = { readonly ranks: readonly (number | null)[]; readonly pivotal: boolean }
export type WithoutOneProps = { rows: readonly Row[]; columns: readonly Column[]; places: number }

/** A pair that changes order: who passes whom when a column is left out, nearest to the top first. */
function passing(rows: readonly Row[], ranks: readonly (number | null)[], places: number) {
  for (const [low, lower] of rows.entries())
    for (const [high, upper] of rows.slice(0, low).entries()) {
      const [after, before] = [ranks[low] ?? null, ranks[high] ?? null]
      if (after !== null && before !== null && upper.rank <= places && after < before && after <= places)
        return { by: lower, passed: upper }
    }
  return null
}

function Finding({ rows, columns, places }: WithoutOneProps) {
  const t = useT()
  const pivotal = columns.flatMap((column, at) => (column.pivotal ? [{ column, at }] : []))
  const [first] = pivotal
  if (first === undefined) return <p className="say2">{t('figures.without.firm', { count: places })}</p>
  const pair = passing(rows, first.column.ranks, places)
  return (
    <p className="say2">
      <b>
        {pair === null ? (
          t('figures.without.changes', { juror: first.at + 1 })
        ) : (
          <Phrase
            k="figures.without.passes"
            values={{ juror: first.at + 1 }}
            parts={{
              by: <LocalizedText text={pair.by.title} />,
              passed: <LocalizedText text={pair.passed.title} />,
            }}
          />
        )}
      </b>{' '}
      {t('figures.without.pivotal', { count: pivotal.length })}
    </p>
  )
}

function Cell({ rank, official }: { rank: number | null; official: number }) {
  const t = useT()
  const moved = rank !== null && rank !== official
  return (
    <td className={classes(moved && rank < official && 'up', moved && rank > official && 'dn')}>
      {rank === null ? '–' : <bdi>{rank}</bdi>}
      {moved ? (
        <span className="vh">{t(rank < official ? 'figures.without.up' : 'figures.without.down')}</span>
      ) : null}
    </td>
  )
}

/** "And if a member had not scored?": the rank of each nomination without each member, by number and never by name. */
export function WithoutOne(props: WithoutOneProps) {
  const t = useT()
  const { rows, columns } = props
  if (rows.length === 0 || columns.length < 2) return null
  const title = t('figures.without.title')
  return (
    <section className="blk" aria-labelledby="without">
      <header>
        <h2 id="without">{title}</h2>
        <small>{t('figures.without.hint')}</small>
      </header>
      <Finding {...props} />
      <div
        className="loo"
        role="region"
        tabIndex={0}
        aria-label={t('common.table.scroll', { caption: title })}
      >
        <table>
          <caption className="vh">{title}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="vh">{t('figures.column.nomination')}</span>
              </th>
              <th scope="col">{t('figures.without.all')}</th>
              {columns.map((_, at) => (
                <th key={at} scope="col">
                  {t('figures.without.juror', { number: at + 1 })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={row.nominationId}>
                <th scope="row">
                  <LocalizedText text={row.title} />
                </th>
                <td className="b">
                  <bdi>{row.rank}</bdi>
                </td>
                {columns.map((column, which) => (
                  <Cell key={which} rank={column.ranks[at] ?? null} official={row.rank} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="legend">
        <span>
          <span className="swatch swatch--up" aria-hidden="true" />
          {t('figures.without.up')}
        </span>
        <span>
          <span className="swatch swatch--dn" aria-hidden="true" />
          {t('figures.without.down')}
        </span>
      </p>
    </section>
  )
}
