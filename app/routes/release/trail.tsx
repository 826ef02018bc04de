import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { useFormat, useLocale, useT } from '#app/i18n/provider.tsx'
import { openTrail } from '#app/services/audit/open-trail.ts'
import { FilterBar } from '#app/ui/patterns/filter-bar.tsx'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { Reference } from '#app/ui/primitives/reference.tsx'
import { Select } from '#app/ui/primitives/select.tsx'
import { actName } from '#app/ui/release/act-name.ts'
import { Checkpoints } from '#app/ui/release/checkpoints.tsx'
import { TrailTable } from '#app/ui/release/trail-table.tsx'
import { Section, WorkTitle } from '#app/ui/shells/page-title.tsx'

export const handle = { title: 'results.trail.title' }

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const { searchParams } = new URL(args.request.url)
  const [act, before] = [searchParams.get('act') ?? '', searchParams.get('before') ?? '']
  const trail = found(
    await openTrail(args.context.app, actor, {
      campaignId,
      act: /^[A-Za-z]{1,60}$/.test(act) ? act : null,
      before: /^\d{1,15}$/.test(before) ? Number(before) : null,
    }),
  )
  const { award, year, rows, acts, next, size, holds, breaches } = trail
  const checkpoints = trail.checkpoints.map((one) => one.note)
  return { campaignId, act, award, year, rows, acts, next, size, holds, breaches, checkpoints }
}

export default function Trail() {
  const t = useT()
  const locale = useLocale()
  const format = useFormat()
  const page = useLoaderData<typeof loader>()
  const { campaignId, act, rows, acts, next, holds, breaches } = page
  const state = holds === null ? 'none' : holds ? 'holds' : 'broken'
  return (
    <>
      <WorkTitle
        title={t('results.trail.title')}
        meta={
          <span>
            <LocalizedText text={page.award} /> <bdi>{page.year}</bdi>
          </span>
        }
        crumbs={[{ href: paths.releaseArea(locale), label: t('results.home.title') }]}
      />
      <div className="work">
        <Banner kind={state === 'holds' ? 'ok' : state === 'none' ? 'info' : 'bad'}>
          {t(`results.trail.state.${state}`, { size: page.size })}
        </Banner>
        <Banner kind="info">{t('results.trail.watched')}</Banner>
        <Section title={t('results.trail.separation')}>
          {breaches.length === 0 ? <p>{t('results.trail.apart')}</p> : null}
          <ul>
            {breaches.map(({ person, hands }) => (
              <li key={person}>
                <bdi>{person}</bdi> <Reference code>{hands.join(' + ')}</Reference>
              </li>
            ))}
          </ul>
        </Section>
        <Section title={t('results.trail.matrix')}>
          <p>{t('results.trail.matrixWhat')}</p>
          <p className="acts acts--after">
            <Link className="link" href={paths.matrix(locale, campaignId)} download>
              {t('results.trail.matrixFile')}
            </Link>
          </p>
          <p>{t('results.trail.matrixCheck')}</p>
          <pre className="api" tabIndex={0}>
            node imtiyaz-verify.mjs bundle.json --matrix imtiyaz-matrix.json
          </pre>
        </Section>
        <Section title={t('results.trail.checkpoints')}>
          <Checkpoints notes={page.checkpoints} />
          <p>{t('results.trail.logWhat')}</p>
          <p className="acts acts--after">
            <Link className="link" href={paths.wholeLog(locale, campaignId)} download>
              {t('results.trail.logFile')}
            </Link>
          </p>
          <pre className="api" tabIndex={0}>
            node imtiyaz-verify.mjs --log imtiyaz-whole-log.jsonl
          </pre>
        </Section>
        <Section title={t('results.trail.entries')}>
          <FilterBar action={paths.trail(locale, campaignId)}>
            <Select
              name="act"
              label={t('results.trail.act')}
              empty={t('results.trail.every')}
              choices={acts
                .map((value) => ({ value, label: actName(t, value) }))
                .sort((a, b) => format.compare(a.label, b.label))}
              defaultValue={act}
            />
          </FilterBar>
          <TrailTable rows={rows} />
          {next === null ? null : (
            <p>
              <Link className="link" rel="next" href={paths.trail(locale, campaignId, { act, before: next })}>
                {t('results.trail.older')}
              </Link>
            </p>
          )}
        </Section>
      </div>
    </>
  )
}
