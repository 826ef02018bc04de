import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { phaseForm } from '#app/forms/campaign.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { phaseGate } from '#app/queries/organiser/phase-gate.ts'
import { advancePhase } from '#app/services/campaign/advance-phase.ts'
import { ActForm, failureOf } from '#app/ui/organiser/act-form.tsx'
import { BlockerList } from '#app/ui/organiser/blocker-list.tsx'
import { CampaignTitle } from '#app/ui/organiser/campaign-title.tsx'
import { HiddenBecause } from '#app/ui/patterns/hidden-because.tsx'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { Button } from '#app/ui/primitives/button.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  return found(await phaseGate(args.context.app, actor, campaignId))
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const parsed = await parseForm(args.request, phaseForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const result = await advancePhase(args.context.app, actor, { campaignId, ...parsed.value })
  return respond(result, { to: paths.tower(locale, campaignId), flash: 'campaign.flash.advanced' })
}

export const handle = { title: 'campaign.phase.title' }

export default function PhasePage() {
  const t = useT()
  const { head, exits, hidesOwn } = useLoaderData<typeof loader>()
  const failure = failureOf(useActionData())
  return (
    <>
      <CampaignTitle head={head} title={t('campaign.phase.title')} />
      <div className="work">
        {hidesOwn ? <HiddenBecause reason="ownBody" /> : null}
        {exits.length === 0 ? <Banner kind="info">{t('campaign.phase.none')}</Banner> : null}
        {exits.map(({ to, blockers, may }) => {
          const phase = t(`common.phase.${to}`)
          return (
            <section className="blk" key={to}>
              <header>
                <h2>{t('campaign.phase.question', { phase })}</h2>
              </header>
              {blockers.length === 0 ? (
                <Banner kind="ok">{t('campaign.phase.ready')}</Banner>
              ) : (
                <>
                  <h3>{t('campaign.phase.blocked')}</h3>
                  <BlockerList campaignId={head.id} blockers={blockers} />
                </>
              )}
              {may ? (
                <ActForm failure={failure}>
                  <input type="hidden" name="from" value={head.phase} />
                  <input type="hidden" name="to" value={to} />
                  <div>
                    <Button variant={blockers.length === 0 ? 'primary' : 'default'}>
                      {t('campaign.phase.submit', { phase })}
                    </Button>
                  </div>
                </ActForm>
              ) : (
                <p>{t('campaign.phase.notYours')}</p>
              )}
            </section>
          )
        })}
      </div>
    </>
  )
}
