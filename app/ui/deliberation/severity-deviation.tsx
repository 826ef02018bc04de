import { useFormat, useT } from '#app/i18n/provider.tsx'

/** How far the severities of the members scatter, in points; nought is an answer of its own (scoring rules, section 2.5). */
export function SeverityDeviation({ deviation }: { deviation: number }) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      {deviation === 0
        ? t('figures.severity.none')
        : t('figures.severity.room', { deviation: format.number(deviation, 1) })}
    </>
  )
}
