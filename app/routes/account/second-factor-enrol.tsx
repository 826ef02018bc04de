import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { enrolForm } from '#app/forms/account.form.ts'
import { requireSession } from '#app/http/actor.server.ts'
import { boundedForm } from '#app/http/body.server.ts'
import { checkForm } from '#app/http/form.server.ts'
import { actionHeaders, identityRefused } from '#app/http/identity-answer.server.ts'
import { localeOf, safePath } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { once } from '#app/http/load-context.ts'
import { failed } from '#app/http/respond.server.ts'
import { sessionCookie } from '#app/http/session.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { enrollSecondFactor } from '#app/services/account/enroll-second-factor.ts'
import { offerSecondFactor, sameOffer } from '#app/services/account/offer-second-factor.ts'
import { AccountForm, errorAt } from '#app/ui/account/account-form.tsx'
import { failureIn } from '#app/ui/account/failure-in.ts'
import { QrCode } from '#app/ui/account/qr-code.tsx'
import { RecoveryCodes } from '#app/ui/account/recovery-codes.tsx'
import { Button } from '#app/ui/primitives/button.tsx'
import { Reference } from '#app/ui/primitives/reference.tsx'
import { TextInput } from '#app/ui/primitives/text-input.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export const headers = actionHeaders

const wayOn = ({ request, params }: LoaderFunctionArgs): string =>
  safePath(new URL(request.url).searchParams.get('to'), paths.account(localeOf(params)))

/** A new offer, or the one just tried: a wrong code does not change the code to scan. */
export async function loader(args: LoaderFunctionArgs) {
  const session = await requireSession(args)
  if (session.totpEnrolled) throw redirect(paths.secondFactor(localeOf(args.params), wayOn(args)), 303)
  const { app } = args.context
  const tried = await once(args.context, 'offer', () => Promise.resolve(''))
  const again = sameOffer(app, session, String(tried))
  const offer = again.ok ? again.value : offerSecondFactor(app, session)
  return {
    to: wayOn(args),
    sealed: offer.sealed,
    secret: offer.secret.match(/.{1,4}/g)?.join(' ') ?? '',
    qr: offer.qr,
  }
}

export async function action(args: ActionFunctionArgs) {
  const session = await requireSession(args)
  const form = await boundedForm(args.request)
  await once(args.context, 'offer', () => Promise.resolve(form.get('sealed')))
  const parsed = checkForm(form, enrolForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const done = await enrollSecondFactor(args.context.app, session, parsed.value)
  if (!done.ok) return identityRefused(done)
  const headers = { 'set-cookie': sessionCookie(done.value.token), 'cache-control': 'no-store' }
  return data({ codes: done.value.codes }, { headers })
}

export const handle = { title: 'account.enrol.title' }

export default function EnrolSecondFactor() {
  const t = useT()
  const { sealed, secret, qr, to } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const failure = failureIn(answer)
  if (answer && 'codes' in answer) return <RecoveryCodes codes={answer.codes} nextHref={to} />
  return (
    <>
      <WorkTitle title={t('account.enrol.title')} />
      <p>{t('account.enrol.lead')}</p>
      <ol className="enrol-steps">
        <li>{t('account.enrol.install')}</li>
        <li>
          {t('account.enrol.scan')}
          <QrCode {...qr} label={t('account.enrol.qr')} />
          <p className="sm">
            {t('account.enrol.orType')} <Reference code>{secret}</Reference>
          </p>
        </li>
        <li>{t('account.enrol.type')}</li>
      </ol>
      <AccountForm failure={failure}>
        <input type="hidden" name="sealed" value={sealed} />
        <TextInput
          name="code"
          label={t('account.field.code')}
          look="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          error={errorAt(t, failure, 'code')}
        />
        <div className="acts">
          <Button variant="primary">{t('account.enrol.submit')}</Button>
        </div>
      </AccountForm>
    </>
  )
}
