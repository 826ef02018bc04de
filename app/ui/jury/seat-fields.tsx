import type { Localized } from '#app/domain/kernel/localized.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { seatForm } from '#app/forms/seat.form.ts'
import { useFormat, useLocale, useT } from '#app/i18n/provider.tsx'
import { BoundCheckboxes, BoundSelect, BoundText } from '../forms/bound-field.tsx'
import { ZodForm } from '../forms/zod-form.tsx'
import { Button } from '../primitives/button.tsx'

type Named = { readonly name: string; readonly email: string } | null
type Props = {
  seat: {
    readonly version: number
    readonly holder: Named
    readonly alternate: Named
    readonly institution: { readonly id: string } | null
    readonly categories: readonly string[]
  }
  institutions: readonly { readonly id: string; readonly name: Localized }[]
  categories: readonly { readonly code: string; readonly name: Localized }[]
  failure: FormFailure | undefined
}

/** Who is named for the seat, for which institution, for which categories. */
export function SeatFields({ seat, institutions, categories, failure }: Props) {
  const t = useT()
  const locale = useLocale()
  const format = useFormat()
  const nameOf = (name: Localized): string => shownIn(name, locale)?.text ?? ''
  const bodies = institutions
    .map(({ id, name }) => ({ value: id, label: nameOf(name) }))
    .sort((a, b) => format.compare(a.label, b.label))
  return (
    <ZodForm schema={seatForm} failure={failure} area="jury.seats" version={seat.version}>
      {(['holder', 'alternate'] as const).map((place) => (
        <fieldset key={place} className="named-seat">
          <legend className="h-sm">{t(`jury.seats.${place}`)}</legend>
          <BoundText
            name={`${place}Name`}
            label={t('jury.seats.name')}
            optional
            defaultValue={seat[place]?.name}
          />
          <BoundText
            name={`${place}Email`}
            type="email"
            label={t('jury.seats.email')}
            optional
            defaultValue={seat[place]?.email}
          />
        </fieldset>
      ))}
      <BoundSelect
        name="institutionId"
        label={t('jury.seats.institution')}
        hint={t('jury.seats.institutionHint')}
        optional
        defaultValue={seat.institution?.id}
        choices={bodies}
      />
      <BoundCheckboxes
        name="categories"
        label={t('jury.seats.categories')}
        hint={t('jury.seats.categoriesHint')}
        optional
        values={seat.categories}
        options={categories.map(({ code, name }) => ({ value: code, label: nameOf(name) }))}
      />
      <Button name="intent" value="name" icon="save">
        {t('common.action.save')}
      </Button>
    </ZodForm>
  )
}
