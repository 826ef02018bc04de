import { useFormat, useT } from '#app/i18n/provider.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { type Column, Table } from '../primitives/table.tsx'

const COUNTS = [
  'received',
  'open',
  'answered',
  'unfounded',
  'materialError',
  'procedureBreach',
  'reopened',
  'medianDays',
  'longestDays',
  'withinTarget',
] as const
export type FiguresLine = { readonly kind: string } & {
  readonly [C in (typeof COUNTS)[number]]: number | null
}

/** The statistics of the year: one line a kind, and the same as a file. */
export function ComplaintFigures({
  lines,
  targetDays,
  csvHref,
}: {
  lines: readonly FiguresLine[]
  targetDays: number
  csvHref: string
}) {
  const t = useT()
  const format = useFormat()
  const columns: readonly Column<FiguresLine>[] = [
    { key: 'kind', header: t('complaint.kind'), cell: ({ kind }) => t(`complaint.kinds.${kind}`) },
    ...COUNTS.map((count): Column<FiguresLine> => ({
      key: count,
      header: t(`complaint.figures.${count}`, { count: targetDays }),
      numeric: true,
      cell: (line) => {
        const value = line[count]
        return value === null ? '–' : format.number(value)
      },
    })),
  ]
  return (
    <section className="stack">
      <Table
        caption={t('complaint.figures.title')}
        narrow="rows"
        rows={lines}
        rowKey={({ kind }) => kind}
        columns={columns}
      />
      <div>
        <ButtonLink href={csvHref} download icon="download" size="small">
          {t('complaint.figures.csv')}
        </ButtonLink>
      </div>
    </section>
  )
}
