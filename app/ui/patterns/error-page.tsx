import type { ReactNode } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { Octagon } from '../motif/octagon.tsx'
import { ButtonLink } from '../primitives/button.tsx'

const kinds: Readonly<Record<number, string>> = {
  401: 'signIn',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  429: 'tooMany',
  503: 'unavailable',
}

/** What happened, that nothing is lost, what to do, a code to quote. */
export function ErrorPage({
  status,
  code,
  homeHref = '/',
  action,
}: {
  status: number
  code?: string
  homeHref?: string
  action?: ReactNode
}) {
  const t = useT()
  const kind = kinds[status] ?? (status < 500 ? 'notFound' : 'server')
  return (
    <div className="wrap error-page">
      <Octagon size={120} />
      <div>
        <h1>{t(`common.errorPage.${kind}.title`)}</h1>
        <p>{t(`common.errorPage.${kind}.body`)}</p>
        {code === undefined ? null : (
          <p className="sm">
            <bdi>{t('common.errorPage.code', { code })}</bdi>
          </p>
        )}
        <div className="acts">
          {action}
          <ButtonLink href={homeHref}>{t('common.nav.backHome')}</ButtonLink>
        </div>
      </div>
    </div>
  )
}
