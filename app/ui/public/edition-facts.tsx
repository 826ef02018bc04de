import type { Snapshot } from '#app/domain/results/snapshot.ts'
import { useT } from '#app/i18n/provider.tsx'
import { Fragment, type ReactNode } from 'react'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Reference } from '../primitives/reference.tsx'
import { Day, Time } from '../primitives/time.tsx'

export type EditionView = {
  readonly slug: string
  readonly number: number
  readonly hash: string
  readonly publishedAt: number
  readonly archived: boolean
  readonly synthetic: boolean
  readonly snapshot: Pick<Snapshot, 'campaign' | 'figures' | 'sources' | 'gaps'>
}

const Unknown = ({ k = 'unknown' }: { k?: 'unknown' | 'unknownCeremony' }) => (
  <span className="quiet">{useT()(`public.edition.${k}`)}</span>
)

/** What is known of an edition; what is not known says so. */
export function EditionFacts({ edition }: { edition: EditionView }) {
  const t = useT()
  const { campaign, figures } = edition.snapshot
  const figure = (value: number | null): ReactNode => (value === null ? <Unknown /> : <bdi>{value}</bdi>)
  const facts: readonly [string, ReactNode][] = [
    [
      t('public.edition.organiser'),
      Object.keys(campaign.organiser).length === 0 ? (
        <Unknown />
      ) : (
        <LocalizedText text={campaign.organiser} />
      ),
    ],
    [
      t('public.edition.ceremony'),
      campaign.ceremonyDate === null ? <Unknown k="unknownCeremony" /> : <Day date={campaign.ceremonyDate} />,
    ],
    [t('public.edition.candidates'), figure(figures.nominations)],
    ...(edition.archived
      ? []
      : ([
          [t('public.edition.admissible'), figure(figures.admissible)],
          [t('public.edition.released'), <Time key="at" at={edition.publishedAt} zone />],
          [
            t('public.edition.hash'),
            <Reference key="hash" code>
              {edition.hash}
            </Reference>,
          ],
        ] as [string, ReactNode][])),
  ]
  return (
    <dl>
      {facts.map(([term, value]) => (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

/** A source without a title of its own is named by its site: a long address is no name. */
const nameOf = ({ title, url }: Snapshot['sources'][number]): string =>
  /^https?:/.test(title) && url !== null ? new URL(url).hostname.replace(/^www\./, '') : title

/** A campaign of the platform itself has none: its record is its own. */
export const hasSources = ({ snapshot }: EditionView): boolean =>
  snapshot.sources.length > 0 || snapshot.gaps.length > 0

/** Where the record comes from, and what it does not say. */
export function EditionSources({ edition }: { edition: EditionView }) {
  const t = useT()
  const { sources, gaps } = edition.snapshot
  return (
    <div className="prose sm">
      {gaps.length === 0 ? null : (
        <p>
          {t('public.edition.gaps', {
            gaps: gaps.filter((gap) => t.has(`public.gap.${gap}`)).map((gap) => t(`public.gap.${gap}`)),
          })}
        </p>
      )}
      {sources.length === 0 ? null : (
        <>
          <p>{t('public.edition.sources')}</p>
          <ul>
            {sources.map(({ title, url }) => (
              <li key={url ?? title}>
                {url === null ? (
                  <bdi>{title}</bdi>
                ) : (
                  <a href={url} rel="external">
                    <bdi dir="ltr">{nameOf({ title, url })}</bdi>
                  </a>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
