import type { FormFailure } from '#app/forms/failure.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Table } from '../primitives/table.tsx'
import { Time } from '../primitives/time.tsx'
import { LiftCell, type LiftableRecusal } from './lift-cell.tsx'

type Recusal = LiftableRecusal & {
  readonly juror: string
  readonly reference: string
  readonly at: number
}

/** Recusals that stand: who, from which file, where it comes from. */
export function RecusalTable({
  recusals,
  failure,
}: {
  recusals: readonly Recusal[]
  failure: FormFailure | undefined
}) {
  const t = useT()
  return (
    <Table
      caption={t('jury.recusals.standing')}
      narrow="rows"
      rows={recusals}
      rowKey={(one) => `${one.seatId} ${one.nominationId}`}
      empty={t('jury.recusals.none')}
      columns={[
        {
          key: 'file',
          header: t('jury.files.reference'),
          cell: (one) => <Reference code>{one.reference}</Reference>,
        },
        { key: 'juror', header: t('work.heat.juror'), cell: (one) => <bdi>{one.juror}</bdi> },
        {
          key: 'source',
          header: t('jury.recusals.source'),
          cell: (one) => t(`jury.recusals.sources.${one.source}`),
        },
        { key: 'at', header: t('jury.recusals.since'), cell: (one) => <Time at={one.at} show="date" /> },
        {
          key: 'lift',
          header: t('jury.recusals.lift'),
          named: false,
          cell: (one) => <LiftCell recusal={one} failure={failure} />,
        },
      ]}
    />
  )
}
