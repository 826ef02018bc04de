import { Form } from '@remix-run/react'
import { useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Table } from '../primitives/table.tsx'
import { TextInput } from '../primitives/text-input.tsx'
import { Time } from '../primitives/time.tsx'

type Recusal = {
  readonly seatId: string
  readonly nominationId: string
  readonly juror: string
  readonly reference: string
  readonly source: string
  readonly ground: string
  readonly at: number
}

function Lift({ recusal }: { recusal: Recusal }) {
  const t = useT()
  // What follows from bodies is never lifted (domain/jury/recusal.ts).
  if (recusal.source === 'automatic') return <>{t('jury.recusals.automatic')}</>
  return (
    <details>
      <summary>{t('jury.recusals.lift')}</summary>
      <Form method="post" className="form">
        <input type="hidden" name="seatId" value={recusal.seatId} />
        <input type="hidden" name="nominationId" value={recusal.nominationId} />
        <TextInput
          name="reason"
          id={`lift-${recusal.seatId}-${recusal.nominationId}`}
          label={t('jury.recusals.liftReason')}
        />
        <Button size="small" name="intent" value="lift">
          {t('jury.recusals.lift')}
        </Button>
      </Form>
    </details>
  )
}

/** Recusals that stand: who, from which file, where it comes from. */
export function RecusalTable({ recusals }: { recusals: readonly Recusal[] }) {
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
        { key: 'lift', header: t('jury.recusals.lift'), cell: (one) => <Lift recusal={one} /> },
      ]}
    />
  )
}
