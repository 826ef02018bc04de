import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { forgotPasswordForm } from '#app/forms/account.form.ts'
import { parseForm } from '#app/http/form.server.ts'
import { actionHeaders, identityRefused } from '#app/http/identity-answer.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { failed } from '#app/http/respond.server.ts'
import { visitOf } from '#app/http/visit.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { requestPasswordReset } from '#app/services/account/request-password-reset.ts'
import { AccountForm, errorAt } from '#app/ui/account/account-form.tsx'
import { failureIn } from '#app/ui/account/failure-in.ts'
import { Button } from '#app/ui/primitives/button.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { TextInput } from '#app/ui/primitives/text-input.tsx'

export const headers = actionHeaders

export async function action(args: ActionFunctionArgs) {
  const parsed = await parseForm(args.request, forgotPasswordForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const done = await requestPasswordReset(args.context.app, visitOf(args), parsed.value)
  return done.ok ? redirect(paths.mailSent(localeOf(args.params)), 303) : identityRefused(done, parsed.typed)
}

export const handle = { title: 'account.forgot.title' }

export default function ForgotPassword() {
  const t = useT()
  const locale = useLocale()
  const failure = failureIn(useActionData())
  return (
    <>
      <h1>{t('account.forgot.title')}</h1>
      <p>{t('account.forgot.lead')}</p>
      <AccountForm failure={failure}>
        <TextInput
          name="email"
          type="email"
          label={t('account.field.email')}
          autoComplete="username"
          defaultValue={failure?.typed.email}
          error={errorAt(t, failure, 'email')}
        />
        <div className="acts">
          <Button variant="primary" wide>
            {t('account.forgot.submit')}
          </Button>
        </div>
      </AccountForm>
      <p>
        <Link href={paths.signIn(locale)}>{t('account.mailSent.back')}</Link>
      </p>
    </>
  )
}
