import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signInForm } from '#app/forms/account.form.ts'
import { optionalSession } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { actionHeaders, identityRefused } from '#app/http/identity-answer.server.ts'
import { localeOf, safePath } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { failed } from '#app/http/respond.server.ts'
import { sessionCookie } from '#app/http/session.server.ts'
import { deviceCookie, visitOf } from '#app/http/visit.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { signIn } from '#app/services/account/sign-in.ts'
import { AccountForm, errorAt } from '#app/ui/account/account-form.tsx'
import { failureIn } from '#app/ui/account/failure-in.ts'
import { Button } from '#app/ui/primitives/button.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { TextInput } from '#app/ui/primitives/text-input.tsx'

export const headers = actionHeaders

const wayOn = ({ request, params }: LoaderFunctionArgs): string =>
  safePath(new URL(request.url).searchParams.get('to'), paths.account(localeOf(params)))

export async function loader(args: LoaderFunctionArgs) {
  if (await optionalSession(args)) throw redirect(wayOn(args), 303)
  return { to: wayOn(args) }
}

export async function action(args: ActionFunctionArgs) {
  const locale = localeOf(args.params)
  const parsed = await parseForm(args.request, signInForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const entered = await signIn(args.context.app, visitOf(args), parsed.value)
  if (!entered.ok) return identityRefused(entered, parsed.typed)
  const headers = new Headers()
  headers.append('set-cookie', sessionCookie(entered.value.token))
  headers.append('set-cookie', deviceCookie(entered.value.deviceMark))
  const to = entered.value.secondFactorEnrolled ? paths.secondFactor(locale, wayOn(args)) : wayOn(args)
  return redirect(to, { status: 303, headers })
}

export const handle = { title: 'account.signIn.title' }

export default function SignIn() {
  const t = useT()
  const locale = useLocale()
  const { to } = useLoaderData<typeof loader>()
  const failure = failureIn(useActionData())
  return (
    <>
      <h1>{t('account.signIn.title')}</h1>
      <AccountForm failure={failure} action={paths.signIn(locale, to)}>
        <TextInput
          name="email"
          type="email"
          label={t('account.field.email')}
          autoComplete="username"
          defaultValue={failure?.typed.email}
          error={errorAt(t, failure, 'email')}
        />
        <TextInput
          name="password"
          type="password"
          label={t('account.field.password')}
          autoComplete="current-password"
          error={errorAt(t, failure, 'password')}
        />
        <div className="acts">
          <Button variant="primary" wide>
            {t('account.signIn.submit')}
          </Button>
        </div>
      </AccountForm>
      <p>
        <Link href={paths.forgotPassword(locale)}>{t('account.signIn.forgot')}</Link>
      </p>
      <p>
        {t('account.signIn.noAccount')}{' '}
        <Link href={paths.register(locale)}>{t('account.signIn.register')}</Link>
      </p>
    </>
  )
}
