import { createContext, type ReactNode, useContext } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { Link } from '../primitives/link.tsx'

/** What the figures of a part of the page are about, where the page has several such parts: a category by its name. */
export const FiguresOf = createContext<string | null>(null)

/** The numbers of a figure, folded below it. A page has many: whoever hears the summary alone hears whose they are. */
export function Numbers({ of, id, children }: { of: string; id?: string; children: ReactNode }) {
  const t = useT()
  const whole = useContext(FiguresOf)
  const label = t('figures.numbers')
  const value = whole === null ? of : t('common.pair.named', { name: of, detail: whole })
  return (
    <details className="numbers" id={id}>
      <summary aria-label={t('common.pair.labelled', { label, value })}>{label}</summary>
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
