import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { notFound, respond } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { dossierScreen } from '#app/queries/applicant/dossier-screen.ts'
import { withdrawNomination } from '#app/services/nomination/withdraw-nomination.ts'
import { DossierHead } from '#app/ui/nomination/dossier-head.tsx'
import { FailureMessages } from '#app/ui/nomination/failure-messages.tsx'
import { useFailure } from '#app/ui/nomination/use-failure.ts'
import { ConfirmPage } from '#app/ui/patterns/confirm-page.tsx'
import { Button } from '#app/ui/primitives/button.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const screen = await dossierScreen(args.context.app, actor, nominationId)
  if (!screen.ok) throw notFound()
  return { head: screen.value.head, now: screen.value.now }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const result = await withdrawNomination(args.context.app, actor, { nominationId })
  return respond(result, {
    to: paths.nominationRead(localeOf(args.params), nominationId),
    flash: 'nomination.flash.withdrawn',
  })
}

export const handle = { title: 'nomination.withdraw.action' }

export default function WithdrawPage() {
  const t = useT()
  const { head, now } = useLoaderData<typeof loader>()
  return (
    <>
      <DossierHead head={head} now={now} />
      <ConfirmPage
        question={t('nomination.withdraw.question')}
        backHref={paths.nominationRead(t.locale, head.id)}
        form={
          <form method="post">
            <Button variant="danger">{t('nomination.withdraw.action')}</Button>
          </form>
        }
      >
        <FailureMessages failure={useFailure()} area="nomination" />
        <p>{t('nomination.withdraw.body')}</p>
      </ConfirmPage>
    </>
  )
}
