import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Result } from '#app/domain/kernel/result.ts'
import { personForm } from '#app/forms/invitation.form.ts'
import type { z } from 'zod'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { actionHeaders, identityRefused } from '#app/http/identity-answer.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, forbidden, notFound, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { person } from '#app/queries/admin/person.ts'
import { disableAccount } from '#app/services/settings/disable-account.ts'
import { enableAccount } from '#app/services/settings/enable-account.ts'
import { grantRole } from '#app/services/settings/grant-role.ts'
import { revokeRole } from '#app/services/settings/revoke-role.ts'
import { failureIn } from '#app/ui/account/failure-in.ts'
import { PersonSheet } from '#app/ui/account/person-sheet.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export const headers = actionHeaders

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const found = await person(args.context.app.db, actor, readParams(args.params, { id: 'id' }).id)
  if (found.ok) return found.value
  throw found.reason === 'not-found' ? notFound() : forbidden()
}

type Asked = z.output<typeof personForm>
function perform(
  args: ActionFunctionArgs,
  actor: Actor,
  personId: string,
  asked: Asked,
): Promise<Result<unknown>> {
  const { app } = args.context
  if (asked.intent === 'disable') return disableAccount(app, actor, { personId })
  if (asked.intent === 'enable') return enableAccount(app, actor, { personId })
  if (asked.intent === 'revoke') return revokeRole(app, actor, { grantId: asked.grantId })
  return grantRole(app, actor, { personId, role: asked.role, campaignId: asked.campaignId })
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { id } = readParams(args.params, { id: 'id' })
  const parsed = await parseForm(args.request, personForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const done = await perform(args, actor, id, parsed.value)
  const to = paths.person(localeOf(args.params), id)
  return done.ok
    ? respond(done, { to, flash: `account.flash.${parsed.value.intent}` })
    : identityRefused(done, parsed.typed)
}

export const handle = { scripts: true, title: 'account.people.title' }

export default function Person() {
  const t = useT()
  const shown = useLoaderData<typeof loader>()
  return (
    <>
      <WorkTitle
        title={<bdi>{shown.name}</bdi>}
        crumbs={[{ href: paths.people(useLocale()), label: t('account.people.title') }]}
      />
      <PersonSheet person={shown} failure={failureIn(useActionData())} />
    </>
  )
}
