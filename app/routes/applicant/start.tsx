import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { FormFailure } from '#app/forms/failure.ts'
import { startNominationForm } from '#app/forms/nomination.form.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { paths } from '#app/http/paths.ts'
import { failed, respond } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/provider.tsx'
import { startScreen } from '#app/queries/applicant/start-screen.ts'
import { startNomination } from '#app/services/nomination/start-nomination.ts'
import { BoundCheckbox, BoundRadios } from '#app/ui/forms/bound-field.tsx'
import { ZodForm } from '#app/ui/forms/zod-form.tsx'
import { useFailure } from '#app/ui/nomination/use-failure.ts'
import { EmptyState } from '#app/ui/patterns/empty-state.tsx'
import { Button, ButtonLink } from '#app/ui/primitives/button.tsx'
import { LocalizedText } from '#app/ui/primitives/localized-text.tsx'
import { Deadline } from '#app/ui/patterns/deadline.tsx'
import { WorkTitle } from '#app/ui/shells/page-title.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const screen = await startScreen(
    args.context.app,
    actor,
    new URL(args.request.url).searchParams.get('campaign'),
  )
  return screen.ok ? screen.value : null
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const locale = localeOf(args.params)
  const form = await parseForm(args.request, startNominationForm)
  if (!form.ok) return failed(form.failure, form.status)
  const { campaignId, administrationId, categoryCode } = form.value
  const result = await startNomination(args.context.app, actor, {
    campaignId,
    administrationId,
    categoryCode,
  })
  return respond(result, {
    to: (started) => paths.nomination(locale, started.nominationId),
    flash: 'nomination.flash.started',
    typed: form.typed,
  })
}

export const handle = { title: 'nomination.start.title' }

type Screen = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>>

function StartForm({
  campaign,
  categories,
  administrations,
  failure,
}: Pick<Screen, 'campaign' | 'categories' | 'administrations'> & { failure: FormFailure | undefined }) {
  const t = useT()
  return (
    <ZodForm schema={startNominationForm} failure={failure} area="nomination">
      <input type="hidden" name="campaignId" value={campaign.id} />
      <BoundRadios
        name="administrationId"
        label={t('nomination.administration')}
        value={administrations.length === 1 ? administrations[0]?.id : undefined}
        options={administrations.map(({ id, name }) => ({
          value: id,
          label: <LocalizedText text={name} />,
        }))}
      />
      <BoundRadios
        name="categoryCode"
        label={t('nomination.category')}
        options={categories.map(({ code, name, description }) => ({
          value: code,
          label: <LocalizedText text={name} />,
          note: <LocalizedText text={description} />,
        }))}
      />
      <BoundCheckbox name="eligible" label={t('nomination.start.eligible')} />
      <Button variant="primary">{t('nomination.start.action')}</Button>
    </ZodForm>
  )
}

export default function StartPage() {
  const t = useT()
  const screen = useLoaderData<typeof loader>()
  const failure = useFailure()
  if (screen === null) return <EmptyState title={t('nomination.home.noCampaign')} />
  const { campaign, administrations } = screen
  const toMandates = <ButtonLink href={paths.myMandates(t.locale)}>{t('account.mandates.title')}</ButtonLink>
  const counts: Readonly<Record<string, number>> = { months: screen.months, quota: screen.quota }
  return (
    <>
      <WorkTitle
        title={t('nomination.start.title')}
        other={<LocalizedText text={campaign.name} />}
        aside={<Deadline at={campaign.closesAt} now={screen.now} />}
      />
      <div className="work stack">
        <section className="stack stack--tight">
          <h2 className="h-sec">{t('nomination.start.conditions')}</h2>
          <ul className="stack stack--tight">
            {['type', 'months', 'quota', 'laureate', 'signatory'].map((line) => (
              <li key={line}>{t(`nomination.start.condition.${line}`, { count: counts[line] ?? 0 })}</li>
            ))}
          </ul>
        </section>
        {administrations.length === 0 ? (
          <EmptyState title={t('nomination.home.noMandate')} action={toMandates} />
        ) : (
          <StartForm {...screen} failure={failure} />
        )}
      </div>
    </>
  )
}
