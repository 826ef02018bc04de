import { assignmentForm, CHANCE_CAPS } from '#app/forms/assignment.form.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { useT } from '#app/i18n/provider.tsx'
import { BoundCheckbox, BoundNumber, BoundRadios, BoundSelect } from '../forms/bound-field.tsx'
import { ZodForm } from '../forms/zod-form.tsx'
import { Button } from '../primitives/button.tsx'

const DEFAULT_SLACK = '2'

/** The settings of a proposal, each with what it does. */
export function ProposalForm({ open, failure }: { open: boolean; failure: FormFailure | undefined }) {
  const t = useT()
  return (
    <details className="fold" open={open}>
      <summary>{t('jury.assignment.propose')}</summary>
      <ZodForm schema={assignmentForm} failure={failure} area="jury">
        <BoundRadios
          name="objective"
          label={t('jury.settings.objective')}
          value="fairest"
          options={(['fairest', 'richest'] as const).map((value) => ({
            value,
            label: t(`jury.settings.${value}`),
            note: t(`jury.settings.${value}Note`),
          }))}
        />
        <div className="assign-pair">
          <BoundNumber
            name="slack"
            label={t('jury.settings.slack')}
            hint={t('jury.settings.slackHint')}
            defaultValue={DEFAULT_SLACK}
          />
          <BoundNumber
            name="newcomers"
            label={t('jury.settings.newcomers')}
            hint={t('jury.settings.newcomersHint')}
            optional
          />
        </div>
        <BoundSelect
          name="chance"
          label={t('jury.settings.chance')}
          hint={t('jury.settings.chanceHint')}
          empty={false}
          defaultValue="none"
          choices={CHANCE_CAPS.map((value) => ({
            value,
            label: value === 'none' ? t('jury.settings.chanceNone') : t('jury.settings.chanceCap', { value }),
          }))}
        />
        <div className="choices">
          {(['specialist', 'relax'] as const).map((name) => (
            <BoundCheckbox
              key={name}
              name={name}
              label={t(`jury.settings.${name}`)}
              note={t(`jury.settings.${name}Note`)}
            />
          ))}
        </div>
        <div>
          <Button variant="primary" name="intent" value="propose" icon="split">
            {t('jury.assignment.propose')}
          </Button>
        </div>
      </ZodForm>
    </details>
  )
}
