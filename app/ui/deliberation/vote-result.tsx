import type { Localized } from '#app/domain/kernel/localized.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { votedResult } from '#app/domain/results/vote-record.ts'
import type {
  AwardMotionRecord,
  FlagMotionRecord,
  RankingRecord,
  RunoffRecord,
} from '#app/domain/results/vote-record.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { Phrase } from '../primitives/phrase.tsx'

export type Counted =
  | { readonly kind: 'award'; readonly award: AwardMotionRecord }
  | { readonly kind: 'ranking'; readonly ranking: RankingRecord }
  | { readonly kind: 'runoff'; readonly runoff: RunoffRecord; readonly papers: number }
  | { readonly kind: 'flag'; readonly flag: FlagMotionRecord }
type Named = readonly { readonly id: string; readonly title: Localized }[]

/** The totals of a closed vote, in one sentence; never who voted how. */
export function VoteResult({ result, finalists }: { result: Counted; finalists: Named }) {
  const t = useT()
  const locale = useLocale()
  const named = (id: string): string => {
    const title = finalists.find((one) => one.id === id)?.title
    return (title && shownIn(title, locale)?.text) ?? ''
  }
  if (result.kind === 'award') {
    const { award, withhold, blank, outcome } = result.award
    return (
      <p>
        {t('deliberation.vote.awardTotals', { award, withhold, blank })}{' '}
        <b>{t(`deliberation.vote.awardOutcome.${outcome}`)}</b>
        {result.award.castingVoteUsed ? ` ${t('deliberation.vote.casting')}` : ''}
      </p>
    )
  }
  if (result.kind === 'flag') {
    const { uphold, lift, blank, outcome, castingVoteUsed } = result.flag
    return (
      <p>
        {t('deliberation.vote.flagTotals', { uphold, lift, blank })}{' '}
        <b>{t(`deliberation.vote.flagOutcome.${outcome}`)}</b>
        {castingVoteUsed ? ` ${t('deliberation.vote.casting')}` : ''}
      </p>
    )
  }
  if (result.kind === 'runoff') {
    const { between, first, second } = result.runoff
    return (
      <p>
        <Phrase
          k="deliberation.vote.runoffTotals"
          values={{ votesFirst: first, votesSecond: second }}
          parts={{ first: <bdi>{named(between[0])}</bdi>, second: <bdi>{named(between[1])}</bdi> }}
        />
      </p>
    )
  }
  const elected = votedResult(result.ranking)
  if (elected.kind === 'winner') {
    return (
      <p>
        {t('deliberation.vote.elected', { winner: named(elected.winner) })}{' '}
        <small>{t(`deliberation.vote.method.${elected.method}`)}</small>
      </p>
    )
  }
  return <p>{t(elected.kind === 'tie' ? 'deliberation.vote.tie' : 'deliberation.vote.noPaper')}</p>
}
