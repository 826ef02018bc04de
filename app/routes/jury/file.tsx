import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '#app/http/actor.server.ts'
import { leavePart } from '#app/http/kept.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { respond } from '#app/http/respond.server.ts'
import { reasonText } from '#app/i18n/reason.ts'
import { useT } from '#app/i18n/provider.tsx'
import { myFile } from '#app/queries/jury/my-file.ts'
import { openSheet } from '#app/services/scoring/open-sheet.ts'
import { DossierMeta, DossierPane } from '#app/ui/jury/dossier-pane.tsx'
import { FormNotes } from '#app/ui/jury/form-notes.tsx'
import { drawnAnswers } from '#app/ui/nomination/drawn-answers.server.tsx'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { Button } from '#app/ui/primitives/button.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const locale = localeOf(args.params)
  const actor = await requireActor(args)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const page = await myFile(args.context.app, actor, nominationId)
  if (!page.ok && page.reason === 'declaration-missing')
    throw redirect(paths.interests(locale, String(page.facts['campaignId'])), 303)
  const { sheetId, dossier, ...rest } = found(page)
  if (sheetId) throw redirect(paths.scoreSheet(locale, sheetId), 303)
  const { content, ...said } = dossier
  const answers = content && leavePart(args.context, drawnAnswers(content, locale))
  return { ...rest, dossier: { ...said, answers } }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { nominationId } = readParams(args.params, { nominationId: 'id' })
  const opened = await openSheet(args.context.app, actor, { nominationId })
  return respond(opened, { to: ({ sheetId }) => paths.scoreSheet(locale, sheetId) })
}

export const handle = { title: 'jury.files.file' }

export default function JuryFile() {
  const t = useT()
  const { dossier, can } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()?.failure
  return (
    <>
      <WorkTitle
        title={<LocalizedText text={dossier.title} />}
        meta={<DossierMeta dossier={dossier} />}
        aside={
          can.score ? (
            <Form method="post">
              <Button variant="primary" icon="scale">
                {t('jury.sheet.begin')}
              </Button>
            </Form>
          ) : undefined
        }
      />
      <FormNotes failure={failure} />
      {can.score || can.reason === null ? null : (
        <Banner kind="info">{reasonText(t, can.reason, {}, 'jury')}</Banner>
      )}
      <section className="doc" id="dossier">
        <DossierPane dossier={dossier} />
      </section>
    </>
  )
}
