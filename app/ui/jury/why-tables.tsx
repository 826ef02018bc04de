import { Form } from '@remix-run/react'
import type { WhyNot, WhyReads } from '#app/domain/jury/explain.ts'
import type { Similarity } from '#app/domain/jury/similarity.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'
import { Table } from '../primitives/table.tsx'

type Props = {
  file: {
    readonly version: number
    readonly reads: readonly (WhyReads & { readonly name: string; readonly done: boolean })[]
    readonly others: readonly (WhyNot & { readonly name: string })[]
    readonly can: { readonly change: boolean }
  }
}
/** Reasons that are not rules: they compare. */
const SUITING: ReadonlySet<string> = new Set(['suits-less', 'suits-alike', 'better-elsewhere'])

type Read = Props['file']['reads'][number]
type Other = Props['file']['others'][number]

function Parts({ similarity }: { similarity: Similarity }) {
  const t = useT()
  return (
    <ul>
      {similarity.parts.map(({ part, points }) => (
        <li key={part}>
          {t(`jury.similarity.${part}`)} <bdi dir="ltr">{points < 0 ? `−${-points}` : `+${points}`}</bdi>
        </li>
      ))}
    </ul>
  )
}

function Why({ read }: { read: Read }) {
  const t = useT()
  return (
    <>
      <p>
        {t('jury.why.place', { place: read.place, eligible: read.eligible })}{' '}
        {t('jury.why.load', { load: read.load, limit: read.loadLimit })}
      </p>
      <Parts similarity={read.similarity} />
    </>
  )
}

function Replace({ read, version }: { read: Read; version: number }) {
  const t = useT()
  if (read.source !== 'fixed' || read.done) return <>{t(`jury.why.${read.done ? 'done' : 'proposed'}`)}</>
  return (
    <Form method="post">
      <input type="hidden" name="seatId" value={read.seatId} />
      <input type="hidden" name="version" value={version} />
      <Button size="small" name="intent" value="replace">
        {t('jury.why.replace')} <span className="vh">{read.name}</span>
      </Button>
    </Form>
  )
}

/** Whoever no rule stands against may be given the file. */
function Give({ other, version }: { other: Other; version: number }) {
  const t = useT()
  if (!SUITING.has(other.because)) return null
  return (
    <Form method="post">
      <input type="hidden" name="seatId" value={other.seatId} />
      <input type="hidden" name="version" value={version} />
      <Button size="small" name="intent" value="assign">
        {t('common.action.add')} <span className="vh">{other.name}</span>
      </Button>
    </Form>
  )
}

/** Who reads this nomination and why, who does not and why not. */
export function WhyTables({ file }: Props) {
  const t = useT()
  return (
    <>
      <Table
        caption={t('jury.why.reads')}
        narrow="rows"
        rows={file.reads}
        rowKey={(read) => read.seatId}
        empty={t('jury.why.nobody')}
        columns={[
          { key: 'name', header: t('work.heat.juror'), cell: (read) => <bdi>{read.name}</bdi> },
          {
            key: 'points',
            header: t('jury.why.points'),
            numeric: true,
            cell: (read) => read.similarity.points,
          },
          { key: 'why', header: t('jury.why.why'), cell: (read) => <Why read={read} /> },
          ...(file.can.change
            ? [
                {
                  key: 'act',
                  header: t('jury.why.change'),
                  named: false,
                  cell: (read: Read) => <Replace read={read} version={file.version} />,
                },
              ]
            : []),
        ]}
      />
      <Table
        caption={t('jury.why.others')}
        narrow="rows"
        rows={file.others}
        rowKey={(other) => other.seatId}
        columns={[
          { key: 'name', header: t('work.heat.juror'), cell: (other) => <bdi>{other.name}</bdi> },
          {
            key: 'points',
            header: t('jury.why.points'),
            numeric: true,
            cell: (other) => other.similarity?.points ?? '–',
          },
          {
            key: 'why',
            header: t('jury.why.whyNot'),
            cell: (other) =>
              SUITING.has(other.because) ? t(`jury.why.${other.because}`) : t(`jury.reason.${other.because}`),
          },
          ...(file.can.change
            ? [
                {
                  key: 'act',
                  header: t('jury.why.change'),
                  named: false,
                  cell: (other: Other) => <Give other={other} version={file.version} />,
                },
              ]
            : []),
        ]}
      />
    </>
  )
}
