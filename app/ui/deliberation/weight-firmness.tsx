import { Fragment } from 'react'
import type { Figure } from '#app/domain/advice/advice.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { dirOf } from '#app/i18n/locales.ts'
import { useT } from '#app/i18n/provider.tsx'
import { CsvLink, Numbers } from '../patterns/numbers.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { ShareText } from '../primitives/share-text.tsx'
import { Table } from '../primitives/table.tsx'
import type { Line } from './ranking-line.ts'
import { useWithheld } from './withheld.ts'

type Share = { readonly percent: string; readonly exact: string }
type Turn = { readonly at: Share; readonly takenBy: readonly string[] }
type Studied = {
  readonly code: string
  readonly name: Localized
  readonly now: Share
  readonly below: Turn | null
  readonly above: Turn | null
}
export type Firmness = {
  readonly leaders: readonly string[]
  readonly radius: { readonly moved: Share; readonly challenger: string } | null
  readonly criteria: readonly Studied[]
}
type Props = {
  lines: readonly Line[]
  /** Null in figures made before it was computed. */
  weights: Figure<Firmness> | null
  csvHref: string
}
type Named = Pick<Props, 'lines'>

function Names({ lines, ids }: Named & { ids: readonly string[] }) {
  const t = useT()
  return ids.map((id, at) => (
    <Fragment key={id}>
      {at === 0 ? null : t('figures.weights.separator')}
      <LocalizedText text={lines.find(({ nominationId }) => nominationId === id)?.title ?? {}} />
    </Fragment>
  ))
}

function Finding({ lines, firmness }: Named & { firmness: Firmness }) {
  const { leaders, radius } = firmness
  const form = leaders.length > 1 ? 'tied' : radius === null ? 'firm' : 'moved'
  return (
    <p className="say2">
      <b>
        <Phrase
          k={`figures.weights.${form}`}
          parts={{
            leader: <Names lines={lines} ids={leaders} />,
            moved: radius && <ShareText share={radius.moved} />,
            challenger: radius && <Names lines={lines} ids={[radius.challenger]} />,
          }}
        />
      </b>
    </p>
  )
}

/** Where along the weight of one criterion another takes the first place. */
function TurnCell({ lines, turn }: Named & { turn: Turn | null }) {
  const t = useT()
  if (turn === null) return <>{t('figures.weights.never')}</>
  // Of isolates alone: the cell's own finds no letter to take a direction from.
  return (
    <span dir={dirOf(t.locale)}>
      <ShareText share={turn.at} />{' '}
      <small>
        <Names lines={lines} ids={turn.takenBy} />
      </small>
    </span>
  )
}

function Criteria({ lines, criteria }: Named & { criteria: readonly Studied[] }) {
  const t = useT()
  const caption = t('figures.weights.caption')
  return (
    <Numbers of={caption}>
      <Table
        caption={caption}
        captionHidden
        narrow="rows"
        rows={criteria}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'criterion',
            header: t('figures.weights.column.criterion'),
            cell: ({ name }) => <LocalizedText text={name} />,
          },
          {
            key: 'now',
            header: t('figures.weights.column.now'),
            numeric: true,
            cell: ({ now }) => <ShareText share={now} />,
          },
          {
            key: 'below',
            header: t('figures.weights.column.below'),
            cell: ({ below }) => <TurnCell lines={lines} turn={below} />,
          },
          {
            key: 'above',
            header: t('figures.weights.column.above'),
            cell: ({ above }) => <TurnCell lines={lines} turn={above} />,
          },
        ]}
      />
    </Numbers>
  )
}

/** How far the weights could have been others before another nomination came first: exact, and moves no rank. */
export function WeightFirmness({ lines, weights, csvHref }: Props) {
  const t = useT()
  const withheld = useWithheld()
  if (weights === null) return null
  return (
    <section className="blk" aria-labelledby="weights">
      <header>
        <h2 id="weights">{t('figures.weights.title')}</h2>
        {weights.withheld ? null : (
          <span className="acts">
            <CsvLink of={t('figures.weights.title')} href={csvHref} />
          </span>
        )}
      </header>
      {weights.withheld ? (
        <p className="say2">{withheld(weights.withheld)}</p>
      ) : (
        <>
          <Finding lines={lines} firmness={weights.value} />
          <p className="hint">{t('figures.weights.how')}</p>
          <Criteria lines={lines} criteria={weights.value.criteria} />
        </>
      )}
    </section>
  )
}
