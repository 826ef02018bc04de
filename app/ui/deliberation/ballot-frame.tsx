import type { ReactNode } from 'react'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { mayCast, type VoteKind } from '#app/domain/deliberation/ballot.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { SummaryList } from '../patterns/summary-list.tsx'
import { BallotStars } from '../motif/ballot-stars.tsx'
import { PrizeMark } from '../motif/prize-mark.tsx'
import { Banner } from '../primitives/banner.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { Dots } from '../primitives/dots.tsx'
import { Icon } from '../primitives/icon.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { WorkTitle } from '../shells/page-title.tsx'
import { markOf } from './agenda-panel.tsx'
import { Written } from '../primitives/written.tsx'

export type BallotFacts = {
  readonly sessionId: string
  readonly kind: VoteKind
  readonly secret: boolean
  readonly open: boolean
  readonly present: boolean
  readonly thin: boolean
  readonly slotLabel: Localized
  readonly slotType: string
  readonly categoryName: Localized
  readonly majority: string
  readonly eligible: number
  readonly cast: number
  readonly candidates: readonly { readonly id: string; readonly title: Localized }[]
  readonly flag: { readonly ground: string; readonly texts: readonly string[] } | null
  readonly receipt: string | null
}

function Receipt({ code }: { code: string }) {
  const t = useT()
  return (
    <Banner kind="ok" title={t('deliberation.ballot.receipt')}>
      <p>
        <bdi className="code" dir="ltr">
          {code}
        </bdi>
      </p>
      <p>{t('deliberation.ballot.receiptNote')}</p>
    </Banner>
  )
}

/** On what ground the flag was raised and with which reasons; never who raised it. */
function Flagged({ flag }: Pick<BallotFacts, 'flag'>) {
  const t = useT()
  if (flag === null) return null
  return (
    <div className="ballot__foot stack stack--tight">
      <SummaryList
        ruled={false}
        facts={[{ term: t('deliberation.flag.ground'), value: t(`jury.flag.grounds.${flag.ground}`) }]}
      />
      {flag.texts.map((text, at) => (
        // What is asked, in the size of the question: a paragraph here is a note.
        <Written key={at} as="div">
          {text}
        </Written>
      ))}
      <p className="hint">{t('deliberation.flag.effect')}</p>
    </div>
  )
}

/** What is voted on: the prize of the point or, of a flag, the file that it is against. */
function Subject({ page }: { page: Pick<BallotFacts, 'flag' | 'candidates' | 'slotLabel'> }) {
  if (page.flag === null) return <LocalizedText text={page.slotLabel} />
  const title = <LocalizedText text={page.candidates[0]?.title ?? {}} />
  return <Phrase k="deliberation.flag.head" parts={{ title }} />
}

/** The ballot: what is asked, how it is decided, and after the deposit only the receipt. */
export function BallotFrame({ page, children }: { page: BallotFacts; children: ReactNode }) {
  const t = useT()
  const locale = useLocale()
  const able = mayCast({ ...page, voted: page.receipt !== null })
  return (
    <>
      <WorkTitle
        title={t(`deliberation.vote.kind.${page.kind}`)}
        crumbs={[{ href: paths.seatRoom(locale, page.sessionId), label: t('deliberation.seat.title') }]}
        meta={<LocalizedText text={page.categoryName} />}
      />
      <div className="work">
        <section className="ballot">
          <header>
            {page.flag === null ? (
              <PrizeMark kind={markOf({ slotType: page.slotType })} size={28} />
            ) : (
              <Icon name="flag" />
            )}
            <div>
              <h2>
                <Subject page={page} />
              </h2>
              <small>
                <Dots>
                  {t(page.secret ? 'deliberation.vote.secret' : 'deliberation.vote.open')}
                  {t(`deliberation.vote.majority.${page.majority}`)}
                </Dots>
              </small>
            </div>
          </header>
          <div className="ballot__seals">
            <BallotStars cast={page.cast} expected={page.eligible} />
            {t('deliberation.vote.cast', { count: page.cast, eligible: page.eligible })}
          </div>
          <Flagged flag={page.flag} />
          {page.thin ? <Banner kind="wait">{t('deliberation.ballot.thin')}</Banner> : null}
          {page.secret && page.open ? (
            <p className="ballot__foot">{t('deliberation.ballot.unanimous')}</p>
          ) : null}
          {page.receipt === null ? null : <Receipt code={page.receipt} />}
          {!page.open ? <p className="ballot__foot">{t('deliberation.ballot.closed')}</p> : null}
          {page.open && !page.present ? (
            <p className="ballot__foot">{t('deliberation.reason.not-present')}</p>
          ) : null}
          {able.ok ? children : null}
        </section>
        <ButtonLink href={paths.seatRoom(locale, page.sessionId)}>{t('common.action.back')}</ButtonLink>
      </div>
    </>
  )
}
