import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { localeOf, safePath } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { olderDocuments } from '#app/queries/files/permitted-document.ts'
import { DocumentLinks } from '#app/ui/patterns/document-links.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const locale = localeOf(args.params)
  const actor = await requireActor(args)
  const { documentId } = readParams(args.params, { documentId: 'id' })
  return {
    documents: found(await olderDocuments(args.context.app, actor, documentId)),
    from: safePath(new URL(args.request.url).searchParams.get('from'), paths.account(locale)),
  }
}

export const handle = { title: 'common.document.title' }

/** Onward in a list of official documents that is longer than one page. */
export default function OlderDocuments() {
  const t = useT()
  const { documents, from } = useLoaderData<typeof loader>()
  return (
    <>
      <WorkTitle
        title={t('common.document.title')}
        crumbs={[{ href: from, label: t('common.document.back') }]}
      />
      {documents.length === 0 ? (
        <p>{t('common.table.none')}</p>
      ) : (
        <DocumentLinks documents={documents} titled from={from} />
      )}
    </>
  )
}
