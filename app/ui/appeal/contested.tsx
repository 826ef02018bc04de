import { useT } from '#app/i18n/provider.tsx'
import { Time } from '../primitives/time.tsx'
import { Written } from '../primitives/written.tsx'

export type ContestedShown = {
  readonly reasons: readonly string[]
  readonly comment: string | null
  readonly at: number | null
}

/** The decision of inadmissibility: when it was notified, its coded reasons, what its clerks added. */
export function Contested({ decision }: { decision: ContestedShown }) {
  const t = useT()
  return (
    <section className="answer">
      <h2 className="h-sec">{t('appeal.contested')}</h2>
      {decision.at === null ? null : (
        <small className="muted">
          <Time at={decision.at} style="long" zone />
        </small>
      )}
      <ul>
        {decision.reasons.map((reason) => (
          <li key={reason}>{t(`secretariat.reasons.${reason}`)}</li>
        ))}
      </ul>
      {decision.comment === null ? null : <Written>{decision.comment}</Written>}
    </section>
  )
}
