import { Form } from '@remix-run/react'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { textIn } from '#app/domain/kernel/localized.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import { useFormat, useLocale, useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'
import { Checkboxes } from '../primitives/checkboxes.tsx'
import { Select } from '../primitives/select.tsx'
import { TextInput } from '../primitives/text-input.tsx'

type Named = { readonly name: string; readonly email: string } | null
type Props = {
  seat: {
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
  const value = (name: string, stored: string | undefined): string => failure?.typed[name] ?? stored ?? ''
  const error = (name: string): string | undefined => {
    const key = failure?.fieldErrors[name]
    return key === undefined ? undefined : t(key)
  }
  const nameOf = (name: Localized): string => textIn(name, locale)?.text ?? ''
  const bodies = institutions
    .map(({ id, name }) => ({ value: id, label: nameOf(name) }))
    .sort((a, b) => format.compare(a.label, b.label))
  return (
    <Form method="post" className="form" noValidate>
      {(['holder', 'alternate'] as const).map((place) => (
        <fieldset key={place}>
          <legend>{t(`jury.seats.${place}`)}</legend>
          <TextInput
            name={`${place}Name`}
            label={t('jury.seats.name')}
            optional
            defaultValue={value(`${place}Name`, seat[place]?.name)}
            error={error(`${place}Name`)}
          />
          <TextInput
            name={`${place}Email`}
            type="email"
            label={t('jury.seats.email')}
            optional
            defaultValue={value(`${place}Email`, seat[place]?.email)}
            error={error(`${place}Email`)}
          />
        </fieldset>
      ))}
      <Select
        name="institutionId"
        label={t('jury.seats.institution')}
        hint={t('jury.seats.institutionHint')}
        optional
        defaultValue={value('institutionId', seat.institution?.id)}
        error={error('institutionId')}
        choices={bodies}
      />
      <Checkboxes
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
    </Form>
  )
}
