import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { enrolForm } from '#app/forms/account.form.ts'
import { needsSecondFactor, optionalSession, requireSession } from '#app/http/actor.server.ts'
import { boundedForm } from '#app/http/body.server.ts'
import { checkForm } from '#app/http/form.server.ts'
import { actionHeaders, identityRefused } from '#app/http/identity-answer.server.ts'
import { localeOf, safePath } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { once } from '#app/http/load-context.ts'
import { failed } from '#app/http/respond.server.ts'
import { sessionCookie, sessionToken } from '#app/http/session.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { offerSecondFactor, sameOffer } from '#app/services/account/offer-second-factor.ts'
import { enrolOnce } from '#app/services/account/raise-once.ts'
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

/** A new offer, or the one just tried: a wrong code does not change the code to scan. None where its codes are shown. */
export async function loader(args: LoaderFunctionArgs) {
  const to = wayOn(args)
  if (await once(args.context, 'enrolled', () => Promise.resolve(false)))
    return { to, isAsked: false, offer: null }
  const session = await requireSession(args)
  if (session.totpEnrolled) throw redirect(paths.secondFactor(localeOf(args.params), to), 303)
  const { app } = args.context
  const tried = await once(args.context, 'offer', () => Promise.resolve(''))
  const again = sameOffer(app, session, String(tried))
  const { sealed, secret, qr } = again.ok ? again.value : offerSecondFactor(app, session)
  const isAsked = needsSecondFactor(session)
  return { to, isAsked, offer: { sealed, secret: secret.match(/.{1,4}/g)?.join(' ') ?? '', qr } }
}

export async function action(args: ActionFunctionArgs) {
  const { app, requestId, address } = args.context
  const form = await boundedForm(args.request.clone())
  const parsed = checkForm(form, enrolForm)
  const session = parsed.ok ? await optionalSession(args) : await requireSession(args)
  await once(args.context, 'offer', () => Promise.resolve(form.get('sealed')))
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const from = { session, cookie: sessionToken(args.request), origin: { requestId, address } }
  const done = await enrolOnce(app, from, parsed.value)
  if (!done.ok) {
    await requireSession(args)
    return identityRefused(done)
  }
  const { token, codes } = done.value
  await once(args.context, 'enrolled', () => Promise.resolve(true))
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (token !== null) headers.set('set-cookie', sessionCookie(token))
  return data({ codes }, { headers })
}

export const handle = { title: 'account.enrol.title' }

export default function EnrolSecondFactor() {
  const t = useT()
  const locale = useLocale()
  const { offer, to, isAsked } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const failure = failureIn(answer)
  if (answer && 'codes' in answer) return <RecoveryCodes codes={answer.codes} nextHref={to} />
  if (offer === null) return null
  const { sealed, secret, qr } = offer
  return (
    <>
      <WorkTitle
        title={t('account.enrol.title')}
        crumbs={isAsked ? [] : [{ href: paths.security(locale), label: t('account.nav.security') }]}
      />
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
