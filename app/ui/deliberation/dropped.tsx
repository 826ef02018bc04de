import { useFormat } from '#app/i18n/provider.tsx'
import { Phrase } from '../primitives/phrase.tsx'

/** The share of the resamples that had no value and were left out of an interval (scoring rules, section 3.5). */
export function Dropped({ share }: { share: number | undefined }) {
  const format = useFormat()
  if (share === undefined) return null
  const parts = {
    share: (
      <bdi dir="ltr" className="num">
        {format.percent(share, 1)}
      </bdi>
    ),
  }
  return (
    <p className="hint">
      <Phrase k="figures.dropped" parts={parts} />
    </p>
  )
}
