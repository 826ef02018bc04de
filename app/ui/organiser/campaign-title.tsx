import type { ReactNode } from 'react'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { Banner } from '../primitives/banner.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Tag } from '../primitives/tag.tsx'
import { type Crumb, WorkTitle } from '../shells/page-title.tsx'

type Head = {
  readonly id: string
  readonly year: number
  readonly phase: string
  readonly awardName: Localized
  readonly synthetic: boolean
}
type Props = {
  head: Head
  title: ReactNode
  setup?: boolean
  /** The page of the set-up that this one is a part of. */
  via?: Crumb | undefined
  aside?: ReactNode
}

/** The head of every page of a campaign: what is done, in which edition, at which phase. */
export function CampaignTitle({ head, title, setup = false, via, aside }: Props) {
  const t = useT()
  const locale = useLocale()
  const edition = t('campaign.edition', { year: String(head.year) })
  const crumbs = [
    { href: paths.tower(locale, head.id), label: <bdi>{edition}</bdi> },
    ...(setup ? [{ href: paths.campaignSetup(locale, head.id), label: t('campaign.setup.title') }] : []),
    ...(via === undefined ? [] : [via]),
  ]
  return (
    <>
      <WorkTitle
        title={title}
        crumbs={crumbs}
        meta={
          <>
            <Tag kind="info" icon="calendar">
              {t(`common.phase.${head.phase}`)}
            </Tag>
            <LocalizedText text={head.awardName} />
          </>
        }
        aside={aside}
      />
      {head.synthetic ? <Banner kind="info">{t('campaign.synthetic')}</Banner> : null}
    </>
  )
}
