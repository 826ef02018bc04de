import type { Localized } from '#app/domain/kernel/localized.ts'
import { shownIn } from '#app/i18n/french-typography.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { HeatMap, type HeatState } from '../patterns/heat-map.tsx'
import { Link } from '../primitives/link.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'

type Props = {
  campaignId: string
  heat: {
    readonly category: string
    readonly cut: boolean
    readonly nominations: readonly {
      readonly id: string
      readonly reference: string
      readonly sealed: number
    }[]
    readonly seats: readonly {
      readonly id: string
      readonly label: Localized
      readonly person: string | null
      readonly cells: readonly HeatState[]
      readonly done: number
      readonly total: number
    }[]
  }
  categories: readonly { readonly code: string; readonly name: Localized }[]
  minimumSheets: number
}

/** Who has sealed, started or is late, one category at a time; the categories are links. Never a score. */
export function TowerProgress({ campaignId, heat, categories, minimumSheets }: Props) {
  const t = useT()
  const locale = useLocale()
  return (
    <section className="blk" id="progress">
      <header>
        <h2>{t('campaign.tower.progress')}</h2>
        <nav className="tabs" aria-label={t('campaign.nominations.category')}>
          {categories.map(({ code, name }) => (
            <Link
              key={code}
              href={`${paths.tower(locale, campaignId, { category: code })}#progress`}
              current={code === heat.category ? 'page' : undefined}
            >
              <bdi>{shownIn(name, locale)?.text ?? code}</bdi>
            </Link>
          ))}
        </nav>
      </header>
      <p className="say2">
        {t('campaign.tower.progressNote')} {heat.cut ? t('campaign.tower.progressCut') : ''}
      </p>
      {heat.nominations.length === 0 ? (
        <p className="say2">{t('campaign.tower.progressEmpty')}</p>
      ) : (
        <HeatMap
          csvHref={paths.towerFile(locale, campaignId, 'progress', heat.category)}
          columns={heat.nominations.map(({ id, reference, sealed }) => ({
            key: id,
            name: reference.replace(/^.*-0*/, ''),
            sheets: sealed,
            few: sealed < minimumSheets,
          }))}
          rows={heat.seats.map(({ id, label, person, cells, done, total }) => ({
            key: id,
            name: person ?? <LocalizedText text={label} />,
            cells: cells.map((state) => ({ state })),
            done,
            total,
          }))}
        />
      )}
    </section>
  )
}
