import type { FormFailure } from '#app/forms/failure.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Button } from '../primitives/button.tsx'
import { TextInput } from '../primitives/text-input.tsx'
import { AccountForm, errorAt } from './account-form.tsx'

export function PasswordPart({ failure }: { failure: FormFailure | undefined }) {
  const t = useT()
  return (
    <section className="stack" aria-labelledby="password-title">
      <h2 id="password-title">{t('account.security.password')}</h2>
      <AccountForm failure={failure}>
        <input type="hidden" name="intent" value="password" />
        <TextInput
          name="current"
          type="password"
          label={t('account.field.currentPassword')}
          autoComplete="current-password"
          error={errorAt(t, failure, 'current')}
        />
        <TextInput
          name="password"
          type="password"
          label={t('account.field.newPassword')}
          hint={t('account.hint.password')}
          autoComplete="new-password"
          error={errorAt(t, failure, 'password')}
        />
        <div className="acts">
          <Button>{t('account.security.changePassword')}</Button>
        </div>
      </AccountForm>
    </section>
  )
}
