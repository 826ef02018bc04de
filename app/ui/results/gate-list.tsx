import type { ReactNode } from 'react'
import { paths } from '#app/http/paths.ts'
import type { Locale } from '#app/i18n/locales.ts'
import { useLocale, useT } from '#app/i18n/provider.tsx'
import type { Localized } from '#app/domain/kernel/localized.ts'
import { Banner } from '../primitives/banner.tsx'
import { Dots } from '../primitives/dots.tsx'
import { Icon } from '../primitives/icon.tsx'
import { Link } from '../primitives/link.tsx'
import { LocalizedText } from '../primitives/localized-text.tsx'
import { Phrase } from '../primitives/phrase.tsx'
import { Time } from '../primitives/time.tsx'
import { PrizeName } from '../public/prize-name.tsx'

type Difference = {
  readonly reference: string
  readonly field: string
  readonly official: string
  readonly shadow: string
}
type Blocker = {
  readonly code: string
  readonly category: Localized | null
  readonly prize: { readonly type: string; readonly label: Localized } | null
  /** For when the meeting was convened. */
  readonly meeting: number | null
  readonly count: number
  readonly differences: readonly Difference[]
  readonly target: { readonly screen: string; readonly id: string | null; readonly item?: string }
}

/** Where a blocker is cleared; null where the place is another person's screen. */
function hrefOf(locale: Locale, { target: { screen, id, item } }: Blocker): string | null {
  if (id === null) return null
  switch (screen) {
    case 'appeals':
      return paths.screeningQueue(locale, id, '?view=appeals')
    case 'flags':
      return paths.juryFlags(locale, id)
    case 'sheets':
      return paths.juryProgress(locale, id)
    case 'meetings':
      return paths.deliberationArea(locale)
    case 'room':
      return paths.room(locale, id, item)
    case 'minutes':
      return paths.minutes(locale, id)
    default:
      return null
  }
}

/** What stands in the way, with the name of the prize, of the category or of the meeting. */
function Said({ blocker: { code, category, prize, meeting, count } }: { blocker: Blocker }) {
  return (
    <Phrase
      k={`results.blocker.${code}`}
      values={{ count }}
      parts={{
        category: category && <LocalizedText text={category} />,
        prize: prize && <PrizeName {...prize} />,
        meeting: meeting !== null && <Time at={meeting} style="long" />,
      }}
    />
  )
}

/** Where the second computation parts from the first: nomination, figure, and what each of the two says. */
function Differences({ differences }: { differences: readonly Difference[] }) {
  const t = useT()
  if (differences.length === 0) return null
  return (
    <ul>
      {differences.map(({ reference, field, official, shadow }) => (
        <li key={`${reference} ${field}`}>
          <Dots>
            <bdi dir="ltr">{reference}</bdi>
            {t(`results.shadow.field.${field}`)}
            <>
              {t('results.shadow.first')} <bdi dir="ltr">{official || '–'}</bdi>
            </>
            <>
              {t('results.shadow.second')} <bdi dir="ltr">{shadow || '–'}</bdi>
            </>
          </Dots>
        </li>
      ))}
    </ul>
  )
}

const Cleared = ({ href, children }: { href: string | null; children: ReactNode }) =>
  href === null ? children : <Link href={href}>{children}</Link>

/** Everything that stands between the decisions and their release, each a link. */
export function GateList({ blockers }: { blockers: readonly Blocker[] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <section aria-labelledby="gate">
      <h2 id="gate">{t('results.gate.title')}</h2>
      {blockers.length === 0 ? <Banner kind="ok">{t('results.gate.open')}</Banner> : null}
      <ul className="tasks">
        {blockers.map((blocker, at) => (
          <li key={at}>
            <Icon name="alert" className="st-error" />
            <div>
              <Cleared href={hrefOf(locale, blocker)}>
                <Said blocker={blocker} />
              </Cleared>
              <Differences differences={blocker.differences} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
