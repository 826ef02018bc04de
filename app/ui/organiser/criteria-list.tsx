import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Criterion } from '#app/domain/campaign/regulation.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { useFormat, useLocale, useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'
import { Link } from '../primitives/link.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Table } from '../primitives/table.tsx'

type Props = {
  criteria: readonly Criterion[]
  /** Posted back with every act. */
  version: number
  may: boolean
  hrefOf: (criterion: string) => string
}
type Row = { readonly criterion: Criterion; readonly name: string; readonly place: number }

function Act({ code, version, children }: { code: string; version: number; children: ReactNode }) {
  return (
    <Form method="post" className="row-line row-line--tight">
      <input type="hidden" name="criterion" value={code} />
      <input type="hidden" name="version" value={version} />
      {children}
    </Form>
  )
}

/** One place up or down, and out. The last criterion of a rubric stays: there is no button for what would be refused. */
function Acts({ row, count, version }: { row: Row; count: number; version: number }) {
  const t = useT()
  const { criterion, name, place } = row
  const label = (act: string): string => t(`campaign.criteria.${act}One`, { name })
  return (
    <div className="row-line">
      <Act code={criterion.code} version={version}>
        <input type="hidden" name="intent" value="move" />
        {place === 1 ? null : (
          <Button size="small" icon="chevron-up" name="towards" value="start" aria-label={label('up')}>
            {t('campaign.criteria.up')}
          </Button>
        )}
        {place === count ? null : (
          <Button size="small" icon="chevron-down" name="towards" value="end" aria-label={label('down')}>
            {t('campaign.criteria.down')}
          </Button>
        )}
      </Act>
      {count === 1 ? null : (
        <details className="fold">
          <summary aria-label={label('remove')}>{t('campaign.criteria.remove')}</summary>
          <p>{t('campaign.criteria.removeNote')}</p>
          <Act code={criterion.code} version={version}>
            <Button size="small" variant="danger" name="intent" value="remove" aria-label={label('remove')}>
              {t('campaign.criteria.removeAct')}
            </Button>
          </Act>
        </details>
      )}
    </div>
  )
}

/** The criteria in the order of the sheet, each with what may be done with it. */
export function CriteriaList({ criteria, version, may, hrefOf }: Props) {
  const t = useT()
  const format = useFormat()
  const locale = useLocale()
  const column = (name: string): string => t(`campaign.criteria.column.${name}`)
  const rows = criteria.map((criterion, at): Row => {
    return { criterion, name: shownIn(criterion.name, locale)?.text ?? criterion.code, place: at + 1 }
  })
  const acts = {
    key: 'acts',
    header: column('acts'),
    named: false,
    cell: (row: Row) => <Acts row={row} count={rows.length} version={version} />,
  }
  return (
    <Table
      caption={t('campaign.criteria.caption')}
      captionHidden
      columns={[
        {
          key: 'criterion',
          header: column('criterion'),
          cell: ({ criterion, name, place }) => (
            <>
              <bdi>{place}</bdi>
              {'. '}
              <Link href={hrefOf(criterion.code)}>
                <bdi>{name}</bdi>
              </Link>
            </>
          ),
        },
        {
          key: 'code',
          header: column('code'),
          cell: ({ criterion }) => <Reference code>{criterion.code}</Reference>,
        },
        {
          key: 'weight',
          header: column('weight'),
          numeric: true,
          cell: ({ criterion }) => <bdi>{format.decimal(criterion.weight)}</bdi>,
        },
        ...(may ? [acts] : []),
      ]}
      rows={rows}
      rowKey={({ criterion }) => criterion.code}
      narrow="rows"
    />
  )
}
