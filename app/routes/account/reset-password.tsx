import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { resetPasswordForm } from '#app/forms/account.form.ts'
import { parseForm } from '#app/http/form.server.ts'
import { actionHeaders, identityRefused } from '#app/http/identity-answer.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { endSessionCookie } from '#app/http/session.server.ts'
import { deviceCookie, visitOf } from '#app/http/visit.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { isLinkAlive } from '#app/queries/account/link.ts'
import { resetPassword } from '#app/services/account/reset-password.ts'
import { AccountForm, errorAt } from '#app/ui/account/account-form.tsx'
import { DeadLink } from '#app/ui/account/dead-link.tsx'
import { failureIn } from '#app/ui/account/failure-in.ts'
import { Button } from '#app/ui/primitives/button.tsx'
import { TextInput } from '#app/ui/primitives/text-input.tsx'

export const headers = actionHeaders

export async function loader({ request, context }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  const alive = await isLinkAlive(context.app.db, context.app.crypto.tokenDigest(token), 'reset-password')
  return data({ token: alive ? token : null }, { status: alive ? 200 : 410 })
}

export async function action(args: ActionFunctionArgs) {
  const parsed = await parseForm(args.request, resetPasswordForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const done = await resetPassword(args.context.app, visitOf(args), parsed.value)
  if (!done.ok) return identityRefused(done)
  const headers = new Headers({ 'set-cookie': endSessionCookie })
  headers.append('set-cookie', deviceCookie(done.value.deviceMark))
  return respond(done, {
    to: paths.signIn(localeOf(args.params)),
    flash: 'account.flash.passwordReset',
    headers,
  })
}

export const handle = { title: 'account.reset.title' }

export default function ResetPassword() {
  const t = useT()
  const { token } = useLoaderData<typeof loader>()
  const failure = failureIn(useActionData())
  if (token === null) return <DeadLink sentFor="password" />
  return (
    <>
      <h1>{t('account.reset.title')}</h1>
      <p>{t('account.reset.lead')}</p>
      <AccountForm failure={failure}>
        <input type="hidden" name="token" value={token} />
        <TextInput
          name="password"
          type="password"
          label={t('account.field.newPassword')}
          hint={t('account.hint.password')}
          autoComplete="new-password"
          error={errorAt(t, failure, 'password')}
        />
        <div className="acts">
          <Button variant="primary" wide>
            {t('account.reset.submit')}
          </Button>
        </div>
      </AccountForm>
    </>
  )
}
