import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Result } from '#app/domain/kernel/result.ts'
import { releaseForm } from '#app/forms/release.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { instantOfWall } from '#app/i18n/legal-instant.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { releasePage } from '#app/queries/release/release-page.ts'
import type { Context } from '#app/services/context.ts'
import { cancelCertificates, startCertificates } from '#app/services/documents/certificates.ts'
import { approveRelease } from '#app/services/results/approve-release.ts'
import { cancelRelease } from '#app/services/results/cancel-release.ts'
import { prepareRelease } from '#app/services/results/prepare-release.ts'
import { publishResults } from '#app/services/results/publish-results.ts'
import { scheduleRelease } from '#app/services/results/schedule-release.ts'
import { failureOf, Refusals } from '#app/ui/deliberation/act.tsx'
import { HiddenBecause } from '#app/ui/patterns/hidden-because.tsx'
import { CertificateBatch } from '#app/ui/results/certificate-batch.tsx'
import { GateList } from '#app/ui/results/gate-list.tsx'
import { ReleasePanel, showsPreparation } from '#app/ui/results/release-panel.tsx'
import { SnapshotView } from '#app/ui/results/snapshot-view.tsx'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  return found(await releasePage(args.context.app, actor, campaignId))
}

/** Each button of the page is one act. */
function act(
  app: Context,
  actor: Actor,
  campaignId: string,
  form: z.output<typeof releaseForm>,
): Promise<Result<unknown>> {
  switch (form.intent) {
    case 'prepare':
      return prepareRelease(app, actor, { campaignId, embargoUntil: instantOfWall(form.embargoUntil) })
    case 'approve':
      return approveRelease(app, actor, { releaseId: form.releaseId, snapshotHash: form.snapshotHash })
    case 'schedule':
      return scheduleRelease(app, actor, { releaseId: form.releaseId })
    case 'cancel':
      return cancelRelease(app, actor, { releaseId: form.releaseId })
    case 'publish':
      return publishResults(app, actor, { releaseId: form.releaseId })
    case 'certify':
      return startCertificates(app, actor, { campaignId })
    case 'stop':
      return cancelCertificates(app, actor, { campaignId, batchId: form.batchId })
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const parsed = await parseForm(args.request, releaseForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const result = await act(args.context.app, actor, campaignId, parsed.value)
  const to = paths.release(localeOf(args.params), campaignId)
  return respond(result, { to, flash: `results.flash.${parsed.value.intent}`, typed: parsed.typed })
}

export const handle = { title: 'results.release.title' }

export default function Release() {
  const t = useT()
  const locale = useLocale()
  const page = useLoaderData<typeof loader>()
  const failure = failureOf(useActionData())
  const isPublic = page.release?.state === 'published'
  const isPreparing = failure?.typed['intent'] === 'prepare' && showsPreparation(page)
  return (
    <>
      <WorkTitle
        title={t('results.release.title')}
        crumbs={[{ href: paths.releaseArea(locale), label: t('work.nav.release') }]}
        meta={
          <span>
            <LocalizedText text={page.award} /> <bdi>{page.year}</bdi>
          </span>
        }
      />
      {page.synthetic ? <Banner kind="info">{t('results.release.synthetic')}</Banner> : null}
      <div className="panes panes--right">
        <div>
          <Refusals failure={isPreparing ? undefined : failure} area="results" />
          {page.isApart ? <HiddenBecause reason="ownCategory" /> : null}
          {isPublic || page.isApart ? null : <GateList blockers={page.blockers} />}
          {page.categories === null ? null : (
            <SnapshotView categories={page.categories} isPublic={isPublic} />
          )}
        </div>
        <aside>
          <ReleasePanel page={page} failure={isPreparing ? failure : undefined} />
          <CertificateBatch certificates={page.certificates} />
        </aside>
      </div>
    </>
  )
}
