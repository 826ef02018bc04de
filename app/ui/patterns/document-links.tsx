import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Link } from '../primitives/link.tsx'
import { Time } from '../primitives/time.tsx'

export type LinkedDocument = {
  readonly id: string
  readonly kind: string
  readonly number: string
  readonly createdAt: number
}
type Props = { documents: readonly LinkedDocument[] }

/** The official documents about the thing of this page, for those who may read them; nothing when there is none. */
export function DocumentLinks({ documents }: Props) {
  const t = useT()
  if (documents.length === 0) return null
  return (
    <section className="documents stack stack--tight">
      <h2 className="h-sec">{t('common.document.title')}</h2>
      <ul className="stack stack--tight">
        {documents.map(({ id, kind, number, createdAt }) => (
          <li key={id}>
            <Link
              className="link"
              href={paths.document(id)}
              download
              pdf
              icon="download"
              meta={`PDF · ${number}`}
            >
              {t(`common.document.kinds.${kind}`)}
            </Link>{' '}
            <small>
              <Time at={createdAt} style="short" show="date" />
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
