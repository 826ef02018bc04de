import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { COMPLETION_REASONS } from '#app/domain/nomination/completion.ts'
import { completionRequestForm } from '#app/forms/completion.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, notFound, respond } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { screeningFile } from '#app/queries/secretariat/file.ts'
import { requestCompletion } from '#app/services/nomination/request-completion.ts'
import { BoundCheckboxes, BoundTextArea } from '#app/ui/forms/bound-field.tsx'
import { ZodForm } from '#app/ui/forms/zod-form.tsx'
import { DossierHead } from '#app/ui/nomination/dossier-head.tsx'
import { FailureMessages } from '#app/ui/nomination/failure-messages.tsx'
import { useFailure } from '#app/ui/nomination/use-failure.ts'
import { Button } from '#app/ui/primitives/button.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const screen = await screeningFile(args.context.app, actor, nominationId)
  if (!screen.ok) throw notFound()
  const { head, screeningVersion, now, completionDays, can } = screen.value
  return { head, screeningVersion, now, completionDays, can }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const form = await parseForm(args.request, completionRequestForm)
  if (!form.ok) return failed(form.failure, form.status)
  const result = await requestCompletion(args.context.app, actor, { nominationId, ...form.value })
  return respond(result, {
    to: paths.screeningFile(localeOf(args.params), nominationId),
    flash: 'secretariat.flash.requested',
    typed: form.typed,
  })
}

export const handle = { title: 'secretariat.completion.title' }

export default function CompletionRequestPage() {
  const t = useT()
  const { head, screeningVersion, now, completionDays, can } = useLoaderData<typeof loader>()
  const failure = useFailure()
  return (
    <>
      <DossierHead
        head={head}
        now={now}
        page={t('secretariat.completion.title')}
        crumbs={[{ href: paths.screeningFile(t.locale, head.id), label: head.reference }]}
      />
      <div className="work stack">
        {can.requestCompletion ? null : <FailureMessages failure={failure} area="secretariat" />}
        <p>
          {t(can.requestCompletion ? 'secretariat.completion.lead' : 'secretariat.completion.closed', {
            count: completionDays,
          })}
        </p>
        {can.requestCompletion ? (
          <ZodForm
            schema={completionRequestForm}
            failure={failure}
            area="secretariat"
            version={screeningVersion}
          >
            <BoundCheckboxes
              name="reasons"
              label={t('secretariat.completion.reasons')}
              options={COMPLETION_REASONS.map((value) => ({
                value,
                label: t(`secretariat.completion.reason.${value}`),
              }))}
            />
            <BoundTextArea name="message" label={t('secretariat.completion.message')} rows={6} />
            <Button variant="primary" icon="send">
              {t('secretariat.completion.send')}
            </Button>
          </ZodForm>
        ) : null}
      </div>
    </>
  )
}
