import type { Rubric } from '#app/domain/campaign/regulation.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'

/** What decides besides weights, in words: thresholds, ranges brought together, criteria left out. */
export function RubricRulesRead({ rubric }: { rubric: Rubric }) {
  const t = useT()
  const format = useFormat()
  const say = (name: string, values: Readonly<Record<string, string>> = {}): string =>
    t(`public.categories.rules.${name}`, values)
  const { totalThreshold: total, criteria, ranges, missingPolicy } = rubric
  const lines = [
    ...(ranges === 'normalised' ? [say('normalised')] : []),
    ...(criteria.some(({ threshold }) => threshold !== null) ? [say('single')] : []),
    ...(total === undefined ? [] : [say('total', { value: format.decimal(total) })]),
    say(`missing.${missingPolicy}`),
  ]
  return (
    <div>
      <h3>{say('title')}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
