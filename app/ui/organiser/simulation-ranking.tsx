import { useFormat, useT } from '#app/i18n/provider.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { ShareText } from '../primitives/share-text.tsx'
import { type Column, Table } from '../primitives/table.tsx'
import { CompetitorNames, type NamedProps } from './competitor-names.tsx'
import type { Competitor, Outcome } from './simulation-values.ts'

type Props = NamedProps & { draft: Outcome | null; typed: Outcome | null }

function Verdict({ k, outcome, competitors }: NamedProps & { k: string; outcome: Outcome | null }) {
  if (outcome === null) return null
  const { leaders, radius } = outcome
  const names = (keys: readonly string[]) => <CompetitorNames competitors={competitors} keys={keys} />
  return (
    <p className="say2">
      <b>
        <Phrase
          k={`campaign.simulation.${k}.${leaders.length > 1 ? 'tied' : 'first'}`}
          parts={{ leader: names(leaders) }}
        />
      </b>{' '}
      {leaders.length > 1 ? null : radius === null ? (
        <Phrase k="campaign.simulation.noRadius" />
      ) : (
        <Phrase
          k="campaign.simulation.radius"
          parts={{ moved: <ShareText share={radius.moved} />, challenger: names([radius.challenger]) }}
        />
      )}
    </p>
  )
}

function useColumns({ competitors, draft, typed }: Props): readonly Column<Competitor>[] {
  const t = useT()
  const format = useFormat()
  const place = (outcome: Outcome, key: string) => outcome.places.find((one) => one.key === key)
  const columnsOf = (set: 'draft' | 'typed', outcome: Outcome | null): Column<Competitor>[] =>
    outcome === null
      ? []
      : [
          {
            key: `${set}-rank`,
            header: t(`campaign.simulation.column.${set}Rank`),
            numeric: true,
            cell: ({ key }) => <bdi className="num">{place(outcome, key)?.rank ?? '–'}</bdi>,
          },
          {
            key: `${set}-score`,
            header: t(`campaign.simulation.column.${set}Score`),
            numeric: true,
            cell: ({ key }) => <bdi className="num">{format.decimal(place(outcome, key)?.score ?? '')}</bdi>,
          },
        ]
  return [
    {
      key: 'nomination',
      header: t('figures.column.nomination'),
      cell: ({ key, laureate }) => (
        <>
          <CompetitorNames competitors={competitors} keys={[key]} />
          {laureate ? (
            <small className="tryw__body">
              <LocalizedText text={laureate.administration} />
            </small>
          ) : null}
        </>
      ),
    },
    ...columnsOf('draft', draft),
    ...columnsOf('typed', typed),
  ]
}

/** Who would have come first under each set of weights, and the whole ranking under both. */
export function SimulationRanking(props: Props) {
  const t = useT()
  const { competitors, draft, typed } = props
  const columns = useColumns(props)
  const shown = typed ?? draft
  if (shown === null) return null
  const rows = shown.places.flatMap(({ key }) => competitors.find((one) => one.key === key) ?? [])
  const changes = typed !== null && draft !== null && typed.leaders.join() !== draft.leaders.join()
  return (
    <section className="blk" aria-labelledby="ranking">
      <header>
        <h2 id="ranking">{t('campaign.simulation.ranking')}</h2>
      </header>
      <Verdict k="draft" outcome={draft} competitors={competitors} />
      <Verdict k="typed" outcome={typed} competitors={competitors} />
      {typed === null || draft === null ? null : (
        <p className="say2">{t(changes ? 'campaign.simulation.changes' : 'campaign.simulation.same')}</p>
      )}
      <Table
        caption={t('campaign.simulation.ranking')}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
      />
      <p className="say2">{t('campaign.simulation.numbered')}</p>
    </section>
  )
}
