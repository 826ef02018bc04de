import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signInAsForm } from '#app/forms/account.form.ts'
import { parseForm } from '#app/http/form.server.ts'
import { identityRefused } from '#app/http/identity-answer.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { failed, notFound } from '#app/http/respond.server.ts'
import { sessionCookie } from '#app/http/session.server.ts'
import { visitOf } from '#app/http/visit.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { inventedPeople } from '#app/queries/account/demonstration.ts'
import { signInAs } from '#app/services/account/sign-in-as.ts'
import { InventedPeople } from '#app/ui/account/invented-people.tsx'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

/** Outside a demonstration this page does not exist: 404 to reading and to posting alike. */
export async function loader({ context }: LoaderFunctionArgs) {
  if (!context.app.demonstration) throw notFound()
  return { people: await inventedPeople(context.app.db) }
}

export async function action(args: ActionFunctionArgs) {
  if (!args.context.app.demonstration) throw notFound()
  const parsed = await parseForm(args.request, signInAsForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const done = await signInAs(args.context.app, visitOf(args), parsed.value)
  if (!done.ok) return identityRefused(done)
  const headers = { 'set-cookie': sessionCookie(done.value.token) }
  return redirect(paths.account(localeOf(args.params)), { status: 303, headers })
}

export const handle = { title: 'account.demonstration.title' }

export default function Demonstration() {
  const t = useT()
  const { people } = useLoaderData<typeof loader>()
  return (
    <>
      <WorkTitle title={t('account.demonstration.title')} />
      <Banner kind="info">{t('account.demonstration.lead')}</Banner>
      <InventedPeople people={people} />
    </>
  )
}
