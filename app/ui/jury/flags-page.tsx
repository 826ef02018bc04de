import type { Localized } from '#app/domain/kernel/localized.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { EmptyState } from '../patterns/empty-state.tsx'
import { HiddenBecause } from '../patterns/hidden-because.tsx'
import { SummaryList } from '../patterns/summary-list.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Time } from '../primitives/time.tsx'
import { WorkTitle } from '../shells/page-title.tsx'
import { JuryPage } from './jury-page.tsx'
import { Written } from '../primitives/written.tsx'

type Line = {
  readonly id: string
  readonly reference: string
  readonly title: Localized
  readonly category: Localized
  readonly ground: string
  readonly text: string
  readonly state: string
  readonly raisedAt: number
  readonly endedAt: number | null
  readonly by: string | null
}
type Props = {
  campaignId: string
  campaign: Localized
  flags: readonly Line[]
  others: number
  hidesOwn: boolean
}

function FlagItem({ flag }: { flag: Line }) {
  const t = useT()
  const { reference, title, category, ground, text, state, raisedAt, endedAt, by } = flag
  return (
    <li className="blk stack stack--tight">
      <h2 className="h-sec">
        <LocalizedText text={title} />
      </h2>
      <SummaryList
        ruled={false}
        facts={[
          { term: t('jury.flags.file'), value: <Reference code>{reference}</Reference> },
          { term: t('jury.flags.category'), value: <LocalizedText text={category} /> },
          { term: t('jury.flag.ground'), value: t(`jury.flag.grounds.${ground}`) },
          { term: t('jury.flags.state'), value: t(`jury.flags.states.${state}`) },
          { term: t('jury.flag.raisedAt'), value: <Time at={raisedAt} style="long" zone /> },
          ...(endedAt === null
            ? []
            : [{ term: t('jury.flag.endedAt'), value: <Time at={endedAt} style="long" zone /> }]),
          ...(by === null ? [] : [{ term: t('jury.flags.by'), value: <bdi>{by}</bdi> }]),
        ]}
      />
      <Written>{text}</Written>
    </li>
  )
}

/** What is flagged in a campaign: the open ones suspend their files until the plenary decides. */
export function FlagsPage({ campaignId, campaign, flags, others, hidesOwn }: Props) {
  const t = useT()
  return (
    <>
      <WorkTitle
        title={t('jury.flags.title')}
        crumbs={[{ href: paths.juryProgress(t.locale, campaignId), label: t('jury.progress.title') }]}
        meta={<LocalizedText text={campaign} />}
      />
      <JuryPage>
        <p>{t('jury.flags.lead')}</p>
        {hidesOwn ? <HiddenBecause reason="ownBody" /> : null}
        {flags.length === 0 ? <EmptyState title={t('jury.flags.none')} /> : null}
        <ul className="stack">
          {flags.map((flag) => (
            <FlagItem key={flag.id} flag={flag} />
          ))}
        </ul>
        {others === 0 ? null : <p>{t('jury.flags.others', { count: others })}</p>}
      </JuryPage>
    </>
  )
}
