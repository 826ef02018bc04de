import { useLocale } from '#app/i18n/provider.tsx'

/** For the eye only: the exact text stands beside the plot. */
const position = (text: string, rtl: boolean): number => {
  const [p = '0', q = '1'] = text.split('/')
  const share = Math.max(0, Math.min(100, Number(p) / Number(q)))
  return Math.round((rtl ? 100 - share : share) * 100) / 100
}

/** Official score and the scores of the single sheets on an axis from 0 to 100; no name, no interval. */
export function SpreadPlot({
  score,
  spread,
  threshold,
}: {
  score: string
  spread: readonly string[]
  threshold: string | null
}) {
  const rtl = useLocale() === 'ar'
  const x = (text: string): string => `${position(text, rtl)}%`
  return (
    <svg className="plot" aria-hidden="true">
      <line className="plot-line" x1="0%" x2="100%" y1="26" y2="26" />
      {threshold === null ? null : (
        <line className="plot-threshold" x1={x(threshold)} x2={x(threshold)} y1="0" y2="52" />
      )}
      {score === '' ? null : <circle className="plot-dot" cx={x(score)} cy="26" r="7" />}
      {spread.map((one, at) => (
        <rect key={at} className="plot-tick" x={x(one)} y="37" width="2" height="8" />
      ))}
    </svg>
  )
}
