import type { ReactNode } from 'react'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { HeroField } from '../motif/hero-field.tsx'
import { PhaseStar } from '../motif/phase-star.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { type CampaignNow, isOpen, stateOf } from './campaign-state.ts'
import { workLocale } from './site-shell.tsx'
import { TimeLeft } from './time-left.tsx'
import { Dots } from '../primitives/dots.tsx'

export type HeroCampaign = CampaignNow & { readonly slug: string; readonly year: number }

function Actions({ campaign, lastSlug }: { campaign: HeroCampaign | null; lastSlug: string | null }) {
  const t = useT()
  const locale = useLocale()
  const open = campaign !== null && isOpen(campaign)
  const published = campaign?.phase === 'published'
  return (
    <div className="cta">
      {open ? (
        <ButtonLink
          href={paths.startNomination(workLocale(locale), campaign.slug)}
          variant="primary"
          size="large"
          iconEnd="arrow-right"
        >
          {t('public.home.apply')}
        </ButtonLink>
      ) : (
        <ButtonLink
          href={
            published
              ? paths.edition(locale, campaign.slug)
              : lastSlug
                ? paths.edition(locale, lastSlug)
                : paths.laureates(locale)
          }
          variant="primary"
          size="large"
          iconEnd="arrow-right"
        >
          {t('public.home.seeResults')}
        </ButtonLink>
      )}
      {campaign === null ? (
        <ButtonLink href={paths.questions(locale)} size="large">
          {t('public.home.readQuestions')}
        </ButtonLink>
      ) : (
        <ButtonLink href={paths.regulation(locale)} size="large">
          {t('public.home.readRegulation')}
        </ButtonLink>
      )}
    </div>
  )
}

/** Three answers in the first view: is it open, until when, how do I apply (experience.md 15, A). */
export function HomeHero({
  campaign,
  lastSlug,
  note,
}: {
  campaign: HeroCampaign | null
  lastSlug: string | null
  note?: ReactNode
}) {
  const t = useT()
  const state = campaign === null ? 'none' : stateOf(campaign)
  return (
    <div className="hero">
      <div className="band">
        <HeroField phone />
      </div>
      <div className="art">
        <HeroField />
      </div>
      <div className="wrap in">
        <p className="eyebrow">
          <PhaseStar
            state={
              state === 'open'
                ? 'now'
                : state === 'none' || state === 'soon'
                  ? 'next'
                  : state === 'published'
                    ? 'done'
                    : 'now'
            }
          />
          <span>
            <Dots>
              {campaign === null ? null : t('public.edition.name', { year: String(campaign.year) })}
              {t(`public.home.state.${state}`)}
            </Dots>
          </span>
        </p>
        <h1>{t('public.home.title')}</h1>
        <p className="lead">
          {t(state === 'open' || state === 'soon' ? 'public.home.lead' : 'public.home.leadClosed')}
        </p>
        {note}
        <Actions campaign={campaign} lastSlug={lastSlug} />
        {campaign !== null && isOpen(campaign) ? (
          <TimeLeft at={campaign.closesAt} now={campaign.now} />
        ) : null}
      </div>
    </div>
  )
}
