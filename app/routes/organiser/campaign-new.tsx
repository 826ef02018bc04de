import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { prepareCampaignForm } from '#app/forms/campaign.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, notFound, respond } from '#app/http/respond.server.ts'
import { instantOfWall } from '#app/i18n/legal-instant.ts'
import { useT } from '#app/i18n/provider.tsx'
import { myCampaigns } from '#app/queries/organiser/campaigns.ts'
import { prepareCampaign } from '#app/services/campaign/prepare-campaign.ts'
import { BoundNumber, BoundSelect, BoundText } from '#app/ui/forms/bound-field.tsx'
import { ZodForm } from '#app/ui/forms/zod-form.tsx'
import { failureOf } from '#app/ui/organiser/act-form.tsx'
import { WallTimeInput } from '#app/ui/organiser/wall-time-input.tsx'
import { Button } from '#app/ui/primitives/button.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const screen = found(await myCampaigns(args.context.app, actor))
  if (!screen.mayPrepare) throw notFound()
  return { sources: screen.campaigns.map(({ id, slug, year }) => ({ id, slug, year })) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const parsed = await parseForm(args.request, prepareCampaignForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { source, opensAt, editionNumber, ...start } = parsed.value
  const result = await prepareCampaign(args.context.app, actor, {
    ...start,
    editionNumber: editionNumber ?? null,
    opensAt: instantOfWall(opensAt),
    source: source === 'template' ? source : { campaignId: source },
  })
  return respond(result, {
    to: ({ campaignId }) => paths.campaignSetup(locale, campaignId),
    flash: 'campaign.flash.prepared',
    typed: parsed.typed,
  })
}

export const handle = { title: 'campaign.prepare.title' }

export default function CampaignNew() {
  const t = useT()
  const { sources } = useLoaderData<typeof loader>()
  const failure = failureOf(useActionData())
  const choices = [
    { value: 'template', label: t('campaign.prepare.template') },
    ...sources.map(({ id, slug, year }) => ({
      value: id,
      label: `${t('campaign.edition', { year: String(year) })} (${slug})`,
    })),
  ]
  return (
    <>
      <WorkTitle
        title={t('campaign.prepare.title')}
        crumbs={[{ href: paths.organiserHome(t.locale), label: t('campaign.nav.campaigns') }]}
      />
      <div className="work">
        <p className="lead">{t('campaign.prepare.lead')}</p>
        <ZodForm schema={prepareCampaignForm} failure={failure} area="campaign">
          <BoundSelect
            name="source"
            label={t('campaign.prepare.source')}
            hint={t('campaign.prepare.sourceHint')}
            choices={choices}
            empty={false}
            defaultValue="template"
          />
          <BoundNumber name="year" label={t('campaign.prepare.year')} />
          <BoundNumber name="editionNumber" label={t('campaign.prepare.editionNumber')} optional />
          <BoundText
            name="slug"
            look="code"
            label={t('campaign.prepare.slug')}
            hint={t('campaign.prepare.slugHint')}
          />
          <WallTimeInput name="opensAt" label={t('campaign.prepare.opensAt')} />
          <Button variant="primary">{t('campaign.prepare.submit')}</Button>
        </ZodForm>
      </div>
    </>
  )
}
