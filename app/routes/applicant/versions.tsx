import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { notFound } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { versionsScreen } from '#app/queries/applicant/deposited.ts'
import { DifferenceList } from '#app/ui/nomination/difference-list.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { Reference } from '#app/ui/primitives/reference.tsx'
import { Table } from '#app/ui/primitives/table.tsx'
import { Time } from '#app/ui/primitives/time.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

const NUMBER = /^[1-9]\d{0,2}$/
const pairIn = (url: string): { from: number; to: number } | null => {
  const [from, to] = ['from', 'to'].map((name) => new URL(url).searchParams.get(name) ?? '')
  return from && to && NUMBER.test(from) && NUMBER.test(to) ? { from: Number(from), to: Number(to) } : null
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const screen = await versionsScreen(args.context.app, actor, nominationId, pairIn(args.request.url))
  if (!screen.ok) throw notFound()
  return { ...screen.value, nominationId }
}

export const handle = { title: 'nomination.tool.versions' }

export default function VersionsPage() {
  const t = useT()
  const { versions, differences, nominationId, reference, title } = useLoaderData<typeof loader>()
  return (
    <>
      <WorkTitle
        title={t('nomination.tool.versions')}
        other={<LocalizedText text={title} />}
        crumbs={[{ href: paths.nominationRead(t.locale, nominationId), label: reference }]}
      />
      <div className="work stack">
        <Table
          caption={t('nomination.tool.versions')}
          captionHidden
          rows={versions}
          rowKey={({ number }) => String(number)}
          empty={t('nomination.versions.none')}
          narrow="rows"
          columns={[
            { key: 'number', header: t('nomination.receipt.version'), cell: ({ number }) => number },
            {
              key: 'kind',
              header: t('nomination.versions.kind'),
              cell: ({ kind }) => t(`nomination.versions.${kind}`),
            },
            {
              key: 'at',
              header: t('nomination.receipt.receivedAt'),
              cell: ({ receivedAt }) => <Time at={receivedAt} style="long" />,
            },
            {
              key: 'receipt',
              header: t('nomination.receipt.title'),
              cell: ({ number, receiptNumber }) => (
                <Link href={paths.nominationReceipt(t.locale, nominationId, number)}>
                  <Reference code>{receiptNumber}</Reference>
                </Link>
              ),
            },
            {
              key: 'hash',
              header: t('nomination.visa.digest'),
              cell: ({ hash }) => <Reference code>{hash.slice(0, 16)}</Reference>,
            },
            {
              key: 'difference',
              header: t('nomination.versions.difference'),
              cell: ({ number }) =>
                number > 1 ? (
                  <Link href={paths.nominationDifference(t.locale, nominationId, number - 1, number)}>
                    {t('nomination.versions.compare', { from: number - 1, to: number })}
                  </Link>
                ) : null,
            },
          ]}
        />
        {differences === null ? null : <DifferenceList differences={differences} />}
      </div>
    </>
  )
}
