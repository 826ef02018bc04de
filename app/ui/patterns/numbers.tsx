import type { ReactNode } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { Link } from '../primitives/link.tsx'

/** The numbers of a figure, folded below it. A page has many: whoever hears the summary alone hears whose they are. */
export function Numbers({ of, id, children }: { of: string; id?: string; children: ReactNode }) {
  const t = useT()
  const label = t('figures.numbers')
  return (
    <details className="numbers" id={id}>
      <summary aria-label={t('common.pair.labelled', { label, value: of })}>{label}</summary>
      {children}
    </details>
  )
}

/** The same numbers as a file, told apart from the files of the other figures. */
export function CsvLink({ of, href }: { of: string; href: string }) {
  const t = useT()
  const label = t('common.chart.csv')
  return (
    <Link href={href} download aria-label={t('common.pair.labelled', { label, value: of })}>
      {label}
    </Link>
  )
}
