import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { administrationForm } from '#app/forms/administration.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { supervisingBodies } from '#app/queries/account/administrations.ts'
import { requestAdministration } from '#app/services/administration/request-administration.ts'
import { failureIn } from '#app/ui/account/failure-in.ts'
import { MandateNewBody } from '#app/ui/account/mandate-new-body.tsx'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args)
  return { supervisors: await supervisingBodies(args.context.app.db) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const parsed = await parseForm(args.request, administrationForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { name, acronym, type, parentId, role } = parsed.value
  const { ar, fr, zgh } = name
  const asked = {
    name: { ar, fr, ...(zgh === undefined ? {} : { zgh }) },
    acronym: acronym ?? null,
    type,
    parentId: parentId ?? null,
    role,
  }
  return respond(await requestAdministration(args.context.app, actor, asked), {
    to: paths.myMandates(localeOf(args.params)),
    flash: 'account.mandates.flash.administration',
    typed: parsed.typed,
  })
}

export const handle = { scripts: true, title: 'account.mandates.body.title' }

export default function NewAdministration() {
  const t = useT()
  const { supervisors } = useLoaderData<typeof loader>()
  const failure = failureIn(useActionData())
  return (
    <>
      <WorkTitle
        title={t('account.mandates.body.title')}
        crumbs={[{ href: paths.myMandates(t.locale), label: t('account.nav.mandates') }]}
      />
      <Banner kind="info">{t('account.mandates.body.decides')}</Banner>
      <MandateNewBody supervisors={supervisors} failure={failure} />
    </>
  )
}
