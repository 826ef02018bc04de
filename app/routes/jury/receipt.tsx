import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { useFormat, useLocale, useT } from '#app/i18n/provider.tsx'
import { sheetReceiptPage } from '#app/queries/jury/signed-acts.ts'
import { ReceiptPublished } from '#app/ui/jury/receipt-published.tsx'
import { DocumentLinks } from '#app/ui/patterns/document-links.tsx'
import { SummaryList } from '#app/ui/patterns/summary-list.tsx'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { ButtonLink } from '#app/ui/primitives/button.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { Reference } from '#app/ui/primitives/reference.tsx'
import { Time } from '#app/ui/primitives/time.tsx'
import { PageTitle, Section } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  localeOf(args.params)
  const actor = await requireActor(args)
  const { sheetId } = readParams(args.params, { sheetId: 'id' })
  return found(await sheetReceiptPage(args.context.app, actor, sheetId))
}

export const handle = { title: 'jury.proof.title' }

export default function Receipt() {
  const t = useT()
  const locale = useLocale()
  const format = useFormat()
  const { sheetId, receipt, documents } = useLoaderData<typeof loader>()
  const { reference, round, sealedAt, commitment, index, proof, published } = receipt
  const facts = [
    { term: t('jury.proof.file'), value: <Reference>{reference}</Reference> },
    { term: t('jury.receipt.at'), value: <Time at={sealedAt} zone /> },
    { term: t('jury.receipt.round'), value: <bdi>{round}</bdi> },
    { term: t('jury.receipt.commitment'), value: <Reference code>{commitment}</Reference> },
    { term: t('jury.proof.index'), value: <bdi>{format.number(index)}</bdi> },
  ]
  return (
    <>
      <PageTitle
        title={t('jury.proof.title')}
        lead={t('jury.proof.lead')}
        crumbs={[{ href: paths.scoreSheet(locale, sheetId), label: t('jury.proof.back') }]}
      />
      <div className="wrap wrap--end">
        <SummaryList facts={facts} />
        <div className="acts">
          <ButtonLink
            href={paths.sheetReceiptFile(locale, sheetId)}
            download
            icon="download"
            variant="primary"
          >
            {t('jury.proof.download')}
          </ButtonLink>
        </div>
        <DocumentLinks documents={documents} />
        <Section title={t('jury.proof.inLog')}>
          {proof === null ? (
            <Banner kind="info">{t('jury.proof.awaiting')}</Banner>
          ) : (
            <>
              <p>{t('jury.proof.covered', { size: proof.size })}</p>
              <pre className="api" tabIndex={0}>
                {proof.note}
              </pre>
              <details className="fold">
                <summary>{t('jury.proof.path')}</summary>
                <ol>
                  {proof.path.map((hash) => (
                    <li key={hash}>
                      <Reference code>{hash}</Reference>
                    </li>
                  ))}
                </ol>
              </details>
              <p>{t('jury.proof.check')}</p>
              <pre className="api" tabIndex={0}>
                {`node imtiyaz-verify.mjs --receipt imtiyaz-${reference}-${commitment.slice(0, 12)}.json`}
              </pre>
              <div className="acts">
                <ButtonLink href={paths.logInclusion(index)} download icon="download" size="small">
                  {t('jury.proof.inclusion')}
                </ButtonLink>
                <ButtonLink href={paths.verifier()} download icon="download" size="small">
                  {t('jury.proof.verifier')}
                </ButtonLink>
              </div>
            </>
          )}
        </Section>
        <ReceiptPublished published={published} />
        <Section title={t('jury.proof.keep')}>
          <ul className="stack stack--tight">
            {(['1', '2', '3'] as const).map((line) => (
              <li key={line}>{t(`jury.proof.keeping.${line}`)}</li>
            ))}
          </ul>
          <div className="acts acts--after">
            <Link className="link" href={paths.log(locale)}>
              {t('jury.proof.log')}
            </Link>
          </div>
        </Section>
      </div>
    </>
  )
}
