import type { ReactNode } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { Octagon } from '../motif/octagon.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Brand } from '../shells/brand.tsx'
import { UnreviewedWords } from '../shells/unreviewed-words.tsx'
import { type Sent, SentAgain } from './sent-again.tsx'

const kinds: Readonly<Record<number, string>> = {
  400: 'unreadable',
  401: 'signIn',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  413: 'tooLarge',
  415: 'unreadable',
  429: 'tooMany',
  503: 'unavailable',
}

/** What may be otherwise at the next try, besides every fault of the house. */
const PASSING = new Set([409, 429])

const kindOf = (status: number): string => kinds[status] ?? (status < 500 ? 'notFound' : 'server')

/** The message key of what happened; `isSent`: to a form whose words come back. */
export const errorTitle = (status: number, isSent = false): string =>
  `common.errorPage.${isSent ? 'again' : kindOf(status)}.title`

/** Dates, numbers and addresses go along with the form unseen: only what was written in words is shown. */
function bodyOf(status: number, sent: Sent | undefined, code: string | undefined): string {
  // An answer that never came has no code to quote.
  if (sent === undefined && kindOf(status) === 'server' && code === undefined)
    return 'common.errorPage.server.noAnswer'
  if (sent === undefined) return `common.errorPage.${kindOf(status)}.body`
  if (sent.secrets !== undefined) return 'common.errorPage.again.exceptSecret'
  return `common.errorPage.again.${sent.sent.some(({ prose }) => prose) ? 'body' : 'kept'}`
}

/** What happened, that nothing is lost, what to do; a code to quote when it is the house that failed. */
export function ErrorPage({
  status,
  code,
  homeHref = '/',
  ownHref,
  action,
  sent,
  again,
}: {
  status: number
  code?: string | undefined
  homeHref?: string
  /** Where whoever works here goes on; public pages have none. */
  ownHref?: string | undefined
  action?: ReactNode
  sent?: Sent | undefined
  /** The address that failed, and whether something was sent to it. */
  again?: { readonly href: string; readonly posted: boolean }
}) {
  const t = useT()
  const isPassing = PASSING.has(status) || status >= 500
  // Whoever sent something may not be told that nothing is lost: the answer is what is missing.
  const isUnsure = again?.posted === true && isPassing && status !== 409
  return (
    <>
      <UnreviewedWords here={again?.href ?? homeHref} />
      <header className="topbar">
        <Brand href={homeHref} />
      </header>
      <main id="content" className="wrap error-page">
        <Octagon size={120} />
        <div>
          <h1>{t(errorTitle(status, sent !== undefined))}</h1>
          <p>{t(isUnsure ? 'common.errorPage.posted' : bodyOf(status, sent, code))}</p>
          {sent === undefined ? null : <SentAgain told={sent} />}
          {code === undefined || status < 500 ? null : (
            <p className="sm">
              <Phrase k="common.errorPage.code" parts={{ code: <Reference code>{code}</Reference> }} />
            </p>
          )}
          <div className="acts">
            {action}
            {again === undefined || !isPassing ? null : (
              <ButtonLink href={again.href} variant="primary" icon="refresh">
                {t(again.posted ? 'common.errorPage.reopen' : 'common.errorPage.retry')}
              </ButtonLink>
            )}
            {ownHref === undefined ? null : (
              <ButtonLink href={ownHref}>{t('common.nav.myAccount')}</ButtonLink>
            )}
            <ButtonLink href={homeHref}>{t('common.nav.backHome')}</ButtonLink>
          </div>
        </div>
      </main>
    </>
  )
}
