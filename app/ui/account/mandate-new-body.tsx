import { ADMINISTRATION_TYPES } from '#app/domain/administration/administration.ts'
import type { FormFailure } from '#app/forms/failure.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { BilingualField } from '../primitives/bilingual-field.tsx'
import { Button } from '../primitives/button.tsx'
import { Radios } from '../primitives/radios.tsx'
import { Select } from '../primitives/select.tsx'
import { TextInput } from '../primitives/text-input.tsx'
import { AccountForm, errorAt } from './account-form.tsx'

type Props = {
  supervisors: readonly { readonly id: string; readonly name: Localized }[]
  failure: FormFailure | undefined
}

/** Asks for a body that the register does not know yet, and to act for it. */
export function MandateNewBody({ supervisors, failure }: Props) {
  const t = useT()
  const locale = useLocale()
  const typed = failure?.typed ?? {}
  const error = (name: string) => errorAt(t, failure, name)
  const [ar, fr] = [error('name.ar'), error('name.fr')]
  const say = (key: string): string => t(`account.mandates.body.${key}`)
  return (
    <AccountForm failure={failure}>
      <BilingualField
        name="name"
        label={say('name')}
        hint={say('nameHint')}
        lines={1}
        values={{ ar: typed['name.ar'] ?? '', fr: typed['name.fr'] ?? '' }}
        errors={{ ...(ar === undefined ? {} : { ar }), ...(fr === undefined ? {} : { fr }) }}
      />
      <TextInput
        name="acronym"
        label={say('acronym')}
        optional
        defaultValue={typed.acronym}
        error={error('acronym')}
      />
      <Select
        name="type"
        label={say('type')}
        choices={ADMINISTRATION_TYPES.map((value) => ({
          value,
          label: t(`campaign.administrationType.${value}`),
        }))}
        defaultValue={typed.type}
        error={error('type')}
      />
      <Select
        name="parentId"
        label={say('parent')}
        hint={say('parentHint')}
        optional
        choices={supervisors.map(({ id, name }) => {
          const found = shownIn(name, locale)
          return { value: id, label: found?.text ?? '', lang: found?.lang }
        })}
        defaultValue={typed.parentId}
        error={error('parentId')}
      />
      <Radios
        name="role"
        label={say('role')}
        options={(['editor', 'signatory'] as const).map((value) => ({
          value,
          label: t(`account.mandates.role.${value}`),
          note: t(`account.mandates.roleNote.${value}`),
        }))}
        value={typed.role}
        error={error('role')}
      />
      <div className="acts">
        <Button variant="primary">{say('send')}</Button>
      </div>
    </AccountForm>
  )
}
