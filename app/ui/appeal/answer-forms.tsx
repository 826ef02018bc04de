import { APPEAL_OUTCOMES, APPEAL_REASONS } from '#app/domain/nomination/appeal-answer.ts'
import { appealAnswerForm, appealSettleForm } from '#app/forms/appeal.form.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { useT } from '#app/i18n/provider.tsx'
import { BoundCheckboxes, BoundRadios, BoundTextArea } from '../forms/bound-field.tsx'
import { ZodForm } from '../forms/zod-form.tsx'
import { Button } from '../primitives/button.tsx'

type Failed = { failure: FormFailure | undefined }

/** The first hand: an outcome, its coded reasons, and the answer as the applicant will read it. */
export function ProposeAnswer({ failure }: Failed) {
  const t = useT()
  return (
    <section className="stack">
      <h2 className="h-sec">{t('appeal.propose.title')}</h2>
      <p>{t('appeal.propose.lead')}</p>
      <ZodForm schema={appealAnswerForm} failure={failure} area="appeal">
        <BoundRadios
          name="outcome"
          label={t('appeal.propose.outcome')}
          options={APPEAL_OUTCOMES.map((value) => ({
            value,
            label: t(`appeal.outcome.${value}`),
            note: t(`appeal.outcomeNote.${value}`),
          }))}
        />
        <BoundCheckboxes
          name="reasons"
          label={t('appeal.propose.reasons')}
          hint={t('appeal.propose.reasonsHint')}
          options={APPEAL_OUTCOMES.flatMap((outcome) =>
            APPEAL_REASONS[outcome].map((value) => ({
              value,
              label: t(`appeal.reasons.${value}`),
              note: t(`appeal.outcome.${outcome}`),
            })),
          )}
        />
        <BoundTextArea
          name="answer"
          label={t('appeal.propose.answer')}
          hint={t('appeal.propose.answerHint')}
          rows={10}
        />
        <Button variant="primary">{t('appeal.propose.send')}</Button>
      </ZodForm>
    </section>
  )
}

/** The second hand: validates the answer that is shown above, or gives it back with a note. */
export function SettleAnswer({ answerId, failure }: Failed & { answerId: string }) {
  const t = useT()
  return (
    <section className="stack">
      <h2 className="h-sec">{t('appeal.settle.title')}</h2>
      <p>{t('appeal.settle.lead')}</p>
      <ZodForm schema={appealSettleForm} failure={failure} area="appeal">
        <input type="hidden" name="answerId" value={answerId} />
        <BoundTextArea
          name="note"
          label={t('appeal.settle.note')}
          hint={t('appeal.settle.noteHint')}
          optional
        />
        <div className="acts">
          <Button variant="primary" name="intent" value="validate" icon="check">
            {t('appeal.settle.validate')}
          </Button>
          <Button name="intent" value="return" icon="undo">
            {t('appeal.settle.return')}
          </Button>
        </div>
      </ZodForm>
    </section>
  )
}
