import type { Localized } from '#app/domain/kernel/localized.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { Dots } from '../primitives/dots.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Tag } from '../primitives/tag.tsx'
import { Time } from '../primitives/time.tsx'
import { QuorumLine } from './quorum-line.tsx'
import type { Head } from './room-head.tsx'

type Props = {
  head: Head
  agenda: readonly {
    readonly id: string
    readonly slotLabel: Localized
    readonly outcome: 'awarded' | 'shared' | 'withheld' | null
    readonly reason: string | null
    readonly winners: readonly Localized[]
  }[]
  minutes: { readonly state: 'draft' | 'signing' | 'signed'; readonly number: string } | null
}

/** Only what is not finished is dashed. */
const KINDS = { growing: 'draft', draft: 'draft', signing: 'wait', signed: 'ok' } as const

/** One prize: what was decided, then why it was not awarded or to whom it went. */
function PointSoFar({ point }: { point: Props['agenda'][number] }) {
  const t = useT()
  const prize = (
    <b>
      <LocalizedText text={point.slotLabel} />
    </b>
  )
  const outcome = t(`deliberation.outcome.${point.outcome ?? 'awarded'}`)
  if (point.reason !== null) {
    const reason = t(`deliberation.minutes.withheld.${point.reason}`)
    return <Phrase k="deliberation.minutes.point.withheld" values={{ outcome, reason }} parts={{ prize }} />
  }
  if (point.winners.length === 0)
    return <Phrase k="deliberation.minutes.point.decided" values={{ outcome }} parts={{ prize }} />
  const winners = (
    <Dots>
      {point.winners.map((title, at) => (
        <LocalizedText key={at} text={title} />
      ))}
    </Dots>
  )
  return <Phrase k="deliberation.minutes.point.given" values={{ outcome }} parts={{ prize, winners }} />
}

/** The minutes as they fill up: what the record says so far, nothing typed. */
export function MinutesGrowing({ head, agenda, minutes }: Props) {
  const t = useT()
  const locale = useLocale()
  const state = minutes?.state ?? 'growing'
  return (
    <section aria-labelledby="minutes">
      <h2 id="minutes">{t('deliberation.minutes.title')}</h2>
      <div className="minutes">
        <p className="minutes__of">
          <b>
            <LocalizedText text={head.award} />
          </b>
        </p>
        <p>
          <Tag kind={KINDS[state]}>{t(`deliberation.minutes.state.${state}`)}</Tag>{' '}
          {minutes === null ? null : <bdi>{minutes.number}</bdi>}
        </p>
        <p>
          <Time at={head.openedAt ?? head.convenedFor} />
          <br />
          <QuorumLine quorum={head.quorum} />
        </p>
        {agenda
          .filter((point) => point.outcome !== null)
          .map((point) => (
            <p key={point.id}>
              <PointSoFar point={point} />
            </p>
          ))}
      </div>
      <div className="acts">
        <ButtonLink href={paths.minutes(locale, head.id)} icon="eye">
          {t('deliberation.minutes.open')}
        </ButtonLink>
      </div>
    </section>
  )
}
