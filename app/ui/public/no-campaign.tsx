import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { EmptyState } from '../patterns/empty-state.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { PageTitle } from '../shells/page-title.tsx'

/** Nothing has been opened yet: what will be here, and the results that exist. */
export function NoCampaign({ title }: { title: string }) {
  const t = useT()
  const locale = useLocale()
  return (
    <>
      <PageTitle title={title} />
      <div className="wrap">
        <EmptyState
          title={t('public.noCampaign.title')}
          action={<ButtonLink href={paths.laureates(locale)}>{t('public.home.allLaureates')}</ButtonLink>}
        >
          {t('public.noCampaign.text')}
        </EmptyState>
      </div>
    </>
  )
}
