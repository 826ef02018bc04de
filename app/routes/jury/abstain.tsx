import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { abstainForm } from '#app/forms/score-sheet.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { myScoreSheet } from '#app/queries/jury/my-score-sheet.ts'
import { abstain } from '#app/services/scoring/abstain.ts'
import { BoundTextArea } from '#app/ui/forms/bound-field.tsx'
import { ZodForm } from '#app/ui/forms/zod-form.tsx'
import { ConfirmPage } from '#app/ui/patterns/confirm-page.tsx'
import { Button } from '#app/ui/primitives/button.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const locale = localeOf(args.params)
  const actor = await requireActor(args)
  const { sheetId } = readParams(args.params, { sheetId: 'id' })
  const { sheet, dossier } = found(await myScoreSheet(args.context.app, actor, sheetId))
  if (sheet.state !== 'draft') throw redirect(paths.scoreSheet(locale, sheetId), 303)
  return { sheetId, campaignId: sheet.campaignId, version: sheet.version, title: dossier.title }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { sheetId } = readParams(args.params, { sheetId: 'id' })
  const parsed = await parseForm(args.request, abstainForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const ended = await abstain(args.context.app, actor, { sheetId, ...parsed.value })
  return respond(ended, {
    to: paths.scoreSheet(locale, sheetId),
    flash: 'jury.flash.abstained',
    typed: parsed.typed,
  })
}

export const handle = { title: 'jury.sheet.abstain' }

export default function Abstain() {
  const t = useT()
  const locale = useLocale()
  const { sheetId, version, title } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()?.failure
  return (
    <ConfirmPage
      question={t('jury.abstain.question')}
      backHref={paths.scoreSheet(locale, sheetId)}
      form={
        <ZodForm schema={abstainForm} failure={failure} area="jury" version={version}>
          <BoundTextArea name="reason" label={t('jury.abstain.reason')} hint={t('jury.abstain.reasonHint')} />
          <Button variant="danger">{t('jury.sheet.abstain')}</Button>
        </ZodForm>
      }
    >
      <p>
        <LocalizedText text={title} />
      </p>
      <p>{t('jury.abstain.body')}</p>
    </ConfirmPage>
  )
}
