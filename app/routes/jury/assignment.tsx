import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type AssignmentForm, assignmentForm, SEED } from '#app/forms/assignment.form.ts'
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
import { confirmAssignment } from '#app/services/jury/confirm-assignment.ts'
import { proposeAssignment } from '#app/services/jury/propose-assignment.ts'
import { unassign } from '#app/services/jury/unassign.ts'
import '#app/ui/jury/jury-page.css'
import { AssignmentFiles } from '#app/ui/jury/assignment-files.tsx'
import { FormNotes } from '#app/ui/jury/form-notes.tsx'
import { LoadTable } from '#app/ui/jury/load-table.tsx'
import { ProposalPanel } from '#app/ui/jury/proposal-panel.tsx'
import { ButtonLink } from '#app/ui/primitives/button.tsx'
import { Link } from '#app/ui/primitives/link.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  localeOf(args.params)
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const search = new URL(args.request.url).searchParams
  const seed = SEED.safeParse(search.get('seed') ?? '')
  const { app } = args.context
  const page = found(await assignmentPage(app, actor, { campaignId, after: search.get('after') }))
  const proposed = seed.success ? await proposeAssignment(app, actor, { campaignId, seed: seed.data }) : null
  return { page, proposed: proposed?.ok ? proposed.value : null }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const parsed = await parseForm(args.request, assignmentForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { app } = args.context
  const act = (form: AssignmentForm): Promise<Result<object>> => {
    if (form.intent === 'confirm') return confirmAssignment(app, actor, { campaignId, ...form })
    const change = form.intent === 'assign' ? assign : unassign
    return change(app, actor, { campaignId, ...form })
  }
  const flash = { confirm: 'assigned', assign: 'readerAdded', unassign: 'readerRemoved' }[parsed.value.intent]
  return respond(await act(parsed.value), {
    to: paths.juryAssignment(locale, campaignId),
    flash: `jury.flash.${flash}`,
    typed: parsed.typed,
  })
}

export const handle = { title: 'jury.assignment.title' }

export default function Assignment() {
  const t = useT()
  const locale = useLocale()
  const { page, proposed } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()?.failure
  const { campaignId, can, missing } = page
  const seed = proposed === null ? 1 : proposed.seed + 1
  return (
    <>
      <WorkTitle
        title={t('jury.assignment.title')}
        meta={<LocalizedText text={page.campaign} />}
        aside={
          can.change ? (
            <ButtonLink href={paths.juryAssignment(locale, campaignId, { seed })} icon="split">
              {t(proposed === null ? 'jury.assignment.propose' : 'jury.assignment.proposeAgain')}
            </ButtonLink>
          ) : undefined
        }
      />
      <div className="panes panes--right">
        <div className="jury-aside">
          <FormNotes failure={failure} />
          <p>
            {missing === 0
              ? t('jury.assignment.complete', { count: page.files })
              : t('jury.assignment.missing', { count: missing })}
          </p>
          {proposed === null ? null : <ProposalPanel proposed={proposed} page={page} />}
          <AssignmentFiles page={page} />
          {page.page.next === null ? null : (
            <Link href={paths.juryAssignment(locale, campaignId, { after: page.page.next })}>
              {t('common.action.next')}
            </Link>
          )}
        </div>
        <aside className="jury-aside">
          <LoadTable readers={page.readers} />
        </aside>
      </div>
    </>
  )
}
