import { Fragment, type ReactNode } from 'react'
import type { SnapshotWinner } from '#app/domain/results/snapshot.ts'
import { paths } from '#app/http/paths.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import { DocumentLinks, type LinkedDocument } from '../patterns/document-links.tsx'
import { Dots } from '../primitives/dots.tsx'
import { Link } from '../primitives/link.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Points } from '../primitives/points.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Day } from '../primitives/time.tsx'
import type { EditionView } from './edition-facts.tsx'
import { PrizeName } from './prize-name.tsx'
import { kindOf, type PrizeView } from './prize-view.ts'
import { ServiceTitle } from './service-title.tsx'
import { StarPanel } from './star-panel.tsx'
import { OtherName } from './two-names.tsx'

type Props = {
  prize: PrizeView
  winner: SnapshotWinner
  edition: EditionView
  sharedWith: readonly PrizeView[]
  address: string
  documents: readonly LinkedDocument[]
}

function factsOf(
  t: (key: string) => string,
  { prize, winner, edition }: Props,
): readonly [string, ReactNode][] {
  const { ceremonyDate } = edition.snapshot.campaign
  const facts: [string, ReactNode][] = [
    [t('public.laureate.administration'), <LocalizedText key="a" text={winner.administration.name} />],
  ]
  if (winner.partners.length > 0) {
    const partners = winner.partners.map((partner) => (
      <Fragment key={partner.id}>
        <LocalizedText text={partner.name} />
        <br />
      </Fragment>
    ))
    facts.push([t('public.laureate.partners'), partners])
  }
  facts.push([t('public.filter.category'), <LocalizedText key="c" text={prize.category.name} />])
  if (ceremonyDate !== null) facts.push([t('public.edition.ceremony'), <Day key="d" date={ceremonyDate} />])
  if (winner.score !== null)
    facts.push([t('public.laureate.score'), <Points key="s" value={winner.score.exact} />])
  if (winner.plenary === true) facts.push([t('public.laureate.score'), t('public.laureate.plenary')])
  if (winner.reference !== null)
    facts.push([
      t('public.laureate.reference'),
      <Reference key="r" code>
        {winner.reference}
      </Reference>,
    ])
  return facts
}

/** The laureate's sheet, as it may be printed: service in both scripts, who, which prize, from which edition. */
export function LaureateSheet(props: Props) {
  const t = useT()
  const locale = useLocale()
  const { prize, winner, edition, sharedWith, address, documents } = props
  return (
    <div className="laureate">
      <article className="det det--page">
        <StarPanel kind={kindOf(prize)} />
        <div className="bd">
          <p className="pz">
            <Dots>
              <PrizeName type={prize.slot.type} label={prize.slot.label} />
              {t('public.edition.name', { year: String(prize.year) })}
            </Dots>
          </p>
          <p className="det__title">
            <ServiceTitle winner={winner} />
          </p>
          <OtherName text={winner.title} />
          <dl>
            {factsOf(t, props).map(([term, value]) => (
              <Fragment key={term}>
                <dt>{term}</dt>
                <dd>{value}</dd>
              </Fragment>
            ))}
          </dl>
          {edition.synthetic ? <p className="cit">{t('public.edition.replayed')}</p> : null}
          {edition.archived ? <p className="cit">{t('public.laureate.noReasons')}</p> : null}
          <DocumentLinks documents={documents} />
        </div>
      </article>
      <div className="prose">
        {Object.keys(winner.summary).length > 0 ? (
          <p>
            <LocalizedText text={winner.summary} />
          </p>
        ) : null}
        {sharedWith.length > 0 ? (
          <>
            <h2>{t('public.laureate.sharedWith')}</h2>
            <ul>
              {sharedWith.map((other) =>
                other.winner ? (
                  <li key={other.key}>
                    <Phrase
                      k="common.pair.named"
                      parts={{
                        name: (
                          <Link href={paths.laureate(locale, other.winner.nominationId)}>
                            <ServiceTitle winner={other.winner} />
                          </Link>
                        ),
                        detail: <LocalizedText text={other.winner.administration.name} />,
                      }}
                    />
                  </li>
                ) : null,
              )}
            </ul>
          </>
        ) : null}
        <h2>{t('public.laureate.permanent')}</h2>
        <p>{t('public.laureate.permanentText')}</p>
        <p>
          <Reference code>{address}</Reference>
        </p>
        <p>
          <Link className="link" href={paths.edition(locale, edition.slug)} iconEnd="arrow-right">
            {t('public.edition.open')}
          </Link>
        </p>
        <p>
          <Link className="link" href={paths.contact(locale)} iconEnd="arrow-right">
            {t('public.laureate.report')}
          </Link>
        </p>
      </div>
    </div>
  )
}
