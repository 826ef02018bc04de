import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { charterForm } from '#app/forms/interests.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { createTranslator } from '#app/i18n/translator.ts'
import { charterPage } from '#app/queries/jury/signed-acts.ts'
import { signCharter } from '#app/services/jury/sign-charter.ts'
import { CHARTER_POINTS } from '#app/domain/jury/charter.ts'
import { BoundCheckbox } from '#app/ui/forms/bound-field.tsx'
import { ZodForm } from '#app/ui/forms/zod-form.tsx'
import { FormNotes } from '#app/ui/jury/form-notes.tsx'
import { DocumentLinks } from '#app/ui/patterns/document-links.tsx'
import { Banner } from '#app/ui/primitives/banner.tsx'
import { Button, ButtonLink } from '#app/ui/primitives/button.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'

export async function loader(args: LoaderFunctionArgs) {
  localeOf(args.params)
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  return found(await charterPage(args.context.app, actor, campaignId))
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const parsed = await parseForm(args.request, charterForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const t = createTranslator(locale)
  const charterText = CHARTER_POINTS.map((point) => t(`jury.charter.points.${point}`)).join('\n')
  const signed = await signCharter(args.context.app, actor, { campaignId, charterText })
  return respond(signed, { to: paths.interests(locale, campaignId), flash: 'jury.flash.charterSigned' })
}

export const handle = { title: 'jury.charter.title' }

export default function Charter() {
  const t = useT()
  const locale = useLocale()
  const { campaignId, campaign, charterSigned, documents } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()?.failure
  return (
    <section className="gate">
      <h1 className="h-page">{t('jury.charter.title')}</h1>
      <p>
        <LocalizedText text={campaign} />
      </p>
      {charterSigned ? <FormNotes failure={failure} /> : null}
      <ol>
        {CHARTER_POINTS.map((point) => (
          <li key={point}>{t(`jury.charter.points.${point}`)}</li>
        ))}
      </ol>
      {charterSigned ? (
        <Banner kind="ok" title={t('jury.charter.signed')}>
          <ButtonLink href={paths.interests(locale, campaignId)}>{t('jury.files.declare')}</ButtonLink>
        </Banner>
      ) : (
        <ZodForm schema={charterForm} failure={failure} area="jury">
          <BoundCheckbox name="agree" label={t('jury.charter.agree')} />
          <Button variant="primary">{t('jury.charter.sign')}</Button>
        </ZodForm>
      )}
      <DocumentLinks documents={documents} />
    </section>
  )
}
