import type { ReactNode } from 'react'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { paths } from '#app/http/paths.ts'
import type { Locale } from '#app/i18n/locales.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { type Task, TaskList } from '../patterns/task-list.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'

type Campaign = { id: string; year: number; awardName: Localized }
export type Home = {
  grants: readonly { role: string; campaign: Campaign | null }[]
  seats: readonly { role: string; accepted: boolean; campaign: Campaign }[]
  mandates: readonly { role: string; administration: Localized }[]
}

/** Where the work of a role begins. */
function areaOf(role: string, campaign: Campaign | null, locale: Locale): string {
  if (role === 'secretariat') return paths.secretariatHome(locale)
  if (role === 'organiser') return campaign ? paths.tower(locale, campaign.id) : paths.organiserHome(locale)
  if (role === 'publisher') return paths.releaseArea(locale)
  if (role === 'administrator') return paths.people(locale)
  if (role === 'auditor') return campaign ? paths.tower(locale, campaign.id) : paths.home(locale)
  return paths.juryArea(locale)
}

const Of = ({ campaign }: { campaign: Campaign | null }): ReactNode =>
  campaign === null ? null : (
    <>
      <LocalizedText text={campaign.awardName} /> <bdi>{campaign.year}</bdi>
    </>
  )

/** What one holds, each with the way to its work; and for everybody, the way to apply. */
export function Holdings({ home }: { home: Home }) {
  const t = useT()
  const locale = useLocale()
  const open = (href: string): ReactNode => (
    <ButtonLink size="small" href={href}>
      {t('account.home.open')}
    </ButtonLink>
  )
  const tasks: Task[] = [
    ...home.grants.map(({ role, campaign }): Task => ({
      title: t(`work.role.${role}`),
      hint: <Of campaign={campaign} />,
      state: 'now',
      action: (
        <span className="acts">
          {role === 'organiser' && campaign ? (
            <ButtonLink size="small" href={paths.office(locale, campaign.id)}>
              {t('account.home.office')}
            </ButtonLink>
          ) : null}
          {open(areaOf(role, campaign, locale))}
        </span>
      ),
    })),
    ...home.seats.map(({ role, accepted, campaign }): Task => ({
      title: t(`work.role.${role}`),
      hint: <Of campaign={campaign} />,
      state: accepted ? 'now' : 'todo',
      action: open(areaOf(role, campaign, locale)),
    })),
    ...home.mandates.map(({ role, administration }): Task => ({
      title: t(`work.role.${role}`),
      hint: <LocalizedText text={administration} />,
      state: 'now',
      action: open(paths.applicantHome(locale)),
    })),
  ]
  return (
    <section className="stack">
      <h2>{t('account.home.roles')}</h2>
      {tasks.length > 0 ? (
        <TaskList tasks={tasks} label={t('account.home.roles')} />
      ) : (
        <p>{t('account.home.none')}</p>
      )}
      <h2>{t('account.home.apply')}</h2>
      <p>{t('account.home.applyLead')}</p>
      <div className="acts">
        <ButtonLink href={paths.applicantHome(locale)}>{t('account.home.applyOpen')}</ButtonLink>
        <ButtonLink href={paths.myMandates(locale)}>{t('account.mandates.title')}</ButtonLink>
      </div>
    </section>
  )
}
