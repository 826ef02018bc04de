import { PRIZE_TYPES, type PrizeSlotRule } from '#app/domain/campaign/regulation.ts'
import { useT } from '#app/i18n/provider.tsx'
import { BoundCheckbox, BoundNumber, BoundSelect, BoundText } from '../forms/bound-field.tsx'
import { LocalizedInput } from './localized-input.tsx'

/** One prize of a category; the blank one, last, adds a prize. */
export function SlotFields({ index, slot }: { index: number; slot: PrizeSlotRule | null }) {
  const t = useT()
  const at = (name: string): string => `slots.${index}.${name}`
  const label = (name: string): string => t(`campaign.slots.${name}`)
  const types = PRIZE_TYPES.map((value) => ({ value, label: t(`common.prize.${value}`) }))
  return (
    <fieldset className={slot === null ? 'sheet stack while-open' : 'sheet stack'}>
      <legend className="h-sm">
        {slot === null ? label('new') : t('campaign.slots.one', { number: index + 1 })}
      </legend>
      {slot === null ? <p className="hint">{label('newHint')}</p> : null}
      <LocalizedInput name={at('label')} label={label('label')} text={slot?.label ?? {}} />
      <BoundText name={at('code')} look="code" label={label('code')} defaultValue={slot?.code} />
      <BoundSelect
        name={at('type')}
        label={label('type')}
        choices={types}
        empty={false}
        defaultValue={slot?.type ?? 'other'}
      />
      <BoundNumber
        name={at('advisoryThreshold')}
        label={label('advisoryThreshold')}
        decimals
        optional
        defaultValue={slot?.advisoryThreshold ?? ''}
      />
      <BoundCheckbox
        name={at('mayBeShared')}
        label={label('mayBeShared')}
        checked={slot?.mayBeShared ?? false}
      />
      <BoundCheckbox
        name={at('mayBeWithheld')}
        label={label('mayBeWithheld')}
        checked={slot?.mayBeWithheld ?? true}
      />
      {slot === null ? null : (
        <div className="while-open">
          <BoundCheckbox name={at('remove')} label={label('remove')} />
        </div>
      )}
    </fieldset>
  )
}
