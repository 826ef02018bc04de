import { awaitsReview } from '#app/i18n/awaits-review.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import type { LanguageLink } from './languages.tsx'

/** Marks every page whose words await a native reader, and leads to the same page in French, which prevails. */
export function UnreviewedWords({ links }: { links: readonly LanguageLink[] }) {
  const t = useT()
  const french = links.find(({ locale }) => locale === 'fr')
  if (!awaitsReview(t.locale, 'public') || french === undefined) return null
  return (
    <p className="demo-bar" data-unreviewed>
      <Phrase
        k="common.site.unreviewed"
        tags={{
          a: (inner) => (
            <a href={french.href} lang="fr" hrefLang="fr">
              {inner}
            </a>
          ),
        }}
      />
    </p>
  )
}
