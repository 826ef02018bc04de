import type { FormFailure } from '#app/forms/failure.ts'
import { localeFacts } from '#app/i18n/locales.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'
import { Select } from '../primitives/select.tsx'
import { TextInput } from '../primitives/text-input.tsx'
import { AccountForm, errorAt } from './account-form.tsx'

/** Address, role (where there is a choice) and language of the letter. */
export function InviteForm({
  roles,
  failure,
}: {
  roles?: readonly string[]
  failure: FormFailure | undefined
}) {
  const t = useT()
  const languages = (['ar', 'fr'] as const).map((value) => ({
    value,
    label: localeFacts[value].endonym,
    lang: value,
  }))
  return (
    <AccountForm failure={failure}>
      {roles === undefined ? null : <input type="hidden" name="intent" value="invite" />}
      <TextInput
        name="email"
        type="email"
        label={t('account.field.email')}
        defaultValue={failure?.typed.email}
        error={errorAt(t, failure, 'email')}
      />
      {roles === undefined ? null : (
        <Select
          name="role"
          label={t('account.field.role')}
          choices={roles.map((value) => ({ value, label: t(`work.role.${value}`) }))}
          defaultValue={failure?.typed.role}
          error={errorAt(t, failure, 'role')}
        />
      )}
      <Select
        name="locale"
        label={t('account.field.letterLocale')}
        choices={languages}
        defaultValue={failure?.typed.locale ?? t.locale}
        error={errorAt(t, failure, 'locale')}
      />
      <div className="acts">
        <Button>{t('account.office.send')}</Button>
      </div>
    </AccountForm>
  )
}
