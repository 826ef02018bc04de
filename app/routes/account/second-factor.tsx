import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { secondFactorForm } from '#app/forms/account.form.ts'
import { optionalSession, requireSession } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { actionHeaders, identityRefused } from '#app/http/identity-answer.server.ts'
import { localeOf, safePath } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { failed } from '#app/http/respond.server.ts'
import { sessionCookie, sessionToken } from '#app/http/session.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { checkOnce } from '#app/services/account/raise-once.ts'
import { AccountForm, errorAt } from '#app/ui/account/account-form.tsx'
import { failureIn } from '#app/ui/account/failure-in.ts'
import { Button } from '#app/ui/primitives/button.tsx'
import { TextInput } from '#app/ui/primitives/text-input.tsx'

export const headers = actionHeaders

const wayOn = ({ request, params }: LoaderFunctionArgs): string =>
  safePath(new URL(request.url).searchParams.get('to'), paths.account(localeOf(params)))

/** Leads whoever has no second factor yet to its enrolment. */
export async function loader(args: LoaderFunctionArgs) {
  const session = await requireSession(args)
  const to = wayOn(args)
  if (session.actor.secondFactor) throw redirect(to, 303)
  if (!session.totpEnrolled) throw redirect(paths.enrolSecondFactor(localeOf(args.params), to), 303)
  return { to }
}

export async function action(args: ActionFunctionArgs) {
  const { app, requestId, address } = args.context
  // The door reads the form once more for what is sent again.
  const form = args.request.clone()
  const parsed = await parseForm(form, secondFactorForm)
  const session = parsed.ok ? await optionalSession(args) : await requireSession(args)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const from = { session, cookie: sessionToken(args.request), origin: { requestId, address } }
  const done = await checkOnce(app, from, parsed.value)
  if (done.ok)
    return redirect(wayOn(args), { status: 303, headers: { 'set-cookie': sessionCookie(done.value.token) } })
  await requireSession(args)
  return identityRefused(done, parsed.typed)
}

/** Its field has the name of the other one, and stands on the same page. */
const RECOVERY = 'recovery-code'

export const handle = { title: 'account.secondFactor.title' }

export default function SecondFactor() {
  const t = useT()
  const { to } = useLoaderData<typeof loader>()
  const action = paths.secondFactor(useLocale(), to)
  const failure = failureIn(useActionData())
  const recovering = failure?.typed.recovery === 'on'
  const error = errorAt(t, failure, 'code')
  return (
    <>
      <h1>{t('account.secondFactor.title')}</h1>
      <p>{t('account.secondFactor.lead')}</p>
      <AccountForm failure={recovering ? undefined : failure} action={action}>
        <TextInput
          name="code"
          label={t('account.field.code')}
          look="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          error={recovering ? undefined : error}
        />
        <div className="acts">
          <Button variant="primary" wide>
            {t('account.secondFactor.submit')}
          </Button>
        </div>
      </AccountForm>
      <details open={recovering}>
        <summary>{t('account.secondFactor.noPhone')}</summary>
        <AccountForm failure={recovering ? failure : undefined} action={action} idOf={{ code: RECOVERY }}>
          <input type="hidden" name="recovery" value="on" />
          <TextInput
            id={RECOVERY}
            name="code"
            label={t('account.field.recoveryCode')}
            hint={t('account.hint.recoveryCode')}
            look="code"
            autoComplete="off"
            error={recovering ? error : undefined}
          />
          <div className="acts">
            <Button>{t('account.secondFactor.useRecovery')}</Button>
          </div>
        </AccountForm>
      </details>
    </>
  )
}
