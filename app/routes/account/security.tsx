import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { securityForm } from '#app/forms/account.form.ts'
import { requireWholeSession } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { actionHeaders, identityRefused } from '#app/http/identity-answer.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { endSessionCookie } from '#app/http/session.server.ts'
import { deviceCookie, visitOf } from '#app/http/visit.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { mySecurity } from '#app/queries/account/security.ts'
import { changePassword } from '#app/services/account/change-password.ts'
import { endAllSessions } from '#app/services/account/end-all-sessions.ts'
import { endOneSession } from '#app/services/account/end-session.ts'
import { renewRecoveryCodes } from '#app/services/account/renew-recovery-codes.ts'
import { failureIn } from '#app/ui/account/failure-in.ts'
import { PasswordPart } from '#app/ui/account/password-part.tsx'
import { RecoveryCodes } from '#app/ui/account/recovery-codes.tsx'
import { SecondFactorPart } from '#app/ui/account/second-factor-part.tsx'
import { SessionsPart } from '#app/ui/account/sessions-part.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export const headers = actionHeaders

export async function loader(args: LoaderFunctionArgs) {
  return mySecurity(args.context.app.db, await requireWholeSession(args))
}

export async function action(args: ActionFunctionArgs) {
  const session = await requireWholeSession(args)
  const { app } = args.context
  const locale = localeOf(args.params)
  const to = paths.security(locale)
  const parsed = await parseForm(args.request, securityForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { value, typed } = parsed
  if (value.intent === 'password') {
    const done = await changePassword(app, session, visitOf(args), value)
    if (!done.ok) return identityRefused(done, typed)
    const headers = { 'set-cookie': deviceCookie(done.value.deviceMark) }
    return respond(done, { to, flash: 'account.flash.password', headers })
  }
  if (value.intent === 'codes') {
    const done = await renewRecoveryCodes(app, session.actor)
    return done.ok
      ? data({ codes: done.value.codes }, { headers: { 'cache-control': 'no-store' } })
      : identityRefused(done, typed)
  }
  if (value.intent === 'end') {
    const done = await endOneSession(app, session.actor, value)
    return done.ok ? respond(done, { to, flash: 'account.flash.sessionEnded' }) : identityRefused(done, typed)
  }
  const done = await endAllSessions(app, session.actor)
  const headers = { 'set-cookie': endSessionCookie }
  return done.ok
    ? respond(done, { to: paths.signIn(locale), flash: 'account.flash.allEnded', headers })
    : identityRefused(done, typed)
}

export const handle = { scripts: true, title: 'account.security.title' }

export default function Security() {
  const t = useT()
  const screen = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const here = paths.security(useLocale())
  if (answer && 'codes' in answer) return <RecoveryCodes codes={answer.codes} nextHref={here} />
  return (
    <>
      <WorkTitle title={t('account.security.title')} />
      <div className="stack stack--loose">
        <PasswordPart failure={failureIn(answer, 'password')} />
        <SecondFactorPart enrolled={screen.secondFactor} codesLeft={screen.recoveryCodesLeft} backTo={here} />
        <SessionsPart sessions={screen.sessions} />
      </div>
    </>
  )
}
