import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { chairFigures } from '#app/queries/chair/figures.ts'
import { CategoryFigures } from '#app/ui/deliberation/category-figures.tsx'
import { PanelFigures } from '#app/ui/deliberation/panel-figures.tsx'
import { JuryPage } from '#app/ui/jury/jury-page.tsx'
import { CsvLink } from '#app/ui/patterns/numbers.tsx'
import { HiddenBecause } from '#app/ui/patterns/hidden-because.tsx'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  return found(await chairFigures(args.context.app, actor, campaignId))
}

export const handle = { title: 'figures.jury.title' }

export default function Figures() {
  const t = useT()
  const locale = useLocale()
  const { campaignId, campaign, categories, hidesOwn } = useLoaderData<typeof loader>()
  return (
    <>
      <WorkTitle
        title={t('figures.jury.title')}
        meta={<LocalizedText text={campaign} />}
        aside={<CsvLink of={t('figures.jury.title')} href={paths.juryFiguresFile(locale, campaignId)} />}
      />
      <JuryPage>
        <Banner kind="info">{t('figures.jury.secrecy')}</Banner>
        {hidesOwn ? <HiddenBecause reason="ownCategory" /> : null}
        {categories.map((category) => (
          <CategoryFigures key={category.code} category={category}>
            <PanelFigures
              panel={category.figures?.panel ?? null}
              fileOf={(figure) => paths.juryFiguresFile(locale, campaignId, figure)}
            />
          </CategoryFigures>
        ))}
      </JuryPage>
    </>
  )
}
