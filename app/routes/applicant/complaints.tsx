import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { myComplaints } from '#app/queries/applicant/complaints.ts'
import { NextPage } from '#app/ui/account/next-page.tsx'
import { ComplaintTable } from '#app/ui/complaint/complaint-table.tsx'
import { EmptyState } from '#app/ui/patterns/empty-state.tsx'
import { ButtonLink } from '#app/ui/primitives/button.tsx'
import { Reference } from '#app/ui/primitives/reference.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  return myComplaints(args.context.app, actor, new URL(args.request.url).searchParams.get('after'))
}

export const handle = { title: 'work.nav.complaints' }

type Rows = ReturnType<typeof useLoaderData<typeof loader>>['complaints']

function Complaints({ rows }: { rows: Rows }) {
  const t = useT()
  return (
    <ComplaintTable
      caption={t('work.nav.complaints')}
      captionHidden
      rows={rows}
      hrefOf={(id) => paths.myComplaint(t.locale, id)}
      subject={{
        key: 'nomination',
        header: t('complaint.nomination'),
        cell: ({ reference }) => <Reference code>{reference}</Reference>,
      }}
    />
  )
}

export default function MyComplaintsPage() {
  const t = useT()
  const { complaints, next, canFile } = useLoaderData<typeof loader>()
  const file = canFile ? (
    <ButtonLink href={paths.fileComplaint(t.locale)} variant="primary" icon="plus">
      {t('complaint.file.action')}
    </ButtonLink>
  ) : undefined
  return (
    <>
      <WorkTitle title={t('work.nav.complaints')} aside={complaints.length === 0 ? undefined : file} />
      <div className="work stack">
        {complaints.length === 0 ? (
          <EmptyState title={t('complaint.none')} action={file}>
            {t(canFile ? 'complaint.noneBody' : 'complaint.noneForEditor')}
          </EmptyState>
        ) : (
          <Complaints rows={complaints} />
        )}
        <NextPage href={next === null ? null : `${paths.myComplaints(t.locale)}?after=${next}`} />
      </div>
    </>
  )
}
