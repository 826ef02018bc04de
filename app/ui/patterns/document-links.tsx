import { useLocation } from '@remix-run/react'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Dots } from '../primitives/dots.tsx'
import { Link } from '../primitives/link.tsx'
import { Time } from '../primitives/time.tsx'

export type LinkedDocument = {
  readonly id: string
  readonly kind: string
  readonly number: string
  readonly createdAt: number
}
type Props = {
  documents: readonly LinkedDocument[]
  /** The page itself has the heading. */
  titled?: boolean
  /** The page's sections have headings of their own, and the documents belong to one of them. */
  within?: boolean
  /** The page that lists the newest, where it is not this one. */
  from?: string
}

/** A query hands over one more where there are older ones. */
const SHOWN = 50

/**
 * The official documents about the thing of this page, for those who may read them; nothing when there is none. The last
 * one shown leads to those before it.
 */
export function DocumentLinks({ documents, titled = false, within = false, from }: Props) {
  const t = useT()
  if (documents.length === 0) return null
  const shown = documents.slice(0, SHOWN)
  const Heading = within ? 'h3' : 'h2'
  const last = documents.length > SHOWN ? shown.at(-1) : undefined
  return (
    <section className="documents stack stack--tight">
      {titled ? null : <Heading className={within ? 'h-sm' : 'h-sec'}>{t('common.document.title')}</Heading>}
      <ul className="stack stack--tight">
        {shown.map(({ id, kind, number, createdAt }) => (
          <li key={id}>
            <Link
              className="link"
              href={paths.document(id)}
              download
              pdf
              icon="download"
              meta={
                <Dots>
                  PDF
                  <bdi>{number}</bdi>
                </Dots>
              }
            >
              {t(`common.document.kinds.${kind}`)}
            </Link>{' '}
            <small>
              <Time at={createdAt} style="short" show="date" />
            </small>
          </li>
        ))}
      </ul>
      {last === undefined ? null : <Older than={last.id} from={from} />}
    </section>
  )
}

/** Onward, with the way back in the address. */
function Older({ than, from }: { than: string; from: string | undefined }) {
  const t = useT()
  const { pathname } = useLocation()
  return (
    <nav className="pages" aria-label={t('common.pagination.label')}>
      <Link rel="next" href={paths.olderDocuments(t.locale, than, from ?? pathname)}>
        {t('common.pagination.next')}
      </Link>
    </nav>
  )
}
