import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { officeForm } from '#app/forms/invitation.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { actionHeaders, identityRefused } from '#app/http/identity-answer.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, forbidden, notFound, respond } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { campaignOffice } from '#app/queries/admin/office.ts'
import { inviteOfficePerson } from '#app/services/settings/invite-office-person.ts'
import { revokeRole } from '#app/services/settings/revoke-role.ts'
import { failureIn } from '#app/ui/account/failure-in.ts'
import { InviteForm } from '#app/ui/account/invite-form.tsx'
import { OfficeTables } from '#app/ui/account/office-tables.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export const headers = actionHeaders

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const found = await campaignOffice(args.context.app.db, actor, readParams(args.params, { id: 'id' }).id)
  if (found.ok) return found.value
  throw found.reason === 'not-found' ? notFound() : forbidden()
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { id } = readParams(args.params, { id: 'id' })
  const { app } = args.context
  const parsed = await parseForm(args.request, officeForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const to = paths.office(localeOf(args.params), id)
  const { value, typed } = parsed
  if (value.intent === 'revoke') {
    const done = await revokeRole(app, actor, value)
    return done.ok ? respond(done, { to, flash: 'account.flash.revoke' }) : identityRefused(done, typed)
  }
  const done = await inviteOfficePerson(app, actor, { ...value, campaignId: id })
  return done.ok ? respond(done, { to, flash: 'account.flash.invited' }) : identityRefused(done, typed)
}

const ROLES = ['secretariat', 'organiser', 'publisher', 'auditor'] as const

export const handle = { scripts: true, title: 'account.office.title' }

export default function Office() {
  const t = useT()
  const { campaign, people, invited } = useLoaderData<typeof loader>()
  const answer = useActionData()
  const meta = (
    <>
      <LocalizedText text={campaign.awardName} /> <bdi>{campaign.year}</bdi>
    </>
  )
  return (
    <>
      <WorkTitle
        title={t('account.office.title')}
        crumbs={[{ href: paths.account(t.locale), label: t('account.nav.home') }]}
        meta={meta}
      />
      <OfficeTables people={people} invited={invited} failure={failureIn(answer, 'revoke')} />
      <section className="stack">
        <h2>{t('account.office.invite')}</h2>
        <p>{t('account.office.inviteLead')}</p>
        <InviteForm roles={ROLES} failure={failureIn(answer, 'invite')} />
      </section>
    </>
  )
}
