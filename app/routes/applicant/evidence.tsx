import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { notFound, refused, respond } from '#app/http/respond.server.ts'
import { receiveUpload, textsBeside } from '#app/http/upload.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { evidenceScreen } from '#app/queries/applicant/evidence-screen.ts'
import { uploadAllowance } from '#app/queries/applicant/upload-allowance.ts'
import { attachEvidence } from '#app/services/nomination/attach-evidence.ts'
import { withFileError } from '#app/forms/file-error.ts'
import { DossierHead } from '#app/ui/nomination/dossier-head.tsx'
import { EvidenceList } from '#app/ui/nomination/evidence-list.tsx'
import { FailureMessages } from '#app/ui/nomination/failure-messages.tsx'
import { UploadForm } from '#app/ui/nomination/upload-form.tsx'
import { useFailure } from '#app/ui/nomination/use-failure.ts'
import { ButtonLink } from '#app/ui/primitives/button.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const screen = await evidenceScreen(args.context.app, actor, nominationId)
  if (!screen.ok) throw notFound()
  return screen.value
}

const FIELDS = ['title', 'claim'] as const

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const { app } = args.context
  const allowed = await uploadAllowance(app, actor, nominationId)
  if (!allowed.ok) {
    const { texts } = await textsBeside(args.request, FIELDS.length)
    return refused(allowed, { title: String(texts.get('title') ?? '') })
  }
  const { bytesEach: limit } = allowed.value
  const form = { fields: FIELDS, file: 'file', limit }
  const { fields, file } = await receiveUpload(args.request, app.files, form)
  const { title = '', claim = '' } = fields
  if (!file.ok) return refused(withFileError(file, limit), { title, claim })
  const result = await attachEvidence(app, actor, { nominationId, title, claim, file: file.value })
  return respond(result, {
    to: paths.nominationEvidence(localeOf(args.params), nominationId),
    flash: 'nomination.flash.attached',
    typed: { title, claim },
  })
}

export const handle = { title: 'nomination.evidence.title' }

export default function EvidencePage() {
  const t = useT()
  const { head, now, evidence, limits, can, waiting } = useLoaderData<typeof loader>()
  const failure = useFailure()
  return (
    <>
      <DossierHead
        head={head}
        now={now}
        page={t('nomination.evidence.title')}
        crumbs={[{ href: paths.nomination(t.locale, head.id), label: head.reference }]}
      />
      <div className="work stack">
        {can.write ? null : <FailureMessages failure={failure} area="nomination" />}
        <EvidenceList
          files={evidence}
          actions={({ id }) =>
            can.write ? (
              <ButtonLink href={paths.removeEvidence(t.locale, head.id, id)} size="small" variant="ghost">
                {t('common.action.remove')}
              </ButtonLink>
            ) : null
          }
        />
        {can.write ? (
          <UploadForm
            nominationId={head.id}
            limits={limits}
            waiting={waiting}
            left={Math.max(0, limits.files - evidence.length)}
            failure={failure}
          />
        ) : null}
        <ButtonLink href={paths.nominationStep(t.locale, head.id, 'results')}>
          {t('nomination.backToDossier')}
        </ButtonLink>
      </div>
    </>
  )
}
