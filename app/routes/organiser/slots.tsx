import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { shownIn } from '#app/i18n/french-typography.ts'
import { slotsForm } from '#app/forms/category.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, notFound, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { campaignSetup } from '#app/queries/organiser/campaign-setup.ts'
import { saveSlots } from '#app/services/campaign/save-slots.ts'
import { failureOf } from '#app/ui/organiser/act-form.tsx'
import { EditPage } from '#app/ui/organiser/edit-page.tsx'
import { blockersOf } from '#app/ui/organiser/setup-tasks.ts'
import { SlotFields } from '#app/ui/organiser/slot-fields.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId, code } = readParams(args.params, { campaignId: 'id', code: 'code' })
  const { head, regulation, blockers } = found(await campaignSetup(args.context.app, actor, campaignId))
  const category = regulation.categories.find((one) => one.code === code)
  if (!category) throw notFound()
  const { name, slots } = category
  return { head, name, slots, blockers: blockersOf(blockers, ['slots'], code) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { campaignId, code } = readParams(args.params, { campaignId: 'id', code: 'code' })
  const parsed = await parseForm(args.request, slotsForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const input = { campaignId, category: code, ...parsed.value }
  const result = await saveSlots(args.context.app, actor, input)
  return respond(result, {
    to: paths.campaignSlots(locale, campaignId, code),
    flash: 'campaign.flash.saved',
    typed: parsed.typed,
  })
}

export const handle = { title: 'campaign.setup.group.categories' }

export default function SlotsPage() {
  const t = useT()
  const locale = useLocale()
  const { head, name, slots, blockers } = useLoaderData<typeof loader>()
  const failure = failureOf(useActionData())
  const title = t('campaign.slots.title', { name: shownIn(name, locale)?.text ?? '' })
  return (
    <EditPage head={head} title={title} schema={slotsForm} failure={failure} blockers={blockers}>
      {slots.map((slot, index) => (
        <SlotFields key={slot.code} index={index} slot={slot} />
      ))}
      {head.can.edit ? <SlotFields index={slots.length} slot={null} /> : null}
    </EditPage>
  )
}
