import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { localeOf } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { publishedCheckpoints } from '#app/queries/public/log.ts'
import { pageHead } from '#app/ui/public/page-head.server.ts'
import { Prose } from '#app/ui/public/prose.tsx'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { ButtonLink } from '#app/ui/primitives/button.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { Reference } from '#app/ui/primitives/reference.tsx'
import { type Column, Table } from '#app/ui/primitives/table.tsx'
import { Time } from '#app/ui/primitives/time.tsx'
import { PageTitle, Section } from '#app/ui/shells/page-title.tsx'

export async function loader({ request, params, context: { app } }: LoaderFunctionArgs) {
  const checkpoints = await publishedCheckpoints(app.db.public)
  return {
    head: pageHead(request, app.origin, localeOf(params), {
      title: 'common.nav.log',
      lead: 'public.log.lead',
    }),
    key: app.signer.verifierKey,
    checkpoints: checkpoints.map(({ size, root, cause, madeAt }) => ({
      size,
      root: Buffer.from(root).toString('base64'),
      cause,
      madeAt,
    })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? []

type Row = Awaited<ReturnType<typeof loader>>['checkpoints'][number]

export default function PublicLog() {
  const t = useT()
  const format = useFormat()
  const { key, checkpoints } = useLoaderData<typeof loader>()
  const columns: readonly Column<Row>[] = [
    {
      key: 'at',
      header: t('public.log.at'),
      cell: ({ madeAt }) => <Time at={madeAt} style="long" zone="offset" />,
    },
    { key: 'cause', header: t('public.log.cause'), cell: ({ cause }) => t(`public.log.causeOf.${cause}`) },
    {
      key: 'size',
      header: t('public.log.size'),
      numeric: true,
      cell: ({ size }) => <bdi>{format.number(size)}</bdi>,
    },
    { key: 'root', header: t('public.log.root'), cell: ({ root }) => <Reference code>{root}</Reference> },
  ]
  return (
    <>
      <PageTitle title={t('common.nav.log')} lead={t('public.log.lead')} />
      <div className="wrap">
        <Section title={t('public.log.what')}>
          <Prose of="public.log.text" count={3} />
        </Section>
        <Section
          title={t('public.log.checkpoints')}
          lead={t('public.calendar.lead')}
          link={
            <ButtonLink href={paths.logFile()} download icon="download" variant="primary">
              {t('public.log.file')}
            </ButtonLink>
          }
        >
          {checkpoints.length === 0 ? (
            <Banner kind="info">{t('public.log.none')}</Banner>
          ) : (
            <Table
              caption={t('public.log.checkpoints')}
              captionHidden
              columns={columns}
              rows={checkpoints}
              rowKey={({ size }) => String(size)}
              narrow="rows"
            />
          )}
          <p className="sm hash-line">
            {t('public.log.key')} <Reference code>{key}</Reference>
          </p>
          <ul className="anchors">
            <li>
              <Link className="link" href={paths.logCheckpoint()}>
                {t('public.log.newest')}
              </Link>
            </li>
            <li>
              <Link className="link" href={paths.logCheckpoints()}>
                {t('public.log.follow')}
              </Link>
            </li>
          </ul>
        </Section>
        <Section
          title={t('public.recompute.run')}
          link={
            <ButtonLink href={paths.verifier()} download icon="download">
              {t('public.recompute.verifier')}
            </ButtonLink>
          }
        >
          <Prose of="public.log.how" count={2} />
          <pre className="api" tabIndex={0}>
            node imtiyaz-verify.mjs --log imtiyaz-log.jsonl --checkpoint checkpoint.txt
          </pre>
        </Section>
      </div>
    </>
  )
}
