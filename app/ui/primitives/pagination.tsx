import { useFormat, useT } from '#app/i18n/provider.tsx'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'

/** 1 … 4 [5] 6 … 12: the ends, and the neighbours of the current page. */
export const pagesShown = (page: number, pages: number): (number | null)[] => {
  const kept = Array.from({ length: pages }, (_, i) => i + 1).filter(
    (n) => n === 1 || n === pages || Math.abs(n - page) <= 1,
  )
  return kept.flatMap((n, i) => (i > 0 && n - (kept[i - 1] ?? n) > 1 ? [null, n] : [n]))
}

export function Pagination({
  page,
  pages,
  hrefOf,
}: {
  page: number
  pages: number
  hrefOf: (page: number) => string
}) {
  const t = useT()
  const format = useFormat()
  if (pages < 2) return null
  return (
    <nav className="pages" aria-label={t('common.pagination.label')}>
      {page > 1 ? (
        <Link href={hrefOf(page - 1)} rel="prev" aria-label={t('common.pagination.previous')}>
          <Icon name="chevron-left" />
        </Link>
      ) : null}
      {pagesShown(page, pages).map((n, i) =>
        n === null ? (
          <span key={`gap-${i}`} aria-hidden="true">
            …
          </span>
        ) : (
          <Link
            key={n}
            href={hrefOf(n)}
            current={n === page ? 'page' : undefined}
            aria-label={t('common.pagination.page', { number: n })}
          >
            {format.number(n)}
          </Link>
        ),
      )}
      {page < pages ? (
        <Link href={hrefOf(page + 1)} rel="next" aria-label={t('common.pagination.next')}>
          <Icon name="chevron-right" />
        </Link>
      ) : null}
    </nav>
  )
}
