import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { shownIn } from '#app/i18n/french-typography.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { progress } from '#app/queries/chair/progress.ts'
import { JuryPage } from '#app/ui/jury/jury-page.tsx'
import { ShortFiles } from '#app/ui/jury/short-files.tsx'
import { EmptyState } from '#app/ui/patterns/empty-state.tsx'
import { HeatMap } from '#app/ui/patterns/heat-map.tsx'
import { HiddenBecause } from '#app/ui/patterns/hidden-because.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { Table } from '#app/ui/primitives/table.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  localeOf(args.params)
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const after = new URL(args.request.url).searchParams.get('after')
  return found(await progress(args.context.app, actor, { campaignId, after }))
}

export const handle = { title: 'jury.progress.title' }

export default function Progress() {
  const t = useT()
  const locale = useLocale()
  const { campaignId, campaign, jurors, page, closed, presides, short, hidesOwn } =
    useLoaderData<typeof loader>()
  const nameOf = (juror: (typeof jurors)[number]): string =>
    juror.name ?? shownIn(juror.label, locale)?.text ?? juror.seatId
  const rows = jurors.map((juror, at) => ({
    key: juror.seatId,
    name: nameOf(juror),
    done: juror.sealed,
    total: juror.assigned,
    cells: page.rows.map((file) => {
      const cell = file.cells[at]
      const state = cell?.state ?? 'notAssigned'
      if (!cell?.sheetId) return { state }
      const of = t('common.pair.named', { name: nameOf(juror), detail: file.reference })
      return { state, link: { href: paths.reopenSheet(locale, cell.sheetId), of } }
    }),
  }))
  return (
    <>
      <WorkTitle title={t('jury.progress.title')} meta={<LocalizedText text={campaign} />} />
      <JuryPage>
        {closed ? null : <HiddenBecause reason="phase">{t('jury.progress.noScores')}</HiddenBecause>}
        {hidesOwn ? <HiddenBecause reason="ownBody" /> : null}
        <p className="chips">
          <Link href={paths.juryFlags(locale, campaignId)}>{t('jury.flags.title')}</Link>
          {presides && closed ? (
            <Link href={paths.juryFigures(locale, campaignId)}>{t('figures.jury.title')}</Link>
          ) : null}
        </p>
        {presides ? <p>{t('jury.progress.reopenHint')}</p> : null}
        {page.rows.length === 0 || jurors.length === 0 ? (
          <EmptyState title={t('jury.progress.none')} />
        ) : (
          <HeatMap
            csvHref={paths.juryProgressFile(locale, campaignId)}
            rows={rows}
            columns={page.rows.map((file) => ({
              key: file.nominationId,
              name: file.reference.replace(/^.*-0*/, ''),
              sheets: file.sealed,
              few: file.few,
            }))}
          />
        )}
        {page.next === null ? null : (
          <p className="chips">
            <Link
              className="link"
              href={paths.juryProgress(locale, campaignId, page.next)}
              iconEnd="arrow-right"
            >
              {t('common.action.next')}
            </Link>
          </p>
        )}
        <ShortFiles short={short} />
        <Table
          caption={t('jury.progress.byJuror')}
          rows={jurors}
          rowKey={(juror) => juror.seatId}
          columns={[
            { key: 'name', header: t('work.heat.juror'), cell: (juror) => <bdi>{nameOf(juror)}</bdi> },
            ...(['assigned', 'sealed', 'started'] as const).map((key) => ({
              key,
              header: t(`jury.progress.column.${key}`),
              numeric: true,
              cell: (juror: (typeof jurors)[number]) => juror[key],
            })),
            {
              key: 'missing',
              header: t(`jury.progress.column.${closed ? 'late' : 'toScore'}`),
              numeric: true,
              cell: (juror) => Math.max(0, juror.assigned - juror.sealed - (closed ? 0 : juror.started)),
            },
          ]}
        />
      </JuryPage>
    </>
  )
}
