import { Form } from '@remix-run/react'
import { CHANCE_CAPS } from '#app/forms/assignment.form.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'
import { ChoiceRow } from '../primitives/choice-row.tsx'
import { NumberInput } from '../primitives/number-input.tsx'
import { Radios } from '../primitives/radios.tsx'
import { Select } from '../primitives/select.tsx'

const DEFAULT_SLACK = '2'

/** The settings of a proposal, each with what it does. */
export function ProposalForm({ open }: { open: boolean }) {
  const t = useT()
  return (
    <details className="fold" open={open}>
      <summary>{t('jury.assignment.propose')}</summary>
      <Form method="post" className="assign-form">
        <Radios
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
          <NumberInput
            name="slack"
            label={t('jury.settings.slack')}
            hint={t('jury.settings.slackHint')}
            defaultValue={DEFAULT_SLACK}
          />
          <NumberInput
            name="newcomers"
            label={t('jury.settings.newcomers')}
            hint={t('jury.settings.newcomersHint')}
            optional
          />
        </div>
        <Select
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
            <ChoiceRow
              key={name}
              kind="checkbox"
              id={`proposal-${name}`}
              name={name}
              value="on"
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
      </Form>
    </details>
  )
}
