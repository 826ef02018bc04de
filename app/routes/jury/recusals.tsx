import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Result } from '#app/domain/kernel/result.ts'
import { recusalForm, type RecusalForm } from '#app/forms/assignment.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { recusalsPage } from '#app/queries/jury/recusals-page.ts'
import type { Context } from '#app/services/context.ts'
import { proposeRecusalLift } from '#app/services/jury/propose-recusal-lift.ts'
import { recuseByReference } from '#app/services/jury/recuse-juror.ts'
import { settleRecusalLift } from '#app/services/jury/settle-recusal-lift.ts'
import '#app/ui/jury/jury-page.css'
import { FormNotes } from '#app/ui/jury/form-notes.tsx'
import { RecusalForm as PinForm } from '#app/ui/jury/recusal-form.tsx'
import { RecusalTable } from '#app/ui/jury/recusal-table.tsx'
import { HiddenBecause } from '#app/ui/patterns/hidden-because.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

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
  const result = await actOn(args.context.app, actor, campaignId, parsed.value)
  return respond(result, {
    to: paths.juryRecusals(locale, campaignId),
    flash: FLASHES[parsed.value.intent],
    typed: parsed.typed,
  })
}

function actOn(
  app: Context,
  actor: Actor,
  campaignId: string,
  form: RecusalForm,
): Promise<Result<{ readonly entries: unknown }>> {
  if (form.intent === 'pin') return recuseByReference(app, actor, { campaignId, ...form })
  if (form.intent === 'propose') return proposeRecusalLift(app, actor, form)
  return settleRecusalLift(app, actor, { ...form, outcome: form.intent, words: form.reason })
}

const FLASHES = {
  pin: 'jury.flash.recused',
  propose: 'jury.flash.liftProposed',
  confirmed: 'jury.flash.liftConfirmed',
  refused: 'jury.flash.liftRefused',
} as const

export const handle = { title: 'jury.recusals.title' }

export default function Recusals() {
  const t = useT()
  const { campaign, recusals, seats, hidesOwn } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()?.failure
  const isPinning = failure?.typed['intent'] === 'pin'
  return (
    <>
      <WorkTitle title={t('jury.recusals.title')} meta={<LocalizedText text={campaign} />} />
      <div className="panes panes--right">
        <div className="jury-aside">
          <FormNotes failure={isPinning ? undefined : failure} />
          {hidesOwn ? <HiddenBecause reason="ownBody" /> : null}
          <RecusalTable recusals={recusals} failure={isPinning ? undefined : failure} />
        </div>
        <aside className="jury-aside">
          <PinForm seats={seats} failure={isPinning ? failure : undefined} />
        </aside>
      </div>
    </>
  )
}
