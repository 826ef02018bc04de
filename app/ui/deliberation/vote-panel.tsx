import type { VoteKind } from '#app/domain/deliberation/ballot.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { BallotStars } from '../motif/ballot-stars.tsx'
import { PrizeMark } from '../motif/prize-mark.tsx'
import { Banner } from '../primitives/banner.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { Dots } from '../primitives/dots.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Act } from './act.tsx'
import { FlagActs, type FlagShown } from './flag-panel.tsx'
import { markOf } from './agenda-panel.tsx'
import { type Counted, VoteResult } from './vote-result.tsx'

type Motion = {
  readonly id: string
  readonly kind: VoteKind
  readonly secret: boolean
  readonly state: 'open' | 'closed'
  readonly voters: number
  /** Of a vote on a flag, whose chair may be another. */
  readonly presides: boolean
  /** What a vote on a flag is about. */
  readonly flag: { readonly title: Localized; readonly ground: string } | null
  readonly result: Counted | null
}
export type VotePanelProps = {
  sessionId: string
  item: {
    readonly id: string
    readonly state: 'pending' | 'open' | 'decided'
    readonly slotLabel: Localized
    readonly slotType: string
    readonly presides: boolean
    readonly presiding: string | null
    readonly leaving: readonly { readonly name: string; readonly present: boolean }[]
    readonly motions: readonly Motion[]
    readonly finalists: readonly { readonly id: string; readonly title: Localized }[]
    readonly flags: readonly FlagShown[]
  }
  majority: string
  /** Who is in the room. */
  present: number
}

function Motions({ item, present }: Pick<VotePanelProps, 'item' | 'present'>) {
  const t = useT()
  const mayVote = present - item.leaving.filter((seat) => seat.present).length
  return item.motions.map((motion) => (
    <div className="ballot__foot" key={motion.id}>
      <b>{t(`deliberation.vote.kind.${motion.kind}`)}</b>{' '}
      {t(motion.secret ? 'deliberation.vote.secret' : 'deliberation.vote.open')}
      {motion.flag === null ? null : (
        <p>
          <Dots>
            <LocalizedText text={motion.flag.title} />
            {t(`jury.flag.grounds.${motion.flag.ground}`)}
          </Dots>
        </p>
      )}
      {motion.result === null ? null : <VoteResult result={motion.result} finalists={item.finalists} />}
      {motion.state === 'closed' ? null : (
        <>
          <BallotStars cast={motion.voters} expected={mayVote} />
          <p role="status">{t('deliberation.vote.papers', { count: motion.voters })}</p>
          {item.presides || motion.presides ? (
            <Act fields={{ intent: 'close-vote', motionId: motion.id }}>
              {t('deliberation.action.closeVote')}
            </Act>
          ) : null}
        </>
      )}
    </div>
  ))
}

function Acts({ item, sessionId }: Pick<VotePanelProps, 'item' | 'sessionId'>) {
  const t = useT()
  const locale = useLocale()
  if (item.state === 'open' && item.flags.length > 0) {
    const isVoted = item.motions.some((motion) => motion.state === 'open')
    return isVoted ? null : <FlagActs flags={item.flags} itemId={item.id} />
  }
  if (!item.presides || item.state === 'decided') return null
  if (item.state === 'pending') {
    return (
      <Act fields={{ intent: 'open-item', itemId: item.id }} variant="primary">
        {t('deliberation.action.openItem')}
      </Act>
    )
  }
  if (item.motions.some((motion) => motion.state === 'open')) return null
  const tied = item.motions.some((motion) => motion.kind === 'ranking')
  const kinds = tied ? (['award', 'ranking', 'runoff'] as const) : (['award', 'ranking'] as const)
  return (
    <>
      {kinds.map((kind) => (
        <Act key={kind} fields={{ intent: 'open-vote', itemId: item.id, kind }}>
          {t(`deliberation.action.openVote.${kind}`)}
        </Act>
      ))}
      <ButtonLink variant="primary" href={paths.decision(locale, sessionId, item.id)}>
        {t('deliberation.action.decide')}
      </ButtonLink>
    </>
  )
}

/** The point in discussion: who leaves, the votes with their totals, and what may be done next. */
export function VotePanel({ sessionId, item, majority, present }: VotePanelProps) {
  const t = useT()
  return (
    <section className="ballot" aria-labelledby="point">
      <header>
        <PrizeMark kind={markOf({ slotType: item.slotType })} size={28} />
        <div>
          <h2 id="point">
            <LocalizedText text={item.slotLabel} />
          </h2>
          <small>{t(`deliberation.vote.majority.${majority}`)}</small>
        </div>
      </header>
      {item.presiding === null ? null : (
        <div className="ballot__seals">
          {t('deliberation.item.presidedBy')} <bdi>{item.presiding}</bdi>
        </div>
      )}
      {item.leaving.length === 0 ? null : (
        <Banner kind="wait" title={t('deliberation.item.leaving')}>
          <ul>
            {item.leaving.map((seat) => (
              <li key={seat.name}>
                <bdi>{seat.name}</bdi>
                {seat.present ? ` – ${t('deliberation.item.stillPresent')}` : ''}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      <Motions item={item} present={present} />
      <div className="ballot__foot">
        <div className="acts">
          <Acts item={item} sessionId={sessionId} />
        </div>
      </div>
    </section>
  )
}
