import { useT } from '#app/i18n/provider.tsx'
import { Mark } from '../motif/mark.tsx'
import { Link } from '../primitives/link.tsx'

/** The mark and the two names, of equal rank. `awardName` comes from the campaign; the catalogue's is a default. */
export function Brand({
  href,
  size = 46,
  awardName,
  sub = true,
}: {
  href: string
  size?: number
  awardName?: string
  sub?: boolean
}) {
  const t = useT()
  return (
    <Link className="brand" href={href}>
      <Mark size={size} />
      <span className="brand__words">
        <b className="brand__name">
          <span lang="fr">Imtiyaz</span>{' '}
          <span lang="ar" dir="rtl">
            امتياز
          </span>
        </b>
        {sub ? <small className="brand__sub">{awardName ?? t('common.site.award')}</small> : null}
      </span>
    </Link>
  )
}
