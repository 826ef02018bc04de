import { paths } from '#app/http/paths.ts'
import { useFormat, useLocale, useT } from '#app/i18n/provider.tsx'
import { PrizeMark } from '../motif/prize-mark.tsx'
import { Link } from '../primitives/link.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Section } from '../shells/page-title.tsx'
import { PrizeName } from './prize-name.tsx'
import { kindOf, type PrizeView } from './prize-view.ts'
import { ServiceTitle } from './service-title.tsx'

type Props = {
  edition: {
    readonly slug: string
    readonly year: number
    readonly ceremonyDate: string | null
    readonly synthetic: boolean
  }
  prizes: readonly PrizeView[]
}

/** A category in which nothing was given is one line; otherwise every prize has its own. */
const linesOf = (prizes: readonly PrizeView[]): readonly (PrizeView & { whole: boolean })[] => {
  const empty = new Set(prizes.map(({ category }) => category.code))
  for (const { category, winner } of prizes) if (winner) empty.delete(category.code)
  const seen = new Set<string>()
  return prizes.flatMap((prize) => {
    const whole = empty.has(prize.category.code)
    if (whole && seen.has(prize.category.code)) return []
    seen.add(prize.category.code)
    return [{ ...prize, whole }]
  })
}

function Line({ prize, whole }: { prize: PrizeView; whole: boolean }) {
  const t = useT()
  const locale = useLocale()
  const category = <LocalizedText text={prize.category.name} />
  if (prize.winner === null) {
    return (
      <li className="none">
        <PrizeMark kind="withheld" />
        <div>
          <h3>{t(whole ? 'public.home.noneAwarded' : 'public.laureates.notAwarded')}</h3>
        </div>
        <span className="meta">{category}</span>
        <span className="meta">
          {whole ? t('common.prizeState.withheld') : <PrizeName {...prize.slot} />}
        </span>
      </li>
    )
  }
  return (
    <li>
      <PrizeMark kind={kindOf(prize)} />
      <div>
        <h3>
          <Link href={paths.laureate(locale, prize.winner.nominationId)}>
            <ServiceTitle winner={prize.winner} />
          </Link>
        </h3>
        <p className="adm">
          <LocalizedText text={prize.winner.administration.name} />
        </p>
      </div>
      <span className="meta">{category}</span>
      <span className="pz">
        <PrizeName {...prize.slot} />
      </span>
    </li>
  )
}

/** The only dark band of the page. A prize not given is part of the prize's credibility. */
export function HomeLaureates({ edition, prizes }: Props) {
  const t = useT()
  const locale = useLocale()
  const format = useFormat()
  const year = String(edition.year)
  const lead =
    edition.ceremonyDate === null
      ? t('public.edition.name', { year })
      : t('public.home.ceremony', { year, date: format.day(edition.ceremonyDate) })
  return (
    <div className="inkband" data-theme="dark">
      <div className="wrap">
        <Section
          id="laureates"
          title={t('public.home.lastLaureates')}
          lead={edition.synthetic ? `${lead} ${t('public.edition.replayed')}` : lead}
          link={
            <Link className="link" href={paths.laureates(locale)} iconEnd="arrow-right">
              {t('public.home.allLaureates')}
            </Link>
          }
        >
          <ul className="laur">
            {linesOf(prizes).map(({ whole, ...prize }) => (
              <Line key={prize.key} prize={prize} whole={whole} />
            ))}
          </ul>
        </Section>
      </div>
    </div>
  )
}
