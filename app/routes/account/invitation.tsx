import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invitationForm } from '#app/forms/invitation.form.ts'
import { optionalSession, requireSession } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { actionHeaders, identityRefused } from '#app/http/identity-answer.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { sessionCookie } from '#app/http/session.server.ts'
import { visitOf } from '#app/http/visit.server.ts'
import { useLocale } from '#app/i18n/provider.tsx'
import { showInvitation } from '#app/queries/account/link.ts'
import { acceptInvitation } from '#app/services/account/accept-invitation.ts'
import { declineInvitation } from '#app/services/account/decline-invitation.ts'
import { joinByInvitation } from '#app/services/account/join-by-invitation.ts'
import { DeadLink } from '#app/ui/account/dead-link.tsx'
import { failureIn } from '#app/ui/account/failure-in.ts'
import { InvitationAnswer } from '#app/ui/account/invitation-answer.tsx'

export const headers = actionHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { app } = args.context
  const token = new URL(args.request.url).searchParams.get('token') ?? ''
  const session = await optionalSession(args)
  const shown = await showInvitation(app.db, app.crypto.tokenDigest(token), session?.email ?? null)
  return data({ token, shown }, { status: shown ? 200 : 410 })
}

export async function action(args: ActionFunctionArgs) {
  const locale = localeOf(args.params)
  const { app } = args.context
  const parsed = await parseForm(args.request, invitationForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { value, typed } = parsed
  if (value.intent === 'decline') {
    const declined = await declineInvitation(app, visitOf(args), value)
    return declined.ok
      ? respond(declined, { to: paths.signIn(locale), flash: 'account.flash.invitationDeclined' })
      : identityRefused(declined)
  }
  if (value.intent === 'join') {
    const joined = await joinByInvitation(app, visitOf(args), { ...value, locale })
    if (!joined.ok) return identityRefused(joined, typed)
    return redirect(paths.account(locale), {
      status: 303,
      headers: { 'set-cookie': sessionCookie(joined.value.token) },
    })
  }
  const session = await requireSession(args)
  if (session.totpEnrolled && !session.actor.secondFactor) {
    return redirect(paths.secondFactor(locale, paths.invitation(locale, value.token)), 303)
  }
  const accepted = await acceptInvitation(app, session.actor, { token: value.token, email: session.email })
  return accepted.ok
    ? respond(accepted, { to: paths.account(locale), flash: 'account.flash.invitationAccepted' })
    : identityRefused(accepted)
}

export const handle = { title: 'account.invitation.accept' }

export default function Invitation() {
  const { token, shown } = useLoaderData<typeof loader>()
  const failure = failureIn(useActionData())
  const locale = useLocale()
  if (shown === null) return <DeadLink sentFor="invitation" />
  return (
    <InvitationAnswer
      token={token}
      shown={shown}
      failure={failure}
      signInHref={paths.signIn(locale, paths.invitation(locale, token))}
    />
  )
}
