import { inLocale } from '#app/http/paths.ts'
import { awaitsReview } from '#app/i18n/awaits-review.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Phrase } from '../primitives/phrase.tsx'

/** Marks every page whose words await a native reader, and leads to the same page in French, which prevails. `here`: its address. */
export function UnreviewedWords({ here }: { here: string }) {
  const t = useT()
  if (!awaitsReview(t.locale, 'public')) return null
  return (
    <p className="demo-bar" data-unreviewed>
      <Phrase
        k="common.site.unreviewed"
        tags={{
          a: (inner) => (
            <a href={inLocale(here, 'fr')} lang="fr" hrefLang="fr">
              {inner}
            </a>
          ),
        }}
      />
    </p>
  )
}
