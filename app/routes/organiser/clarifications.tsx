import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { clarificationForm } from '#app/forms/campaign.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, readParams } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { clarificationsScreen } from '#app/queries/organiser/clarifications.ts'
import { publishClarification } from '#app/services/campaign/publish-clarification.ts'
import { NextPage } from '#app/ui/account/next-page.tsx'
import { ZodForm } from '#app/ui/forms/zod-form.tsx'
import { failureOf } from '#app/ui/organiser/act-form.tsx'
import { CampaignTitle } from '#app/ui/organiser/campaign-title.tsx'
import { LocalizedInput } from '#app/ui/organiser/localized-input.tsx'
import { EmptyState } from '#app/ui/patterns/empty-state.tsx'
import { Button, ButtonLink } from '#app/ui/primitives/button.tsx'
import '#app/ui/public/clarifications.css'
import { ClarificationList } from '#app/ui/public/clarification-list.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const after = new URL(args.request.url).searchParams.get('after')
  return found(await clarificationsScreen(args.context.app, actor, campaignId, after))
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { campaignId } = readParams(args.params, { campaignId: 'id' })
  const parsed = await parseForm(args.request, clarificationForm)
  if (!parsed.ok) return failed(parsed.failure, parsed.status)
  const { version: number, ...typed } = parsed.value
  const result = await publishClarification(args.context.app, actor, { campaignId, number, ...typed })
  return respond(result, {
    to: paths.campaignClarifications(localeOf(args.params), campaignId),
    flash: 'campaign.flash.clarified',
    typed: parsed.typed,
  })
}

export const handle = { title: 'campaign.clarification.title' }

export default function Clarifications() {
  const t = useT()
  const locale = useLocale()
  const { head, clarifications, next, mayPublish } = useLoaderData<typeof loader>()
  const failure = failureOf(useActionData())
  const said = (key: string): string => t(`campaign.clarification.${key}`)
  return (
    <>
      <CampaignTitle
        head={head}
        title={said('title')}
        aside={<ButtonLink href={paths.questions(locale)}>{said('publicPage')}</ButtonLink>}
      />
      <div className="work">
        <p className="lead">{said('lead')}</p>
        {mayPublish ? (
          <section className="blk">
            <header>
              <h2>{said('new')}</h2>
            </header>
            <ZodForm
              key={next}
              schema={clarificationForm}
              failure={failure}
              area="campaign.clarification"
              version={next}
              wide
            >
              <LocalizedInput name="question" label={said('question')} text={{}} lines={3} others="none" />
              <LocalizedInput name="answer" label={said('answer')} text={{}} lines={5} others="none" />
              <Button variant="primary">{said('publish')}</Button>
            </ZodForm>
          </section>
        ) : null}
        {clarifications.rows.length === 0 ? (
          <EmptyState title={said('none')}>{said('noneBody')}</EmptyState>
        ) : (
          <ClarificationList clarifications={clarifications.rows} />
        )}
        <NextPage
          href={
            clarifications.next === null
              ? null
              : paths.campaignClarifications(locale, head.id, clarifications.next)
          }
        />
      </div>
    </>
  )
}
