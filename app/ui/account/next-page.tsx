import { useT } from '#app/i18n/provider.tsx'
import { ButtonLink } from '../primitives/button.tsx'

/** Onward in a list that is read page by page. */
export function NextPage({ href }: { href: string | null }) {
  const t = useT()
  if (href === null) return null
  return (
    <nav aria-label={t('common.pagination.label')}>
      <ButtonLink href={href} iconEnd="chevron-right">
        {t('common.pagination.next')}
      </ButtonLink>
    </nav>
  )
}
