import type { ComplaintOutcome } from '#app/domain/complaint/complaint.ts'
import { complaintAnswerForm } from '#app/forms/complaint.form.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { useT } from '#app/i18n/provider.tsx'
import { BoundRadios, BoundTextArea } from '../forms/bound-field.tsx'
import { ZodForm } from '../forms/zod-form.tsx'
import { Button } from '../primitives/button.tsx'

type Props = {
  outcomes: readonly ComplaintOutcome[]
  round: number
  failure: FormFailure | undefined
}

/** What the desk concludes and why; sending issues the letter, and nothing of it changes afterwards. */
export function AnswerForm({ outcomes, round, failure }: Props) {
  const t = useT()
  return (
    <section className="stack">
      <h2 className="h-sec">{t('complaint.answer.title')}</h2>
      <p>{t('complaint.answer.lead')}</p>
      <ZodForm schema={complaintAnswerForm} failure={failure} area="complaint" version={round}>
        <BoundRadios
          name="outcome"
          label={t('complaint.answer.outcome')}
          options={outcomes.map((value) => ({
            value,
            label: t(`complaint.outcome.${value}`),
            note: t(`complaint.outcomeNote.${value}`),
          }))}
        />
        <BoundTextArea
          name="answer"
          label={t('complaint.answer.text')}
          hint={t('complaint.answer.textHint')}
          rows={10}
        />
        <Button variant="primary" icon="send">
          {t('complaint.answer.send')}
        </Button>
      </ZodForm>
    </section>
  )
}
