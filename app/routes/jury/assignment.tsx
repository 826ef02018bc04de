import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type AssignmentForm, assignmentForm } from '#app/forms/assignment.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import type { Result } from '#app/domain/kernel/result.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { assignmentPage } from '#app/queries/jury/assignment-page.ts'
import { assign } from '#app/services/jury/assign.ts'
import { cancelProposal } from '#app/services/jury/cancel-proposal.ts'
import { confirmAssignment } from '#app/services/jury/confirm-assignment.ts'
import { proposeAssignment } from '#app/services/jury/propose-assignment.ts'
import { unassign } from '#app/services/jury/unassign.ts'
import '#app/ui/jury/assignment.css'
import '#app/ui/jury/jury-page.css'
import { addReaderAt, AssignmentFiles } from '#app/ui/jury/assignment-files.tsx'
import { AssignmentSay } from '#app/ui/jury/assignment-say.tsx'
import { FormNotes } from '#app/ui/jury/form-notes.tsx'
import { LoadTable } from '#app/ui/jury/load-table.tsx'
import { MeetingMap } from '#app/ui/jury/meeting-map.tsx'
import { ProposalForm } from '#app/ui/jury/proposal-form.tsx'
import { ProposalPanel } from '#app/ui/jury/proposal-panel.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  localeOf(args.params)
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const after = new URL(args.request.url).searchParams.get('after')
  return found(await assignmentPage(args.context.app, actor, { campaignId, after }))
}

const FLASH = {
  propose: 'proposalAsked',
  cancel: 'proposalCancelled',
  confirm: 'assigned',
  assign: 'readerAdded',
  unassign: 'readerRemoved',
} as const

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const parsed = await parseForm(args.request, assignmentForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { app } = args.context
  const act = (form: AssignmentForm): Promise<Result<object>> => {
    switch (form.intent) {
      case 'propose': {
        const { intent: _, chance: capPercent, ...wishes } = form
        return proposeAssignment(app, actor, { campaignId, settings: { ...wishes, capPercent } })
      }
      case 'cancel':
        return cancelProposal(app, actor, { campaignId, ...form })
      case 'confirm':
        return confirmAssignment(app, actor, { campaignId, ...form })
      case 'assign':
        return assign(app, actor, { campaignId, ...form })
      case 'unassign':
        return unassign(app, actor, { campaignId, ...form })
    }
  }
  return respond(await act(parsed.value), {
    to: paths.juryAssignment(locale, campaignId),
    flash: `jury.flash.${FLASH[parsed.value.intent]}`,
    typed: parsed.typed,
  })
}

export const handle = { title: 'jury.assignment.title' }

export default function Assignment() {
  const t = useT()
  const locale = useLocale()
  const page = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()?.failure
  const { campaignId, can, missing, proposal } = page
  const running = proposal?.state === 'waiting' || proposal?.state === 'computing'
  const asks = can.propose && !running
  const refusedAsking = asks && failure?.typed['intent'] === 'propose' ? failure : undefined
  const refused = refusedAsking ? undefined : failure
  return (
    <>
      <WorkTitle title={t('jury.assignment.title')} meta={<LocalizedText text={page.campaign} />} />
      <div className="panes panes--right">
        <div className="jury-aside">
          <FormNotes failure={refused} area="jury.assignment" at={addReaderAt(failure)} />
          <AssignmentSay files={page.files} missing={missing} hidesOwn={page.hidesOwn} />
          {proposal === null ? null : <ProposalPanel proposal={proposal} can={can} />}
          {asks ? (
            <ProposalForm
              open={refusedAsking !== undefined || (missing > 0 && proposal?.state !== 'ready')}
              failure={refusedAsking}
            />
          ) : null}
          <MeetingMap meetings={page.meetings} />
          <AssignmentFiles page={page} failure={failure} />
          {page.page.next === null ? null : (
            <Link href={paths.juryAssignment(locale, campaignId, page.page.next)}>
              {t('common.action.next')}
            </Link>
          )}
        </div>
        <aside className="jury-aside">
          <LoadTable readers={page.readers} csv={paths.juryAssignmentLoads(locale, campaignId)} />
        </aside>
      </div>
    </>
  )
}
