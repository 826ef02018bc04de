import { recusalForm } from '#app/forms/assignment.form.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { useT } from '#app/i18n/provider.tsx'
import { BoundSelect, BoundText } from '../forms/bound-field.tsx'
import { ZodForm } from '../forms/zod-form.tsx'
import { Button } from '../primitives/button.tsx'

type Props = {
  seats: readonly { readonly id: string; readonly name: string }[]
  failure: FormFailure | undefined
}
const GROUNDS = ['employment', 'supervision', 'contract', 'family', 'other'] as const

/** A recusal recorded by the secretariat: a member, a file by its reference, and the kind of tie. */
export function RecusalForm({ seats, failure }: Props) {
  const t = useT()
  return (
    <ZodForm schema={recusalForm} failure={failure} area="jury">
      <h2>{t('jury.recusals.record')}</h2>
      <p>{t('jury.recusals.pinned')}</p>
      <BoundSelect
        name="seatId"
        label={t('work.heat.juror')}
        choices={seats.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <BoundText name="reference" label={t('jury.files.reference')} look="code" />
      <BoundSelect
        name="ground"
        label={t('jury.interests.kind')}
        choices={GROUNDS.map((value) => ({ value, label: t(`jury.interests.kinds.${value}`) }))}
      />
      <Button variant="danger" name="intent" value="pin">
        {t('jury.recusals.recuse')}
      </Button>
    </ZodForm>
  )
}
