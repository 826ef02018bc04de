import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { adoptForm } from '#app/forms/campaign.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { campaignSetup } from '#app/queries/organiser/campaign-setup.ts'
import { adoptRegulation } from '#app/services/campaign/adopt-regulation.ts'
import { failureOf } from '#app/ui/organiser/act-form.tsx'
import { AdoptPanel } from '#app/ui/organiser/adopt-panel.tsx'
import { BlockerList } from '#app/ui/organiser/blocker-list.tsx'
import { CampaignTitle } from '#app/ui/organiser/campaign-title.tsx'
import { SetupTasks } from '#app/ui/organiser/setup-list.tsx'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { ButtonLink } from '#app/ui/primitives/button.tsx'
import { Phrase } from '#app/ui/primitives/phrase.tsx'
import { Reference } from '#app/ui/primitives/reference.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const { head, regulation, adopted, blockers } = found(
    await campaignSetup(args.context.app, actor, campaignId),
  )
  return {
    head,
    adopted,
    blockers,
    categories: regulation.categories.map(({ code, name }) => ({ code, name })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const parsed = await parseForm(args.request, adoptForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { version } = parsed.value
  const result = await adoptRegulation(args.context.app, actor, { campaignId, version })
  return respond(result, { to: paths.campaignSetup(locale, campaignId), flash: 'campaign.flash.adopted' })
}

export const handle = { title: 'campaign.setup.title' }

export default function Setup() {
  const t = useT()
  const locale = useLocale()
  const { head, adopted, blockers, categories } = useLoaderData<typeof loader>()
  const failure = failureOf(useActionData())
  const { can } = head
  const next = can.open ? (
    <ButtonLink variant="primary" href={paths.campaignOpening(locale, head.id)}>
      {t('campaign.setup.open')}
    </ButtonLink>
  ) : can.extend ? (
    <ButtonLink href={paths.campaignExtension(locale, head.id)}>{t('campaign.setup.extend')}</ButtonLink>
  ) : null
  return (
    <>
      <CampaignTitle head={head} title={t('campaign.setup.title')} aside={next} />
      <div className="work">
        {can.edit ? null : (
          <Banner kind="info">
            {t('campaign.setup.frozen')}{' '}
            <Phrase
              k="common.pair.labelled"
              values={{ label: t('campaign.setup.hash') }}
              parts={{ value: <Reference code>{head.regulationHash ?? ''}</Reference> }}
            />
          </Banner>
        )}
        {can.edit ? (
          <section className="blk">
            <header>
              <h2>{t('campaign.setup.blockers')}</h2>
            </header>
            {blockers.length === 0 ? (
              <Banner kind="ok">{t('campaign.setup.ready')}</Banner>
            ) : (
              <BlockerList campaignId={head.id} blockers={blockers} />
            )}
          </section>
        ) : null}
        <SetupTasks campaignId={head.id} categories={categories} blockers={blockers} />
        {can.adopt ? <AdoptPanel adopted={adopted} version={head.version} failure={failure} /> : null}
      </div>
    </>
  )
}
