import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { shownIn } from '#app/i18n/french-typography.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { askedWeights } from '#app/queries/organiser/asked-weights.ts'
import { weightSimulation } from '#app/queries/organiser/weight-simulation.ts'
import { CampaignTitle } from '#app/ui/organiser/campaign-title.tsx'
import { SimulationPage } from '#app/ui/organiser/simulation-page.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId, code } = readParams(args.params, { campaignId: 'id', code: 'code' })
  const asked = askedWeights(new URL(args.request.url).searchParams)
  const screen = await weightSimulation(args.context.app, actor, { campaignId, code, typed: asked })
  return { ...found(screen), asked }
}

export const handle = { title: 'campaign.simulation.heading' }

export default function Simulation() {
  const t = useT()
  const locale = useLocale()
  const { head, category, source, draft, typed, asked } = useLoaderData<typeof loader>()
  const name = shownIn(category.name, locale)?.text ?? ''
  return (
    <>
      <CampaignTitle
        head={head}
        title={t('campaign.simulation.title', { name })}
        setup
        via={{
          href: paths.campaignRubric(locale, head.id, category.code),
          label: t('campaign.rubric.title', { name }),
        }}
      />
      <SimulationPage
        {...{ source, draft, typed, asked }}
        action={paths.campaignSimulation(locale, head.id, category.code)}
        csvHref={paths.campaignSimulationFile(locale, head.id, category.code, asked)}
        rubricHref={paths.campaignRubric(locale, head.id, category.code)}
      />
    </>
  )
}
