import type { ReactNode } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { Time } from '../primitives/time.tsx'

type Props = { title: string; at: number | null; reasons?: readonly string[]; children: ReactNode }

/** What one side wrote, with its instant; an answer begins with its coded reasons. */
export function AppealText({ title, at, reasons = [], children }: Props) {
  const t = useT()
  return (
    <section className="answer">
      <h2 className="h-sec">{title}</h2>
      {at === null ? null : (
        <small className="muted">
          <Time at={at} style="long" zone />
        </small>
      )}
      {reasons.length === 0 ? null : (
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{t(`appeal.reasons.${reason}`)}</li>
          ))}
        </ul>
      )}
      <p dir="auto">{children}</p>
    </section>
  )
}
