import { Fragment } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { Banner } from '../primitives/banner.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import type { Source } from './simulation-values.ts'

/** On which released edition all figures of the page stand, and what they cannot say. */
export function SimulationSource({ source }: { source: Source }) {
  const t = useT()
  const { year, award, synthetic, rule, unscored, competitors, leftOut } = source
  if (unscored.length > 0)
    return (
      <Banner kind="wait" title={t('campaign.simulation.emptyTitle')}>
        {t('campaign.simulation.unscored', { year: String(year) })}{' '}
        {unscored.map((name, at) => (
          <Fragment key={at}>
            {at === 0 ? null : t('campaign.simulation.separator')}
            <LocalizedText text={name} />
          </Fragment>
        ))}
      </Banner>
    )
  return (
    <>
      {synthetic ? (
        <Banner kind="wait">{t('campaign.simulation.synthetic', { year: String(year) })}</Banner>
      ) : null}
      <p className="lead">
        <Phrase
          k="campaign.simulation.source"
          values={{ year: String(year), count: competitors.length }}
          parts={{ award: <LocalizedText text={award} /> }}
        />
      </p>
      {leftOut === 0 ? null : <p className="hint">{t('campaign.simulation.leftOut', { count: leftOut })}</p>}
      {rule === 'mean' ? null : <p className="hint">{t(`campaign.simulation.rule.${rule}`)}</p>}
    </>
  )
}
