import { PRIZE_TYPES, type PrizeSlotRule } from '#app/domain/campaign/regulation.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Checkbox } from '../primitives/checkboxes.tsx'
import { NumberInput } from '../primitives/number-input.tsx'
import { Select } from '../primitives/select.tsx'
import { TextInput } from '../primitives/text-input.tsx'
import { type Failure, useTyped } from './act-form.tsx'
import { LocalizedInput } from './localized-input.tsx'

type Props = { index: number; slot: PrizeSlotRule | null; failure: Failure }

/** One prize of a category; the blank one, last, adds a prize. */
export function SlotFields({ index, slot, failure }: Props) {
  const t = useT()
  const { text, ticked, error } = useTyped(failure)
  const at = (name: string): string => `slots.${index}.${name}`
  const label = (name: string): string => t(`campaign.slots.${name}`)
  const types = PRIZE_TYPES.map((value) => ({ value, label: t(`common.prize.${value}`) }))
  return (
    <fieldset className="sheet stack">
      <legend className="h-sm">
        {slot === null ? label('new') : t('campaign.slots.one', { number: index + 1 })}
      </legend>
      {slot === null ? <p className="hint">{label('newHint')}</p> : null}
      <LocalizedInput name={at('label')} label={label('label')} text={slot?.label ?? {}} failure={failure} />
      <TextInput
        name={at('code')}
        look="code"
        label={label('code')}
        defaultValue={text(at('code'), slot?.code)}
        error={error(at('code'))}
      />
      <Select
        name={at('type')}
        label={label('type')}
        choices={types}
        empty={false}
        defaultValue={text(at('type'), slot?.type ?? 'other')}
        error={error(at('type'))}
      />
      <NumberInput
        name={at('advisoryThreshold')}
        label={label('advisoryThreshold')}
        decimals
        optional
        defaultValue={text(at('advisoryThreshold'), slot?.advisoryThreshold ?? '')}
        error={error(at('advisoryThreshold'))}
      />
      <Checkbox
        name={at('mayBeShared')}
        label={label('mayBeShared')}
        checked={ticked(at('mayBeShared'), slot?.mayBeShared)}
      />
      <Checkbox
        name={at('mayBeWithheld')}
        label={label('mayBeWithheld')}
        checked={ticked(at('mayBeWithheld'), slot?.mayBeWithheld ?? true)}
      />
      {slot === null ? null : (
        <Checkbox name={at('remove')} label={label('remove')} checked={ticked(at('remove'))} />
      )}
    </fieldset>
  )
}
