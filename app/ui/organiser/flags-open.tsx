import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Link } from '../primitives/link.tsx'

/** How many flags suspend nominations of the campaign, with the way to them. */
export function FlagsOpen({ campaignId, count }: { campaignId: string; count: number }) {
  const t = useT()
  const locale = useLocale()
  return (
    <Banner kind="wait" title={t('jury.flags.open', { count })}>
      <p>{t('jury.flags.lead')}</p>
      <Link href={paths.juryFlags(locale, campaignId)}>{t('jury.flags.title')}</Link>
    </Banner>
  )
}
