import type { ComplaintOutcome } from '#app/domain/complaint/complaint.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Time } from '../primitives/time.tsx'
import { Written } from '../primitives/written.tsx'

export type ExchangeShown = {
  readonly text: string
  readonly filedAt: number
  readonly reopenText: string | null
  readonly reopenedAt: number | null
  readonly answers: readonly {
    readonly round: number
    readonly outcome: ComplaintOutcome
    readonly answer: string
    readonly answeredAt: number
  }[]
}

function Said({ title, at, children }: { title: string; at: number; children: string }) {
  return (
    <section className="answer">
      <h2 className="h-sec">{title}</h2>
      <small className="muted">
        <Time at={at} style="long" />
      </small>
      <Written>{children}</Written>
    </section>
  )
}

/** All that was written on both sides, in its order: the text, its answer, the reopening, the last answer. */
export function Exchange({ of }: { of: ExchangeShown }) {
  const t = useT()
  const answered = (round: number) =>
    of.answers
      .filter((one) => one.round === round)
      .map(({ outcome, answer, answeredAt }) => (
        <Said key={round} title={t(`complaint.outcome.${outcome}`)} at={answeredAt}>
          {answer}
        </Said>
      ))
  return (
    <>
      <Said title={t('complaint.written')} at={of.filedAt}>
        {of.text}
      </Said>
      {answered(1)}
      {of.reopenText === null || of.reopenedAt === null ? null : (
        <Said title={t('complaint.reopening')} at={of.reopenedAt}>
          {of.reopenText}
        </Said>
      )}
      {answered(2)}
    </>
  )
}
