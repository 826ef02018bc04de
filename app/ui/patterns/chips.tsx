import { useT } from '#app/i18n/provider.tsx'
import { Icon } from '../primitives/icon.tsx'
import { Link } from '../primitives/link.tsx'

export type AppliedFilter = { readonly name: string; readonly removeHref: string }

/** The count first, in bold; then what narrows it, each removable. */
export function AppliedFilters({
  count,
  filters,
  clearHref,
}: {
  count: string
  filters: readonly AppliedFilter[]
  clearHref: string
}) {
  const t = useT()
  return (
    <div className="chips" role="status">
      <strong>{count}</strong>
      {filters.map((filter) => (
        <Link
          key={filter.removeHref}
          className="chip"
          href={filter.removeHref}
          aria-label={t('common.filter.remove', { name: filter.name })}
        >
          <bdi>{filter.name}</bdi>
          <Icon name="x" />
        </Link>
      ))}
      {filters.length === 0 ? null : <Link href={clearHref}>{t('common.action.clearAll')}</Link>}
    </div>
  )
}
