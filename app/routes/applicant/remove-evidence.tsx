import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { notFound, respond } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { dossierScreen } from '#app/queries/applicant/dossier-screen.ts'
import { removeEvidence } from '#app/services/nomination/remove-evidence.ts'
import { FailureMessages } from '#app/ui/nomination/failure-messages.tsx'
import { useFailure } from '#app/ui/nomination/use-failure.ts'
import { ConfirmPage } from '#app/ui/patterns/confirm-page.tsx'
import { Button } from '#app/ui/primitives/button.tsx'
import { Reference } from '#app/ui/primitives/reference.tsx'

const SHAPE = { nominationId: 'id', evidenceId: 'id' } as const

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId, evidenceId } = readParams(args.params, SHAPE)
  const screen = await dossierScreen(args.context.app, actor, nominationId)
  const piece = screen.ok ? screen.value.evidence.find(({ id }) => id === evidenceId) : undefined
  if (!piece) throw notFound()
  return { nominationId, title: piece.title, fileName: piece.fileName }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId, evidenceId } = readParams(args.params, SHAPE)
  const result = await removeEvidence(args.context.app, actor, { nominationId, evidenceId })
  return respond(result, {
    to: paths.nominationEvidence(localeOf(args.params), nominationId),
    flash: 'nomination.flash.removed',
  })
}

export const handle = { title: 'nomination.evidence.removeAction' }

export default function RemoveEvidencePage() {
  const t = useT()
  const { nominationId, title, fileName } = useLoaderData<typeof loader>()
  return (
    <ConfirmPage
      question={t('nomination.evidence.removeQuestion')}
      backHref={paths.nominationEvidence(t.locale, nominationId)}
      form={
        <form method="post">
          <Button variant="danger">{t('nomination.evidence.removeAction')}</Button>
        </form>
      }
    >
      <FailureMessages failure={useFailure()} area="nomination" />
      <p>
        <Reference>{title}</Reference> (<Reference code>{fileName}</Reference>)
      </p>
    </ConfirmPage>
  )
}
