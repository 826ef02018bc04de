import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { localeOf } from '#app/http/locale.server.ts'
import { readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { notFound } from '#app/http/respond.server.ts'
import { useFormat, useLocale, useT } from '#app/i18n/provider.tsx'
import { publishedEditions } from '#app/queries/public/published.ts'
import { type ResultFile, resultFiles } from '#app/queries/public/result-files.ts'
import { HeldToLog } from '#app/ui/public/held-to-log.tsx'
import { pageHead } from '#app/ui/public/page-head.server.ts'
import { Prose } from '#app/ui/public/prose.tsx'
import { RecomputeHere } from '#app/ui/public/recompute-here.tsx'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { ButtonLink } from '#app/ui/primitives/button.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { Reference } from '#app/ui/primitives/reference.tsx'
import { type Column, Table } from '#app/ui/primitives/table.tsx'
import { PageTitle, Section } from '#app/ui/shells/page-title.tsx'

export async function loader({ request, params, context: { app } }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const { slug } = readParams(params, { slug: 'code' })
  const edition = (await publishedEditions(app.db.public)).find((one) => one.slug === slug)
  if (!edition) throw notFound()
  const { synthetic, hash, snapshot } = edition
  const year = String(snapshot.campaign.year)
  return {
    head: pageHead(request, app.origin, locale, { title: 'common.nav.recompute' }),
    edition: { slug, synthetic, hash, year, regulationHash: snapshot.campaign.regulationHash },
    files: await resultFiles(app.db.public, edition),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? []

export default function Recompute() {
  const t = useT()
  const locale = useLocale()
  const format = useFormat()
  const { edition, files } = useLoaderData<typeof loader>()
  const { slug, year, synthetic, hash } = edition
  const columns: readonly Column<ResultFile>[] = [
    {
      key: 'name',
      header: t('public.recompute.file'),
      cell: ({ name }) => (
        <Link href={paths.bundleFile(slug, name)} download>
          <Reference code>{name}</Reference>
        </Link>
      ),
    },
    {
      key: 'size',
      header: t('public.recompute.size'),
      numeric: true,
      cell: ({ bytes }) => <bdi>{format.fileSize(bytes)}</bdi>,
    },
    { key: 'hash', header: 'SHA-256', cell: ({ sha256 }) => <Reference code>{sha256}</Reference> },
  ]
  return (
    <>
      <PageTitle
        title={t('common.nav.recompute')}
        lead={t('public.edition.name', { year })}
        crumbs={[{ href: paths.edition(locale, slug), label: t('public.edition.name', { year }) }]}
      />
      <div className="wrap">
        {synthetic ? <Banner kind="info">{t('public.edition.replayed')}</Banner> : null}
        <Section title={t('public.recompute.what')}>
          <Prose of="public.recompute.text" count={4} />
        </Section>
        {files.length === 0 ? (
          <Banner kind="info">{t('public.recompute.none')}</Banner>
        ) : (
          <Section
            title={t('public.recompute.files')}
            link={
              <ButtonLink href={paths.bundle(slug)} download icon="download" variant="primary">
                {t('public.recompute.whole')}
              </ButtonLink>
            }
          >
            <Table
              caption={t('public.recompute.files')}
              captionHidden
              columns={columns}
              rows={files}
              rowKey={({ name }) => name}
              narrow="rows"
            />
            <p className="sm hash-line">
              {t('public.edition.hash')} <Reference code>{hash}</Reference>
            </p>
          </Section>
        )}
        <Section
          title={t('public.recompute.run')}
          link={
            <ButtonLink href={paths.verifier()} download icon="download">
              {t('public.recompute.verifier')}
            </ButtonLink>
          }
        >
          {files.length === 0 ? null : (
            <RecomputeHere bundle={paths.bundle(slug)} script={paths.verifierHere()} />
          )}
          <Prose of="public.recompute.how" count={2} />
          <pre className="api" tabIndex={0}>
            {`node imtiyaz-verify.mjs imtiyaz-${slug}-bundle.json`}
          </pre>
          <p>{t('public.recompute.confirms')}</p>
          <Prose of="public.recompute.checks" count={5} list />
          {files.length === 0 ? null : <HeldToLog slug={slug} log={paths.log(locale)} />}
        </Section>
      </div>
    </>
  )
}
