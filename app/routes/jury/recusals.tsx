import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { recusalForm } from '#app/forms/assignment.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { recusalsPage } from '#app/queries/jury/recusals-page.ts'
import { liftRecusal } from '#app/services/jury/lift-recusal.ts'
import { recuseByReference } from '#app/services/jury/recuse-juror.ts'
import '#app/ui/jury/jury-page.css'
import { FormNotes } from '#app/ui/jury/form-notes.tsx'
import { RecusalForm } from '#app/ui/jury/recusal-form.tsx'
import { RecusalTable } from '#app/ui/jury/recusal-table.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export const meta: MetaFunction = () => [{ title: 'Imtiyaz · Jury' }]

export async function loader(args: LoaderFunctionArgs) {
  localeOf(args.params)
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  return found(await recusalsPage(args.context.app, actor, campaignId))
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const parsed = await parseForm(args.request, recusalForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { app } = args.context
  const form = parsed.value
  const result =
    form.intent === 'pin'
      ? await recuseByReference(app, actor, { campaignId, ...form })
      : await liftRecusal(app, actor, form)
  return respond(result, {
    to: paths.juryRecusals(locale, campaignId),
    flash: form.intent === 'pin' ? 'jury.flash.recused' : 'jury.flash.lifted',
    typed: parsed.typed,
  })
}

export default function Recusals() {
  const t = useT()
  const { campaign, recusals, seats } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()?.failure
  const isPinning = failure?.typed['intent'] === 'pin'
  return (
    <>
      <WorkTitle title={t('jury.recusals.title')} meta={<LocalizedText text={campaign} />} />
      <div className="panes panes--right">
        <div className="jury-aside">
          <FormNotes failure={isPinning ? undefined : failure} />
          <RecusalTable recusals={recusals} />
        </div>
        <aside className="jury-aside">
          <RecusalForm seats={seats} failure={isPinning ? failure : undefined} />
        </aside>
      </div>
    </>
  )
}
