import { Fragment } from 'react'
import { useT } from '#app/i18n/provider.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import type { Competitor } from './simulation-values.ts'

export type NamedProps = { competitors: readonly Competitor[] }

/** One or several nominations: laureates by their title, the others by their number. */
export function CompetitorNames({ competitors, keys }: NamedProps & { keys: readonly string[] }) {
  const t = useT()
  return keys.map((key, at) => {
    const laureate = competitors.find((one) => one.key === key)?.laureate ?? null
    return (
      <Fragment key={key}>
        {at === 0 ? null : t('campaign.simulation.separator')}
        {laureate ? (
          <LocalizedText text={laureate.title} />
        ) : (
          <bdi>{t('campaign.simulation.unnamed', { number: key })}</bdi>
        )}
      </Fragment>
    )
  })
}
