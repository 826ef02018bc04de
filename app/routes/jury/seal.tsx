import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { sealForm } from '#app/forms/score-sheet.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { myScoreSheet } from '#app/queries/jury/my-score-sheet.ts'
import { sealScoreSheet } from '#app/services/scoring/seal-score-sheet.ts'
import { FormNotes } from '#app/ui/jury/form-notes.tsx'
import { MissingList } from '#app/ui/scoring/missing-list.tsx'
import { ConfirmPage } from '#app/ui/patterns/confirm-page.tsx'
import { Button } from '#app/ui/primitives/button.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const locale = localeOf(args.params)
  const actor = await requireActor(args)
  const { sheetId } = readParams(args.params, { sheetId: 'id' })
  const { sheet, rubric, problems, dossier } = found(await myScoreSheet(args.context.app, actor, sheetId))
  if (sheet.state !== 'draft') throw redirect(paths.scoreSheet(locale, sheetId), 303)
  const excluded =
    rubric.missingPolicy === 'exclude_sheet' && sheet.entries.some((entry) => entry.cannotAssess)
  const { campaignId, version } = sheet
  return { sheetId, campaignId, version, rubric, problems, title: dossier.title, excluded }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { sheetId } = readParams(args.params, { sheetId: 'id' })
  const parsed = await parseForm(args.request, sealForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const sealed = await sealScoreSheet(args.context.app, actor, { sheetId, version: parsed.value.version })
  return respond(sealed, { to: paths.scoreSheet(locale, sheetId), flash: 'jury.flash.sealed' })
}

export const handle = { title: 'jury.sheet.seal' }

export default function Seal() {
  const t = useT()
  const locale = useLocale()
  const { sheetId, version, rubric, problems, title, excluded } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()?.failure
  return (
    <ConfirmPage
      question={t('jury.seal.question')}
      backHref={paths.scoreSheet(locale, sheetId)}
      form={
        <Form method="post">
          <input type="hidden" name="version" value={version} />
          <Button variant="primary" icon="lock">
            {t('jury.sheet.seal')}
          </Button>
        </Form>
      }
    >
      <p>
        <LocalizedText text={title} />
      </p>
      <FormNotes failure={failure && { ...failure, fieldErrors: {} }} />
      <p>{t('jury.seal.body')}</p>
      {excluded ? <p>{t('jury.seal.excluded')}</p> : null}
      <MissingList sheetId={sheetId} rubric={rubric} problems={problems} />
    </ConfirmPage>
  )
}
