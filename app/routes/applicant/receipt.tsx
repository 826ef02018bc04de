import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { notFound } from '#app/http/respond.server.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { receiptScreen } from '#app/queries/applicant/deposited.ts'
import { SummaryList } from '#app/ui/patterns/summary-list.tsx'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { ButtonLink } from '#app/ui/primitives/button.tsx'
import { Dots } from '#app/ui/primitives/dots.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { Reference } from '#app/ui/primitives/reference.tsx'
import { Time } from '#app/ui/primitives/time.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const asked = new URL(args.request.url).searchParams.get('version') ?? ''
  const version = /^[1-9]\d{0,2}$/.test(asked) ? Number(asked) : null
  const screen = await receiptScreen(args.context.app, actor, nominationId, version)
  if (!screen.ok) throw notFound()
  return { ...screen.value, nominationId }
}

export const handle = { title: 'nomination.receipt.title' }

export default function ReceiptPage() {
  const t = useT()
  const format = useFormat()
  const { receipt, documentId, nominationId, state } = useLoaderData<typeof loader>()
  return (
    <>
      <WorkTitle
        title={t('nomination.receipt.title')}
        other={<LocalizedText text={receipt.title} />}
        crumbs={[{ href: paths.nominationRead(t.locale, nominationId), label: receipt.reference }]}
      />
      <div className="work stack">
        <Banner kind="ok">{t('nomination.receipt.lead')}</Banner>
        <SummaryList
          facts={[
            { term: t('nomination.receipt.number'), value: <Reference code>{receipt.number}</Reference> },
            { term: t('nomination.reference'), value: <Reference code>{receipt.reference}</Reference> },
            { term: t('nomination.receipt.version'), value: receipt.version },
            { term: t('nomination.receipt.receivedAt'), value: <Time at={receipt.receivedAt} zone /> },
            { term: t('nomination.administration'), value: <LocalizedText text={receipt.administration} /> },
            { term: t('nomination.category'), value: <LocalizedText text={receipt.category} /> },
            {
              term: t('nomination.receipt.signatory'),
              value: <Reference>{receipt.signatory.name}</Reference>,
            },
            { term: t('nomination.visa.digest'), value: <Reference code>{receipt.dossierSha256}</Reference> },
            {
              term: t('nomination.receipt.checkCode'),
              value: <Reference code>{receipt.checkCode}</Reference>,
            },
          ]}
        />
        {receipt.files.length === 0 ? null : (
          <section className="stack stack--tight">
            <h2 className="h-sec">{t('nomination.tool.evidence')}</h2>
            <ul className="stack stack--tight">
              {receipt.files.map((file) => (
                <li key={file.sha256}>
                  <Dots>
                    <Reference>{file.name}</Reference>
                    {format.fileSize(file.bytes)}
                    <Reference code>{file.sha256}</Reference>
                  </Dots>
                </li>
              ))}
            </ul>
          </section>
        )}
        <div className="acts">
          <ButtonLink href={paths.document(documentId)} variant="primary" icon="download" download pdf>
            {t('nomination.receipt.download')}
          </ButtonLink>
          <ButtonLink href={paths.nominationVersions(t.locale, nominationId)} icon="history">
            {t('nomination.tool.versions')}
          </ButtonLink>
          {state === 'inadmissible' ? (
            <ButtonLink href={paths.nominationAppeal(t.locale, nominationId)} icon="gavel">
              {t('appeal.title')}
            </ButtonLink>
          ) : null}
        </div>
      </div>
    </>
  )
}
