import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { reopenForm } from '#app/forms/reopen.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { sheetToReopen } from '#app/queries/chair/sheet-to-reopen.ts'
import { reopenScoreSheet } from '#app/services/scoring/reopen-score-sheet.ts'
import { BoundTextArea } from '#app/ui/forms/bound-field.tsx'
import { ZodForm } from '#app/ui/forms/zod-form.tsx'
import { ConfirmPage } from '#app/ui/patterns/confirm-page.tsx'
import { Button } from '#app/ui/primitives/button.tsx'
import { Phrase } from '#app/ui/primitives/phrase.tsx'
import { Reference } from '#app/ui/primitives/reference.tsx'

export async function loader(args: LoaderFunctionArgs) {
  localeOf(args.params)
  const actor = await requireActor(args)
  const { sheetId } = readParams(args.params, { sheetId: 'id' })
  return found(await sheetToReopen(args.context.app, actor, sheetId))
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { sheetId } = readParams(args.params, { sheetId: 'id' })
  const parsed = await parseForm(args.request, reopenForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { campaignId } = found(await sheetToReopen(args.context.app, actor, sheetId))
  const reopened = await reopenScoreSheet(args.context.app, actor, { sheetId, ...parsed.value })
  return respond(reopened, {
    to: paths.juryProgress(locale, campaignId),
    flash: 'jury.flash.reopened',
    typed: parsed.typed,
  })
}

export const handle = { title: 'jury.reopen.button' }

export default function Reopen() {
  const t = useT()
  const locale = useLocale()
  const { campaignId, version, reference, juror } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()?.failure
  return (
    <ConfirmPage
      question={t('jury.reopen.question')}
      backHref={paths.juryProgress(locale, campaignId)}
      form={
        <ZodForm schema={reopenForm} failure={failure} area="jury" version={version}>
          <BoundTextArea name="reason" label={t('jury.reopen.reason')} hint={t('jury.reopen.reasonHint')} />
          <Button variant="danger">{t('jury.reopen.button')}</Button>
        </ZodForm>
      }
    >
      <p>
        <Phrase
          k="jury.reopen.body"
          parts={{
            reference: <Reference code>{reference}</Reference>,
            juror: <Reference>{juror}</Reference>,
          }}
        />
      </p>
    </ConfirmPage>
  )
}
