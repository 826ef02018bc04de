import type { Localized } from '#app/domain/kernel/localized.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { dirOf } from '#app/i18n/locales.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Deadline } from '../patterns/deadline.tsx'
import { type NominationStatus, StatusTag } from '../patterns/status-tag.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Reference } from '../primitives/reference.tsx'
import { type Crumb, WorkTitle } from '../shells/page-title.tsx'

export type HeadShown = {
  readonly reference: string
  readonly state: NominationStatus
  /** What follows from the phase and the published result; else the state is shown. */
  readonly standing?: NominationStatus
  /** Refused, and an appeal waits for its answer. */
  readonly appealed?: boolean
  readonly title: Localized
  readonly category: Localized
  readonly administration: Localized
  readonly dueAt?: number
}

/** The head of every page of a dossier: title in both languages, state, reference, category, deadline. */
export function DossierHead({
  head,
  now,
  page,
  dueLabel,
  crumbs = [],
}: {
  head: HeadShown
  now: number
  page?: string
  /** What is due, where it is not the deposit. */
  dueLabel?: string
  crumbs?: readonly Crumb[]
}) {
  const t = useT()
  const title = shownIn(head.title, t.locale)
  // Beside the title stands its other official name, in English too, where one of the two is the title.
  const otherLocale = title?.lang === 'ar' ? 'fr' : 'ar'
  const other = head.title[otherLocale]
  return (
    <WorkTitle
      crumbs={crumbs}
      title={
        title === null ? (
          t('nomination.untitled')
        ) : page === undefined ? (
          <LocalizedText text={head.title} />
        ) : (
          page
        )
      }
      other={
        page !== undefined ? (
          <LocalizedText text={head.title} />
        ) : other ? (
          <bdi lang={otherLocale} dir={dirOf(otherLocale)}>
            {other}
          </bdi>
        ) : undefined
      }
      meta={
        <>
          <StatusTag status={head.appealed ? 'appeal' : (head.standing ?? head.state)} />
          <Reference code>{head.reference}</Reference>
          <LocalizedText text={head.category} />
          <LocalizedText text={head.administration} />
        </>
      }
      aside={
        head.dueAt === undefined ? undefined : (
          <Deadline at={head.dueAt} now={now} {...(dueLabel === undefined ? {} : { label: dueLabel })} />
        )
      }
    />
  )
}
