import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { registerForm } from '#app/forms/account.form.ts'
import { optionalSession } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { actionHeaders, identityRefused } from '#app/http/identity-answer.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { failed } from '#app/http/respond.server.ts'
import { visitOf } from '#app/http/visit.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { register } from '#app/services/account/register.ts'
import { AccountForm, errorAt } from '#app/ui/account/account-form.tsx'
import { failureIn } from '#app/ui/account/failure-in.ts'
import { Button } from '#app/ui/primitives/button.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { TextInput } from '#app/ui/primitives/text-input.tsx'

export const headers = actionHeaders

export async function loader(args: LoaderFunctionArgs) {
  if (await optionalSession(args)) throw redirect(paths.account(localeOf(args.params)), 303)
  return null
}

export async function action(args: ActionFunctionArgs) {
  const locale = localeOf(args.params)
  const parsed = await parseForm(args.request, registerForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const done = await register(args.context.app, visitOf(args), { ...parsed.value, locale })
  return done.ok ? redirect(paths.mailSent(locale), 303) : identityRefused(done, parsed.typed)
}

export const handle = { title: 'account.register.title' }

export default function Register() {
  const t = useT()
  const locale = useLocale()
  const failure = failureIn(useActionData())
  return (
    <>
      <h1>{t('account.register.title')}</h1>
      <p>{t('account.register.lead')}</p>
      <AccountForm failure={failure}>
        <TextInput
          name="name"
          label={t('account.field.name')}
          autoComplete="name"
          defaultValue={failure?.typed.name}
          error={errorAt(t, failure, 'name')}
        />
        <TextInput
          name="email"
          type="email"
          label={t('account.field.email')}
          hint={t('account.hint.email')}
          autoComplete="email"
          defaultValue={failure?.typed.email}
          error={errorAt(t, failure, 'email')}
        />
        <TextInput
          name="password"
          type="password"
          label={t('account.field.password')}
          hint={t('account.hint.password')}
          autoComplete="new-password"
          error={errorAt(t, failure, 'password')}
        />
        <div className="acts">
          <Button variant="primary" wide>
            {t('account.register.submit')}
          </Button>
        </div>
      </AccountForm>
      <p>
        {t('account.register.known')} <Link href={paths.signIn(locale)}>{t('account.signIn.submit')}</Link>
      </p>
    </>
  )
}
