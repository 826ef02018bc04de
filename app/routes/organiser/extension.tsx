import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { extensionForm } from '#app/forms/campaign.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, notFound, respond } from '#app/http/respond.server.ts'
import { instantOfWall } from '#app/i18n/legal-instant.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { campaignSetup } from '#app/queries/organiser/campaign-setup.ts'
import { extendDeadline } from '#app/services/campaign/extend-deadline.ts'
import { BoundCheckbox } from '#app/ui/forms/bound-field.tsx'
import { ZodForm } from '#app/ui/forms/zod-form.tsx'
import { failureOf } from '#app/ui/organiser/act-form.tsx'
import { CampaignTitle } from '#app/ui/organiser/campaign-title.tsx'
import { LocalizedInput } from '#app/ui/organiser/localized-input.tsx'
import { WallTimeInput } from '#app/ui/organiser/wall-time-input.tsx'
import { SummaryList } from '#app/ui/patterns/summary-list.tsx'
import { Button, ButtonLink } from '#app/ui/primitives/button.tsx'
import { Time } from '#app/ui/primitives/time.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const { head, regulation } = found(await campaignSetup(args.context.app, actor, campaignId))
  if (!head.can.extend) throw notFound()
  return { head, closesAt: regulation.calendar.nominationsClose }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const parsed = await parseForm(args.request, extensionForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { closesAt, ...asked } = parsed.value
  const request = { campaignId, ...asked, closesAt: instantOfWall(closesAt) }
  const result = await extendDeadline(args.context.app, actor, request)
  return respond(result, {
    to: paths.tower(locale, campaignId),
    flash: 'campaign.flash.extended',
    typed: parsed.typed,
  })
}

export const handle = { title: 'campaign.extension.title' }

export default function Extension() {
  const t = useT()
  const locale = useLocale()
  const { head, closesAt } = useLoaderData<typeof loader>()
  const failure = failureOf(useActionData())
  return (
    <>
      <CampaignTitle head={head} title={t('campaign.extension.title')} />
      <div className="work">
        <p className="lead">{t('campaign.extension.lead')}</p>
        <SummaryList
          facts={[{ term: t('campaign.extension.current'), value: <Time at={closesAt} zone /> }]}
        />
        <ZodForm schema={extensionForm} failure={failure} area="campaign" version={head.version} wide>
          <WallTimeInput name="closesAt" label={t('campaign.extension.closesAt')} at={closesAt} />
          <BoundCheckbox name="moveFollowing" label={t('campaign.extension.moveFollowing')} checked />
          <LocalizedInput
            name="reason"
            label={t('campaign.field.reason')}
            text={{}}
            lines={4}
            others="none"
          />
          <div className="acts">
            <Button variant="primary">{t('campaign.extension.submit')}</Button>
            <ButtonLink href={paths.tower(locale, head.id)}>{t('common.action.back')}</ButtonLink>
          </div>
        </ZodForm>
      </div>
    </>
  )
}
