import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { shownIn } from '#app/i18n/french-typography.ts'
import { categoryForm } from '#app/forms/category.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, notFound, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { campaignSetup } from '#app/queries/organiser/campaign-setup.ts'
import { saveCategory } from '#app/services/campaign/save-category.ts'
import { failureOf } from '#app/ui/organiser/act-form.tsx'
import { EditPage } from '#app/ui/organiser/edit-page.tsx'
import { blockersOf } from '#app/ui/organiser/setup-tasks.ts'
import { LocalizedInput } from '#app/ui/organiser/localized-input.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId, code } = readParams(args.params, { campaignId: 'id', code: 'code' })
  const { head, regulation, blockers } = found(await campaignSetup(args.context.app, actor, campaignId))
  const category = regulation.categories.find((one) => one.code === code)
  if (!category) throw notFound()
  const { name, description } = category
  return { head, name, description, blockers: blockersOf(blockers, ['category'], code) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { campaignId, code } = readParams(args.params, { campaignId: 'id', code: 'code' })
  const parsed = await parseForm(args.request, categoryForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const result = await saveCategory(args.context.app, actor, { campaignId, code, ...parsed.value })
  return respond(result, {
    to: paths.campaignSetup(locale, campaignId),
    flash: 'campaign.flash.saved',
    typed: parsed.typed,
  })
}

export const handle = { title: 'nomination.category' }

export default function CategoryPage() {
  const t = useT()
  const locale = useLocale()
  const { head, name, description, blockers } = useLoaderData<typeof loader>()
  const failure = failureOf(useActionData())
  const title = t('campaign.setup.category', { name: shownIn(name, locale)?.text ?? '' })
  return (
    <EditPage head={head} title={title} schema={categoryForm} failure={failure} blockers={blockers}>
      <LocalizedInput name="name" label={t('campaign.field.name')} text={name} others="typed" />
      <LocalizedInput
        name="description"
        label={t('campaign.field.description')}
        text={description}
        lines={4}
      />
    </EditPage>
  )
}
