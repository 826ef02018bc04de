import { useFormat, useLocale } from '#app/i18n/provider.tsx'

/** A share in percent, number first in both directions; French sets a narrow space before the sign, Arabic none. */
export function ShareText({ share }: { share: { readonly percent: string } }) {
  const format = useFormat()
  const locale = useLocale()
  return (
    <bdi dir="ltr" className="num nowrap">
      {format.decimal(share.percent)}
      {locale === 'fr' || locale === 'zgh' ? '\u202F%' : '%'}
    </bdi>
  )
}
