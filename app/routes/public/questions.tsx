import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { localeOf } from '#app/http/locale.server.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { publicCampaign } from '#app/queries/public/current-campaign.ts'
import { campaignCard } from '#app/ui/public/campaign-picture.server.ts'
import { publicClarifications } from '#app/queries/public/clarifications.ts'
import '#app/ui/public/clarifications.css'
import { NextPage } from '#app/ui/account/next-page.tsx'
import { ClarificationList } from '#app/ui/public/clarification-list.tsx'
import { DossierQuestions } from '#app/ui/public/dossier-questions.tsx'
import { isOpen } from '#app/ui/public/campaign-state.ts'
import { HomeApply } from '#app/ui/public/home-apply.tsx'
import { pageHead } from '#app/ui/public/page-head.server.ts'
import { workLocale } from '#app/ui/public/site-shell.tsx'
import { paths } from '#app/http/paths.ts'
import { ButtonLink } from '#app/ui/primitives/button.tsx'
import { Deadline } from '#app/ui/patterns/deadline.tsx'
import { PageTitle, Section } from '#app/ui/shells/page-title.tsx'

export async function loader({ request, params, context: { app } }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const result = await publicCampaign(app.db.public)
  const head = pageHead(request, app.origin, locale, {
    title: 'public.questions.title',
    lead: 'public.questions.lead',
    ...campaignCard(app.crypto.sha256, locale, result),
  })
  if (!result.ok) return { head, campaign: null, evidence: null, clarifications: null }
  const { slug, year, phase, opensAt, closesAt, now, regulation } = result.value
  const clarifications = await publicClarifications(
    app.db.public,
    slug,
    new URL(request.url).searchParams.get('after'),
  )
  return {
    head,
    campaign: { slug, year, phase, opensAt, closesAt, now },
    evidence: regulation.participation.evidence,
    clarifications,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? []

export default function Questions() {
  const t = useT()
  const locale = useLocale()
  const { campaign, evidence, clarifications } = useLoaderData<typeof loader>()
  const open = campaign !== null && isOpen(campaign)
  return (
    <>
      <PageTitle
        title={t('public.questions.title')}
        lead={t('public.questions.lead')}
        aside={
          open ? (
            <Deadline at={campaign.closesAt} now={campaign.now} label={t('public.home.closing')} />
          ) : undefined
        }
      />
      <div className="wrap">
        {open ? (
          <p className="cta">
            <ButtonLink
              href={paths.startNomination(workLocale(locale), campaign.slug)}
              variant="primary"
              size="large"
              iconEnd="arrow-right"
            >
              {t('public.home.apply')}
            </ButtonLink>
          </p>
        ) : null}
        <HomeApply closesAt={open ? campaign.closesAt : null} limits={evidence} onQuestions />
        {clarifications === null || clarifications.rows.length === 0 ? null : (
          <Section
            id="clarifications"
            title={t('public.clarification.title')}
            lead={t('public.clarification.lead')}
          >
            <ClarificationList clarifications={clarifications.rows} />
            <NextPage
              href={clarifications.next === null ? null : paths.clarifications(locale, clarifications.next)}
            />
          </Section>
        )}
        <DossierQuestions />
      </div>
    </>
  )
}
