import { paths } from '#app/http/paths.ts'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { dirOf } from '#app/i18n/locales.ts'
import { useFormat, useLocale, useT } from '#app/i18n/provider.tsx'
import { DOT } from '../primitives/dots.tsx'
import { Link } from '../primitives/link.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { PrizeGlyph } from './prize-glyph.tsx'
import { PrizeName } from './prize-name.tsx'
import { kindOf, type PrizeView } from './prize-view.ts'
import { ServiceTitle } from './service-title.tsx'
import { OtherName } from './two-names.tsx'

export type GroupView = {
  readonly year: number
  readonly slug: string
  readonly category: { readonly code: string; readonly name: Localized }
  readonly prizes: readonly PrizeView[]
}

function Row({ prize }: { prize: PrizeView }) {
  const t = useT()
  const locale = useLocale()
  const { winner, slot } = prize
  return (
    <article className={winner ? 'row' : 'row row--none'}>
      <PrizeGlyph kind={kindOf(prize)} />
      <div>
        {winner ? (
          <>
            <h3>
              <Link href={paths.laureate(locale, winner.nominationId)}>
                <ServiceTitle winner={winner} />
              </Link>
            </h3>
            <OtherName text={winner.title} />
            <p className="adm">
              <LocalizedText text={winner.administration.name} />
            </p>
          </>
        ) : (
          <>
            <h3>{t('public.laureates.notAwarded')}</h3>
            {slot.reason === null ? null : <p className="adm">{t(`public.withholding.${slot.reason}`)}</p>}
          </>
        )}
      </div>
      <span className="pz">
        <PrizeName type={slot.type} label={slot.label} />
        {slot.outcome === 'shared' ? (
          <span className="pz__shared"> ({t('common.prizeState.shared')})</span>
        ) : null}
      </span>
    </article>
  )
}

function Group({ group, withYear }: { group: GroupView; withYear: boolean }) {
  const t = useT()
  const format = useFormat()
  const locale = useLocale()
  return (
    <section className="grp">
      <h2>
        <span className="grp__name">
          {withYear ? (
            <span className="grp__year">
              <bdi>
                <Link href={paths.edition(locale, group.slug)}>{group.year}</Link>
              </bdi>
              {DOT}
            </span>
          ) : null}
          <bdi dir={dirOf(locale)}>
            <LocalizedText text={group.category.name} />
          </bdi>
        </span>
        <span>
          {format.number(group.prizes.length)}
          <span className="vh"> {t('public.sky.prizesWord')}</span>
        </span>
      </h2>
      {group.prizes.map((prize) => (
        <Row key={prize.key} prize={prize} />
      ))}
    </section>
  )
}

/** Grouped by category; with more than one edition on the page, the year stands first. */
export function LaureateGroups({ groups, withYear }: { groups: readonly GroupView[]; withYear: boolean }) {
  return groups.map((group) => (
    <Group key={`${group.slug}/${group.category.code}`} group={group} withYear={withYear} />
  ))
}

/**
 * The whole roll, edition by edition: on a phone all but the first are folded, without script, and the fold alone says
 * the year. A wide screen and paper show every one, where each head says it (palmares-list.css).
 */
function LaureateEditions({ groups }: { groups: readonly GroupView[] }) {
  const t = useT()
  const slugs = [...new Set(groups.map(({ slug }) => slug))]
  return slugs.map((slug, at) => {
    const own = groups.filter((group) => group.slug === slug)
    const count = own.reduce((sum, { prizes }) => sum + prizes.length, 0)
    return (
      <details className="fold edition-fold" key={slug} open={at === 0}>
        <summary>
          {t('public.edition.name', { year: own[0]?.year ?? '' })}
          <span>{t('public.sky.prizes', { count })}</span>
        </summary>
        <LaureateGroups groups={own} withYear />
      </details>
    )
  })
}

type Asked = Readonly<Record<string, string | undefined>>

/** What was asked for is shown as it was found; the roll that nobody narrowed, by its editions. */
export function LaureateRoll({ groups, asked }: { groups: readonly GroupView[]; asked: Asked }) {
  return Object.values(asked).every((filter) => filter === undefined) ? (
    <LaureateEditions groups={groups} />
  ) : (
    <LaureateGroups groups={groups} withYear={asked['year'] === undefined} />
  )
}
