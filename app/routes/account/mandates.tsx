import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mandateRequestForm } from '#app/forms/administration.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { myMandates } from '#app/queries/account/mandates.ts'
import { requestMandate } from '#app/services/administration/request-mandate.ts'
import { failureIn } from '#app/ui/account/failure-in.ts'
import { MandateSearch } from '#app/ui/account/mandate-search.tsx'
import { MandateTable } from '#app/ui/account/mandate-table.tsx'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { ButtonLink } from '#app/ui/primitives/button.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const asked = new URL(args.request.url).searchParams.get('q') ?? ''
  return myMandates(args.context.app.db, actor, asked)
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const parsed = await parseForm(args.request, mandateRequestForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  return respond(await requestMandate(args.context.app, actor, parsed.value), {
    to: paths.myMandates(localeOf(args.params)),
    flash: 'account.mandates.flash.mandate',
    typed: parsed.typed,
  })
}

export const handle = { scripts: true, title: 'account.mandates.title' }

export default function Mandates() {
  const t = useT()
  const locale = useLocale()
  const { mandates, found } = useLoaderData<typeof loader>()
  const failure = failureIn(useActionData())
  return (
    <>
      <WorkTitle title={t('account.mandates.title')} />
      <p>{t('account.mandates.lead')}</p>
      <Banner kind="info">{t('account.mandates.decides')}</Banner>
      <MandateTable mandates={mandates} />
      <MandateSearch found={found} mandates={mandates} failure={failure} />
      <section className="stack">
        <h2>{t('account.mandates.absent.title')}</h2>
        <p>{t('account.mandates.absent.lead')}</p>
        <div className="acts">
          <ButtonLink href={paths.newAdministration(locale)}>{t('account.mandates.absent.open')}</ButtonLink>
        </div>
      </section>
    </>
  )
}
