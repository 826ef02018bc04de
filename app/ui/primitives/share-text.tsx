import { useFormat } from '#app/i18n/provider.tsx'

/** A share in percent, number first in both directions. */
export function ShareText({ share }: { share: { readonly percent: string } }) {
  const format = useFormat()
  return (
    <bdi dir="ltr" className="num nowrap">
      {format.decimal(share.percent)}
      {'\u00A0%'}
    </bdi>
  )
}
