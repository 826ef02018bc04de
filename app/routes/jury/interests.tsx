import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { interestsForm } from '#app/forms/interests.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { interestsPage } from '#app/queries/jury/signed-acts.ts'
import { declareInterests } from '#app/services/jury/declare-interests.ts'
import { ZodForm } from '#app/ui/forms/zod-form.tsx'
import { declaredOf } from '#app/ui/jury/declared-of.ts'
import { FormNotes } from '#app/ui/jury/form-notes.tsx'
import { InterestFields } from '#app/ui/jury/interest-fields.tsx'
import { DocumentLinks } from '#app/ui/patterns/document-links.tsx'
import { EmptyState } from '#app/ui/patterns/empty-state.tsx'
import { Button, ButtonLink } from '#app/ui/primitives/button.tsx'
import { Link } from '#app/ui/primitives/link.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const locale = localeOf(args.params)
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const after = new URL(args.request.url).searchParams.get('after')
  const gate = await interestsPage(args.context.app, actor, { campaignId, after })
  if (!gate.ok && gate.reason === 'charter-missing') throw redirect(paths.charter(locale, campaignId), 303)
  return found(gate)
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const parsed = await parseForm(args.request, interestsForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const declared = declaredOf(parsed.value)
  const result = await declareInterests(args.context.app, actor, { campaignId, declared })
  return respond(result, {
    to: paths.juryFiles(locale, campaignId),
    flash: 'jury.flash.declared',
    typed: parsed.typed,
  })
}

export const handle = { title: 'jury.interests.title' }

export default function Interests() {
  const t = useT()
  const locale = useLocale()
  const { campaignId, page, documents } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()?.failure
  return (
    <section className="gate">
      <h1 className="h-page">{t('jury.interests.title')}</h1>
      <p>{t('jury.interests.lead')}</p>
      {page.rows.length === 0 ? <FormNotes failure={failure} /> : null}
      {page.rows.length === 0 ? (
        <EmptyState
          title={t('jury.interests.none')}
          action={
            <ButtonLink href={paths.juryFiles(locale, campaignId)}>{t('jury.interests.toFiles')}</ButtonLink>
          }
        />
      ) : (
        <ZodForm schema={interestsForm} failure={failure} area="jury">
          {page.rows.map((file) => (
            <InterestFields key={file.nominationId} file={file} />
          ))}
          <div className="acts acts--ruled">
            <Button variant="primary">{t('jury.interests.declare')}</Button>
            {page.next === null ? null : (
              <Link href={paths.interests(locale, campaignId, page.next)}>{t('common.action.next')}</Link>
            )}
          </div>
        </ZodForm>
      )}
      <DocumentLinks documents={documents} />
    </section>
  )
}
