import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { shownIn } from '#app/i18n/french-typography.ts'
import { conveneForm } from '#app/forms/session.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { instantOfWall } from '#app/i18n/legal-instant.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { convening } from '#app/queries/deliberation/convening.ts'
import { conveneSession } from '#app/services/deliberation/convene-session.ts'
import { failureOf } from '#app/ui/deliberation/act.tsx'
import { BoundBilingual, BoundSelect } from '#app/ui/forms/bound-field.tsx'
import { ZodForm } from '#app/ui/forms/zod-form.tsx'
import { WallTimeInput } from '#app/ui/organiser/wall-time-input.tsx'
import { Button } from '#app/ui/primitives/button.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  return found(await convening(args.context.app, actor, campaignId))
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const parsed = await parseForm(args.request, conveneForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const input = { campaignId, ...parsed.value, convenedFor: instantOfWall(parsed.value.convenedFor) }
  const result = await conveneSession(args.context.app, actor, input)
  const to = paths.deliberationArea(localeOf(args.params))
  return respond(result, { to, flash: 'deliberation.flash.convened', typed: parsed.typed })
}

export const handle = { title: 'deliberation.convene.title' }

export default function Convene() {
  const t = useT()
  const locale = useLocale()
  const page = useLoaderData<typeof loader>()
  const failure = failureOf(useActionData())
  return (
    <>
      <WorkTitle
        title={t('deliberation.convene.title')}
        crumbs={[{ href: paths.deliberationArea(locale), label: t('deliberation.home.title') }]}
        meta={<LocalizedText text={page.award} />}
      />
      <div className="work">
        <ZodForm schema={conveneForm} failure={failure} area="deliberation">
          <WallTimeInput name="convenedFor" label={t('deliberation.convene.at')} at={page.deliberation} />
          <BoundBilingual
            name="place"
            label={t('deliberation.convene.place')}
            hint={t('deliberation.convene.placeHint')}
            lines={1}
            values={{ ar: '', fr: '' }}
          />
          <BoundSelect
            name="secretarySeatId"
            label={t('deliberation.convene.secretary')}
            hint={t('deliberation.convene.secretaryHint')}
            choices={page.secretaries.map(({ id, name, label }) => ({
              value: id,
              label: `${name} – ${shownIn(label, locale)?.text ?? ''}`,
            }))}
          />
          <Button variant="primary">{t('deliberation.convene.submit')}</Button>
        </ZodForm>
      </div>
    </>
  )
}
