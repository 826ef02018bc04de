import type { Rubric } from '#app/domain/campaign/regulation.ts'
import { numberText } from '#app/domain/campaign/weights.ts'
import { totalRange } from '#app/domain/scoring/score-range.ts'
import { useFormat, useT } from '#app/i18n/provider.tsx'
import { BoundCheckbox, BoundNumber, BoundRadios, BoundText } from '../forms/bound-field.tsx'

/** What holds for all criteria together: ranges, criteria left out, the threshold on the total, comments. */
export function RubricRules({ rubric }: { rubric: Rubric }) {
  const t = useT()
  const format = useFormat()
  const range = totalRange(rubric)
  const label = (name: string): string => t(`campaign.rubric.rules.${name}`)
  return (
    <fieldset className="sheet stack">
      <legend className="h-sm">{label('title')}</legend>
      <BoundCheckbox
        name="normalised"
        label={label('normalised')}
        note={label('normalisedNote')}
        checked={rubric.ranges === 'normalised'}
      />
      <BoundNumber
        name="totalThreshold"
        decimals
        optional
        label={label('total')}
        hint={
          range === null
            ? label('totalNote')
            : `${label('totalNote')} ${t('campaign.rubric.rules.totalBetween', {
                low: format.decimal(numberText(range.low)),
                high: format.decimal(numberText(range.high)),
              })}`
        }
        defaultValue={rubric.totalThreshold ?? ''}
      />
      <BoundRadios
        name="missingPolicy"
        label={label('missing')}
        value={rubric.missingPolicy}
        options={(['exclude_sheet', 'renormalise'] as const).map((value) => ({
          value,
          label: t(`common.scale.missing.${value}`),
          note: t(`campaign.rubric.rules.missingNote.${value}`),
        }))}
      />
      <BoundText
        name="commentRequiredAt"
        look="short"
        dir="ltr"
        label={label('commentAt')}
        hint={label('commentAtNote')}
        defaultValue={rubric.commentRequiredAt.join(', ')}
      />
    </fieldset>
  )
}
