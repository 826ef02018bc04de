import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { moveForm } from '#app/forms/nomination.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, notFound, respond } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { dossierScreen } from '#app/queries/applicant/dossier-screen.ts'
import { requestVisa } from '#app/services/nomination/request-visa.ts'
import { CompletenessList } from '#app/ui/nomination/completeness-list.tsx'
import { DossierHead } from '#app/ui/nomination/dossier-head.tsx'
import { FailureMessages } from '#app/ui/nomination/failure-messages.tsx'
import { useFailure } from '#app/ui/nomination/use-failure.ts'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { Button, ButtonLink } from '#app/ui/primitives/button.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const screen = await dossierScreen(args.context.app, actor, nominationId)
  if (!screen.ok) throw notFound()
  const { head, now, can, completeness } = screen.value
  return { head, now, can, completeness }
}

/** Asks for the visa. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const form = await parseForm(args.request, moveForm)
  if (!form.ok) return failed(form.failure, form.status)
  const result = await requestVisa(args.context.app, actor, { nominationId, ...form.value })
  return respond(result, {
    to: paths.nominationVisa(localeOf(args.params), nominationId),
    flash: 'nomination.flash.visaRequested',
  })
}

export const handle = { title: 'nomination.check.title' }

export default function CheckPage() {
  const t = useT()
  const { head, now, can, completeness } = useLoaderData<typeof loader>()
  const failure = useFailure()
  const reasonOnly = failure && { ...failure, fieldErrors: {} }
  return (
    <>
      <DossierHead
        head={head}
        now={now}
        page={t('nomination.check.title')}
        crumbs={[{ href: paths.nomination(t.locale, head.id), label: head.reference }]}
      />
      <div className="work stack">
        <FailureMessages failure={reasonOnly} area="nomination" />
        {completeness.complete ? (
          <Banner kind="ok">{t('nomination.check.complete')}</Banner>
        ) : (
          <Banner kind="wait">
            {t('nomination.check.missing', { count: completeness.problems.length })}
          </Banner>
        )}
        <CompletenessList id={head.id} completeness={completeness} />
        <div className="acts">
          {can.requestVisa ? (
            <form method="post">
              <input type="hidden" name="version" value={head.version} />
              <Button {...(completeness.complete && { variant: 'primary' })} icon="stamp">
                {t('nomination.check.requestVisa')}
              </Button>
            </form>
          ) : null}
          {can.submit ? (
            <ButtonLink href={paths.nominationVisa(t.locale, head.id)}>
              {t('nomination.check.toVisa')}
            </ButtonLink>
          ) : null}
          <ButtonLink href={paths.nominationRead(t.locale, head.id)} icon="eye">
            {t('nomination.tool.read')}
          </ButtonLink>
        </div>
      </div>
    </>
  )
}
