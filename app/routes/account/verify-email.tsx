import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { verifyEmailForm } from '#app/forms/account.form.ts'
import { parseForm } from '#app/http/form.server.ts'
import { actionHeaders, identityRefused } from '#app/http/identity-answer.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { failed } from '#app/http/respond.server.ts'
import { sessionCookie } from '#app/http/session.server.ts'
import { visitOf } from '#app/http/visit.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { isLinkAlive } from '#app/queries/account/link.ts'
import { verifyEmail } from '#app/services/account/verify-email.ts'
import { AccountForm, errorAt } from '#app/ui/account/account-form.tsx'
import { DeadLink } from '#app/ui/account/dead-link.tsx'
import { failureIn } from '#app/ui/account/failure-in.ts'
import { Button } from '#app/ui/primitives/button.tsx'
import { TextInput } from '#app/ui/primitives/text-input.tsx'

export const headers = actionHeaders

/** Shows and uses nothing up: a mail scanner may come as often as it likes (T47). */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  const alive = await isLinkAlive(context.app.db, context.app.crypto.tokenDigest(token), 'verify-email')
  return data({ token: alive ? token : null }, { status: alive ? 200 : 410 })
}

export async function action(args: ActionFunctionArgs) {
  const parsed = await parseForm(args.request, verifyEmailForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const done = await verifyEmail(args.context.app, visitOf(args), parsed.value)
  if (!done.ok) return identityRefused(done)
  const headers = { 'set-cookie': sessionCookie(done.value.token) }
  return redirect(paths.account(localeOf(args.params)), { status: 303, headers })
}

export const handle = { title: 'account.verify.title' }

export default function VerifyEmail() {
  const t = useT()
  const { token } = useLoaderData<typeof loader>()
  const failure = failureIn(useActionData())
  if (token === null) return <DeadLink sentFor="address" />
  return (
    <>
      <h1>{t('account.verify.title')}</h1>
      <p>{t('account.verify.lead')}</p>
      <AccountForm failure={failure}>
        <input type="hidden" name="token" value={token} />
        <TextInput
          name="password"
          type="password"
          label={t('account.field.password')}
          autoComplete="current-password"
          error={errorAt(t, failure, 'password')}
        />
        <div className="acts">
          <Button variant="primary" wide>
            {t('account.verify.submit')}
          </Button>
        </div>
      </AccountForm>
    </>
  )
}
