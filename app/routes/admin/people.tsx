import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { inviteAdministratorForm } from '#app/forms/invitation.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { actionHeaders, identityRefused } from '#app/http/identity-answer.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { failed, forbidden, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { people } from '#app/queries/admin/people.ts'
import { inviteOfficePerson } from '#app/services/settings/invite-office-person.ts'
import { failureIn } from '#app/ui/account/failure-in.ts'
import { InviteForm } from '#app/ui/account/invite-form.tsx'
import { NextPage } from '#app/ui/account/next-page.tsx'
import { PeopleTable } from '#app/ui/account/people-table.tsx'
import { FilterBar } from '#app/ui/patterns/filter-bar.tsx'
import { TextInput } from '#app/ui/primitives/text-input.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export const headers = actionHeaders

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const query = new URL(args.request.url).searchParams
  const q = (query.get('q') ?? '').slice(0, 120)
  const page = await people(args.context.app.db, actor, { q, after: query.get('after') })
  if (!page.ok) throw forbidden()
  return { q, ...page.value }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const parsed = await parseForm(args.request, inviteAdministratorForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const wanted = { ...parsed.value, role: 'administrator' as const, campaignId: null }
  const done = await inviteOfficePerson(args.context.app, actor, wanted)
  return done.ok
    ? respond(done, { to: paths.people(localeOf(args.params)), flash: 'account.flash.invited' })
    : identityRefused(done, parsed.typed)
}

export const handle = { scripts: true, title: 'account.people.title' }

export default function People() {
  const t = useT()
  const locale = useLocale()
  const { q, rows, next } = useLoaderData<typeof loader>()
  return (
    <>
      <WorkTitle title={t('account.people.title')} />
      <FilterBar action={paths.people(locale)} submit={t('common.action.search')}>
        <TextInput
          name="q"
          type="search"
          label={t('account.people.search')}
          optional="unsaid"
          defaultValue={q}
        />
      </FilterBar>
      <PeopleTable rows={rows} />
      <NextPage href={next === null ? null : paths.people(locale, { q, after: next })} />
      <section className="stack">
        <h2>{t('account.people.inviteAdministrator')}</h2>
        <InviteForm failure={failureIn(useActionData())} />
      </section>
    </>
  )
}
