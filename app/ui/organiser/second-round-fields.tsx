import { useT } from '#app/i18n/provider.tsx'
import { BoundNumber } from '../forms/bound-field.tsx'

type Rule = { readonly places: number; readonly firstRoundPercent?: string } | undefined

/** Whether the award has a second round, for how many, and what the first then weighs in the score. */
export function SecondRoundFields({ rule }: { rule: Rule }) {
  const t = useT()
  const label = (name: string): string => t(`campaign.scoring.${name}`)
  return (
    <>
      <BoundNumber
        name="secondRoundPlaces"
        optional
        label={label('secondRoundPlaces')}
        hint={label('secondRoundNote')}
        defaultValue={rule ? String(rule.places) : ''}
      />
      <BoundNumber
        name="firstRoundPercent"
        decimals
        optional
        label={label('firstRoundPercent')}
        hint={label('firstRoundNote')}
        defaultValue={rule?.firstRoundPercent ?? ''}
      />
    </>
  )
}
