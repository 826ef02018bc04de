import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fileReadersForm } from '#app/forms/assignment.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { assignmentFile } from '#app/queries/jury/assignment-file.ts'
import { assign } from '#app/services/jury/assign.ts'
import { replaceJuror } from '#app/services/jury/replace-juror.ts'
import '#app/ui/jury/jury-page.css'
import { FormNotes } from '#app/ui/jury/form-notes.tsx'
import { JuryPage } from '#app/ui/jury/jury-page.tsx'
import { WhyTables } from '#app/ui/jury/why-tables.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { Reference } from '#app/ui/primitives/reference.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

const idsOf = (args: LoaderFunctionArgs | ActionFunctionArgs) =>
  readParams(args.params, { campaignId: 'id', nominationId: 'id' })

export async function loader(args: LoaderFunctionArgs) {
  localeOf(args.params)
  const actor = await requireActor(args)
  return found(await assignmentFile(args.context.app, actor, idsOf(args)))
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { campaignId, nominationId } = idsOf(args)
  const parsed = await parseForm(args.request, fileReadersForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { intent, seatId, version } = parsed.value
  const { app } = args.context
  const seen = { nominationId, version }
  const changed = await (intent === 'replace'
    ? replaceJuror(app, actor, { campaignId, seatId, of: seen })
    : assign(app, actor, { campaignId, seatId, ...seen }))
  return respond(changed, {
    to: paths.juryAssignmentFile(locale, campaignId, nominationId),
    flash: `jury.flash.${intent === 'replace' ? 'replaced' : 'readerAdded'}`,
    typed: parsed.typed,
  })
}

export const handle = { title: 'jury.assignment.whyLink' }

export default function AssignmentFile() {
  const t = useT()
  const locale = useLocale()
  const file = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()?.failure
  return (
    <>
      <WorkTitle
        title={<LocalizedText text={file.title} />}
        meta={<Reference code>{file.reference}</Reference>}
        crumbs={[{ href: paths.juryAssignment(locale, file.campaignId), label: t('jury.assignment.title') }]}
      />
      <JuryPage>
        <FormNotes failure={failure} area="jury.assignment" />
        {file.isSecondRound ? <p>{t('jury.assignment.secondRound')}</p> : null}
        <WhyTables file={file} />
      </JuryPage>
    </>
  )
}
