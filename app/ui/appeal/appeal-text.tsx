import { useT } from '#app/i18n/provider.tsx'
import { Time } from '../primitives/time.tsx'
import { Written } from '../primitives/written.tsx'

type Props = { title: string; at: number | null; reasons?: readonly string[]; children: string }

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
      <Written>{children}</Written>
    </section>
  )
}
