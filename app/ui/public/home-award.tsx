import type { CategoryRule } from '#app/domain/campaign/regulation.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { PrizeMark } from '../motif/prize-mark.tsx'
import { Link } from '../primitives/link.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Section } from '../shells/page-title.tsx'
import { OtherName } from './two-names.tsx'

const PRIZES = ['excellence', 'encouragement', 'jury'] as const
/** The three names as the ministry gives them in the two official scripts. */
const PRIZE_NAMES = {
  excellence: { ar: 'جائزة امتياز للتميز', fr: 'Prix d’excellence' },
  encouragement: { ar: 'جائزة امتياز للتشجيع', fr: 'Prix d’encouragement' },
  jury: { ar: 'جائزة لجنة التحكيم', fr: 'Prix spécial du jury' },
} as const

export function HomePrizes() {
  const t = useT()
  return (
    <Section id="award" title={t('common.nav.home')}>
      <p className="statement">{t('public.home.statement')}</p>
      <ul className="prizes">
        {PRIZES.map((prize) => (
          <li key={prize}>
            <PrizeMark kind={prize} />
            <div>
              <h3>{t(`common.prize.${prize}`)}</h3>
              <OtherName text={PRIZE_NAMES[prize]} />
            </div>
            <p>{t(`public.home.prize.${prize}`)}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Categories are a list, not cards: they must be compared. */
export function HomeCategories({
  categories,
}: {
  categories: readonly Pick<CategoryRule, 'code' | 'name' | 'description'>[]
}) {
  const t = useT()
  const locale = useLocale()
  return (
    <Section
      id="categories"
      title={t('common.nav.categories')}
      lead={t('public.home.categoriesLead')}
      link={
        <Link className="link" href={paths.categories(locale)} iconEnd="arrow-right">
          {t('public.home.compare')}
        </Link>
      }
    >
      <ol className="cats">
        {categories.map((category, i) => (
          <li key={category.code}>
            <span className="n" aria-hidden="true">
              {i + 1}
            </span>
            <div>
              <h3>
                <LocalizedText text={category.name} />
              </h3>
              <OtherName text={category.name} className="cats__other" />
            </div>
            <p>
              <LocalizedText text={category.description} />
            </p>
            <Link className="link sm" href={paths.category(locale, category.code)} iconEnd="arrow-right">
              {t('public.home.rubric')}
            </Link>
          </li>
        ))}
      </ol>
    </Section>
  )
}
