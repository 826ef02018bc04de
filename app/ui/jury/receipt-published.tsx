import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { Banner } from '../primitives/banner.tsx'
import { Link } from '../primitives/link.tsx'
import { Section } from '../shells/page-title.tsx'

type Props = { readonly published: { readonly slug: string; readonly isListed: boolean } | null }

/** Once the results are public: whether this very commitment is among the published ones, and where to look oneself. */
export function ReceiptPublished({ published }: Props) {
  const t = useT()
  const locale = useLocale()
  if (published === null) return null
  const { slug, isListed } = published
  return (
    <Section title={t('jury.proof.published')}>
      <Banner kind={isListed ? 'ok' : 'bad'}>{t(`jury.proof.${isListed ? 'listed' : 'unlisted'}`)}</Banner>
      <ul className="anchors">
        <li>
          <Link className="link" href={paths.bundleFile(slug, 'commitments.json')} download>
            {t('jury.proof.commitments')}
          </Link>
        </li>
        <li>
          <Link className="link" href={paths.recompute(locale, slug)}>
            {t('jury.proof.recompute')}
          </Link>
        </li>
      </ul>
    </Section>
  )
}
