import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { Link } from '../primitives/link.tsx'
import { EditionFacts, type EditionView } from './edition-facts.tsx'
import { StarPanel } from './star-panel.tsx'

/** The edition beside its list: dates, figures, what is invented, what is not known. */
export function EditionSheet({ edition }: { edition: EditionView }) {
  const t = useT()
  const locale = useLocale()
  const year = String(edition.snapshot.campaign.year)
  return (
    <aside className="det" aria-labelledby="edition-sheet">
      <StarPanel kind="excellence" />
      <div className="bd">
        <h2 id="edition-sheet">{t('public.edition.name', { year })}</h2>
        <EditionFacts edition={edition} />
        {edition.synthetic ? <p className="cit">{t('public.edition.replayed')}</p> : null}
        {edition.archived ? <p className="cit">{t('public.edition.fromRecord')}</p> : null}
        <div className="acts">
          <Link className="link" href={paths.edition(locale, edition.slug)} iconEnd="arrow-right">
            {t('public.edition.open')}
          </Link>
        </div>
      </div>
    </aside>
  )
}
