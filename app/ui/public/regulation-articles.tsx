import { Fragment } from 'react'
import type { Regulation } from '#app/domain/campaign/regulation.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { dirOf } from '#app/i18n/locales.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { ruleKey, RuleValue } from './rule-value.tsx'

/** The articles, each with the rules it carries and their values: what the text says is what the software does. */
export function RegulationArticles({ regulation, slug }: { regulation: Regulation; slug: string }) {
  const t = useT()
  const locale = useLocale()
  return (
    <div className="articles">
      {regulation.articles.map((article) => {
        const text = shownIn(article.text, locale)
        const rules = article.carries.filter((path) => t.has(ruleKey(path)))
        return (
          <section key={article.number} id={`article-${article.number}`} className="article">
            <h2>
              <span className="article__number">
                {t('public.regulation.article', { number: article.number })}
              </span>{' '}
              <LocalizedText text={article.title} />
            </h2>
            {text === null ? null : (
              <div
                lang={text.lang === locale ? undefined : text.lang}
                dir={text.lang === locale ? undefined : dirOf(text.lang)}
              >
                {text.text.split(/\n{2,}/).map((paragraph, i) => (
                  <p key={i}>{paragraph}</p>
                ))}
              </div>
            )}
            {rules.length === 0 ? null : (
              <dl className="article__rules" aria-label={t('public.regulation.carries')}>
                {rules.map((path) => (
                  <Fragment key={path}>
                    <dt>{t(ruleKey(path))}</dt>
                    <dd>
                      <RuleValue regulation={regulation} path={path} slug={slug} />
                    </dd>
                  </Fragment>
                ))}
              </dl>
            )}
          </section>
        )
      })}
    </div>
  )
}
