import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { confirmForm } from '#app/forms/campaign.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, notFound, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { campaignSetup } from '#app/queries/organiser/campaign-setup.ts'
import { openCampaign } from '#app/services/campaign/open-campaign.ts'
import { ActForm, failureOf } from '#app/ui/organiser/act-form.tsx'
import { BlockerList } from '#app/ui/organiser/blocker-list.tsx'
import { CampaignTitle } from '#app/ui/organiser/campaign-title.tsx'
import { ConfirmPage } from '#app/ui/patterns/confirm-page.tsx'
import { SummaryList } from '#app/ui/patterns/summary-list.tsx'
import { Button } from '#app/ui/primitives/button.tsx'
import { Time } from '#app/ui/primitives/time.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const { head, regulation, blockers } = found(await campaignSetup(args.context.app, actor, campaignId))
  if (!head.can.open) throw notFound()
  return { head, blockers, closesAt: regulation.calendar.nominationsClose }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const parsed = await parseForm(args.request, confirmForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const result = await openCampaign(args.context.app, actor, { campaignId, ...parsed.value })
  return respond(result, { to: paths.tower(locale, campaignId), flash: 'campaign.flash.opened' })
}

export const handle = { title: 'campaign.opening.title' }

export default function Opening() {
  const t = useT()
  const locale = useLocale()
  const { head, blockers, closesAt } = useLoaderData<typeof loader>()
  const failure = failureOf(useActionData())
  const year = String(head.year)
  return (
    <>
      <CampaignTitle head={head} title={t('campaign.opening.title')} setup />
      <div className="work">
        {blockers.length > 0 ? (
          <section className="blk">
            <header>
              <h2>{t('campaign.opening.blocked')}</h2>
            </header>
            <BlockerList campaignId={head.id} blockers={blockers} />
          </section>
        ) : null}
        <ConfirmPage
          question={t('campaign.opening.question', { year })}
          backHref={paths.campaignSetup(locale, head.id)}
          form={
            <ActForm failure={failure} version={head.version}>
              <Button variant="primary">{t('campaign.opening.submit')}</Button>
            </ActForm>
          }
        >
          <p>{t('campaign.opening.body')}</p>
          <SummaryList
            facts={[{ term: t('campaign.opening.closesAt'), value: <Time at={closesAt} zone /> }]}
          />
        </ConfirmPage>
      </div>
    </>
  )
}
