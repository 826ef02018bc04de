import type { Block } from '#app/domain/document/block.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { DocumentBody } from './document-body.tsx'

type Props = {
  document: {
    readonly id: string
    readonly number: string
    readonly sha256: string
    readonly mayOpen: boolean
    readonly body: readonly Block[]
  }
}

/** The minutes as they are signed: the page says what the paper says, and the paper is exact. */
export function MinutesPreview({ document }: Props) {
  const t = useT()
  return (
    <>
      <article className="minutes">
        <p>
          <bdi>{document.number}</bdi>
        </p>
        <DocumentBody blocks={document.body} caption={t('deliberation.minutes.title')} />
      </article>
      <p>
        {t('deliberation.minutes.fingerprint')}{' '}
        <bdi dir="ltr" className="code">
          {document.sha256}
        </bdi>
      </p>
      {document.mayOpen ? (
        <ButtonLink href={paths.document(document.id)} icon="download" download pdf>
          {t('deliberation.minutes.pdf')}
        </ButtonLink>
      ) : (
        <p>{t('deliberation.minutes.closedUntilRelease')}</p>
      )}
    </>
  )
}
