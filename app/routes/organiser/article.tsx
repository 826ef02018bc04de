import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { articleForm } from '#app/forms/campaign.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, notFound, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { campaignSetup } from '#app/queries/organiser/campaign-setup.ts'
import { saveArticle } from '#app/services/campaign/save-article.ts'
import { failureOf } from '#app/ui/organiser/act-form.tsx'
import { EditPage } from '#app/ui/organiser/edit-page.tsx'
import { blockersOf } from '#app/ui/organiser/setup-tasks.ts'
import { ruleKey } from '#app/ui/public/rule-value.tsx'
import { LocalizedInput } from '#app/ui/organiser/localized-input.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId, number } = readParams(args.params, { campaignId: 'id', number: 'number' })
  const { head, regulation, blockers } = found(await campaignSetup(args.context.app, actor, campaignId))
  const article = regulation.articles.find((one) => one.number === number)
  if (!article) throw notFound()
  return { head, article, blockers: blockersOf(blockers, ['article'], String(number)) }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const { campaignId, number } = readParams(args.params, { campaignId: 'id', number: 'number' })
  const parsed = await parseForm(args.request, articleForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const result = await saveArticle(args.context.app, actor, { campaignId, number, ...parsed.value })
  return respond(result, {
    to: paths.campaignRegulation(locale, campaignId),
    flash: 'campaign.flash.saved',
    typed: parsed.typed,
  })
}

export const handle = { title: 'campaign.regulation.title' }

export default function ArticlePage() {
  const t = useT()
  const locale = useLocale()
  const { head, article, blockers } = useLoaderData<typeof loader>()
  const failure = failureOf(useActionData())
  const names = article.carries.map(ruleKey).flatMap((key) => (t.has(key) ? [t(key)] : []))
  const rules = names.length === 0 ? undefined : t('campaign.regulation.carries', { rules: names })
  return (
    <EditPage
      head={head}
      title={t('campaign.regulation.number', { number: article.number })}
      lead={rules}
      via={{ href: paths.campaignRegulation(locale, head.id), label: t('campaign.regulation.title') }}
      schema={articleForm}
      failure={failure}
      blockers={blockers}
    >
      <LocalizedInput name="title" label={t('campaign.field.title')} text={article.title} others="none" />
      <LocalizedInput
        name="text"
        label={t('campaign.field.text')}
        text={article.text}
        lines={14}
        others="none"
      />
    </EditPage>
  )
}
